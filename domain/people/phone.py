"""A phone number as Telegram or a person gives it, kept in the international form (E.164)."""

import contextlib
import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from domain.refusal import Refusal

COUNTRIES = frozenset(phonenumbers.SUPPORTED_REGIONS)
"""ISO 3166 codes of the countries and territories whose phone numbers are known."""
RUSSIAN_DIGITS = 11
NO_PHONE = "This does not look like a phone number. It should be like +7 900 123-45-67."
_ANONYMOUS = re.compile(r"888(?:[0-9]{4}|[0-9]{8})", re.ASCII)
"""A number that Telegram sells for its own accounts (fragment.com): it belongs to no country and cannot be called."""
_ANONYMOUS_WITHIN = re.compile(
    r"(?<![0-9])\+?888[ \xa0-]?(?:0[0-9]{3}[ \xa0-]?[0-9]{4}|8[ \xa0-]?[0-9]{3})(?![0-9])", re.ASCII
)
SHOWN_DIGITS = 2
"""The last digits, by which people recognise their own number."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number in E.164: `+79001234567`."""

    number: str

    @classmethod
    def parse(cls, text: str) -> "Phone":
        """Read an international number with or without its plus; anything else is refused with an example."""
        digits = text.strip().removeprefix("+")
        if _ANONYMOUS.fullmatch(digits):
            return cls(f"+{digits}")
        try:
            found = phonenumbers.parse(f"+{digits}")
        except phonenumbers.NumberParseException:
            found = None
        if found is None or not phonenumbers.is_possible_number(found):
            raise Refusal(NO_PHONE)
        return cls(phonenumbers.format_number(found, PhoneNumberFormat.E164))

    @classmethod
    def typed(cls, text: str, country: str | None) -> "Phone":
        """Read somebody's number as people of the country (ISO 3166) type it, or with the code of any other."""
        said = text.strip().removeprefix("tel:")
        digits = "".join(filter(str.isdigit, said)) if looks_like_phone(said) else ""
        if _ANONYMOUS.fullmatch(digits) and (said.startswith("+") or digits.startswith("8880")):
            return cls(f"+{digits}")
        in_country = _of_country(said if digits else "", digits, country)
        if in_country is not None:
            return cls(in_country)
        known = cls.parse(digits)
        if not said.startswith("+") and not phonenumbers.is_valid_number(phonenumbers.parse(known.number)):
            # "2026-13-45" could be a number somewhere; whoever means it writes its plus
            raise Refusal(NO_PHONE)
        return known

    @classmethod
    def within(cls, text: str, country: str | None) -> "tuple[Phone | None, str]":
        """The one number that stands among other words, and these words without it; refused where there are two."""
        # whoever knows Russian numbers writes them with an 8, in every country
        spans = {
            (one.start, one.end): cls(phonenumbers.format_number(one.number, PhoneNumberFormat.E164))
            for region in ("RU", country if country in COUNTRIES else None)
            for one in phonenumbers.PhoneNumberMatcher(text, region)
        }
        for one in _ANONYMOUS_WITHIN.finditer(text):
            spans[one.span()] = cls.parse("".join(filter(str.isdigit, one[0])))
        if not spans:
            return None, text
        if len(set(spans.values())) > 1:
            raise Refusal("There are several numbers in this. Write only the one that they use in Telegram.")
        for start, end in sorted(spans, reverse=True):
            text = f"{text[:start]} {text[end:]}"
        return next(iter(spans.values())), text

    @property
    def country(self) -> str | None:
        """Whose number it is (ISO 3166); None for one that belongs to no country (satellites, anonymous ones)."""
        region = phonenumbers.region_code_for_number(phonenumbers.parse(self.number))
        return region if region in COUNTRIES else None

    @property
    def spaced(self) -> str:
        """The number as it is read aloud: `+7 900 123-45-67`."""
        if _ANONYMOUS.fullmatch(self.number[1:]):
            return f"{self.number[:4]} {self.number[4:-4]} {self.number[-4:]}".replace("  ", " ")
        return phonenumbers.format_number(phonenumbers.parse(self.number), PhoneNumberFormat.INTERNATIONAL)

    @property
    def last_digits(self) -> str:
        """The end by which two people of one name are told apart: `45-67`."""
        return f"{self.number[-4:-2]}-{self.number[-2:]}"

    @property
    def masked(self) -> str:
        """Enough to recognise one's own number: `+7 900 •••-••-67`."""
        country = len(str(phonenumbers.parse(self.number).country_code))
        open_from, open_until = len(self.number) - 1 - SHOWN_DIGITS, country + 3
        shown, place = [], 0
        for character in self.spaced:
            if not character.isdigit():
                shown.append(character)
                continue
            shown.append(character if place < open_until or place >= open_from else "•")
            place += 1
        return "".join(shown)


def _of_country(said: str, digits: str, country: str | None) -> str | None:
    """The number in E.164 if it is one in this country, or with the code of any."""
    # whoever knows Russian numbers writes them with an 8, in every country
    is_russian = len(digits) == RUSSIAN_DIGITS and digits.startswith("8")
    for region in (country, "RU") if is_russian else (country,):
        with contextlib.suppress(phonenumbers.NumberParseException):
            found = phonenumbers.parse(said, region if region in COUNTRIES else None)
            if phonenumbers.is_valid_number(found):
                return str(phonenumbers.format_number(found, PhoneNumberFormat.E164))
    return None


def calling_code(country: str) -> str:
    """With what the country's numbers begin: `+996`."""
    return f"+{phonenumbers.country_code_for_region(country)}"


def example_phone(country: str) -> str | None:
    """How people there write a number, a mobile one if there are such; None where nobody knows."""
    for kind in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.FIXED_LINE):
        example = phonenumbers.example_number_for_type(country, kind)
        if example is not None:
            return phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL)
    return None


def looks_like_phone(text: str) -> bool:
    """Whether somebody has typed a number by hand."""
    digits = sum(character.isdigit() for character in text)
    return 7 <= digits <= 15 and all(character.isdigit() or character in "+-() .\xa0" for character in text.strip())
