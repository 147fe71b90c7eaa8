"""A phone number as Telegram or a person gives it, kept in the international form (E.164)."""

from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberFormat

from domain.refusal import Refusal

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
        try:
            found = phonenumbers.parse(f"+{digits}")
        except phonenumbers.NumberParseException:
            found = None
        if found is None or not phonenumbers.is_possible_number(found):
            raise Refusal("This does not look like a phone number. It should be like +7 900 123-45-67.")
        return cls(phonenumbers.format_number(found, PhoneNumberFormat.E164))

    @property
    def spaced(self) -> str:
        """The number as it is read aloud: `+7 900 123-45-67`."""
        return phonenumbers.format_number(phonenumbers.parse(self.number), PhoneNumberFormat.INTERNATIONAL)

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


def looks_like_phone(text: str) -> bool:
    """Whether somebody has typed a number by hand."""
    digits = sum(character.isdigit() for character in text)
    return 7 <= digits <= 15 and all(character.isdigit() or character in "+-() .\xa0" for character in text.strip())
