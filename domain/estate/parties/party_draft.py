"""What a manager tells of an owner or tenant, and how a name, a phone and a description are read as they are typed."""

import re
from dataclasses import dataclass
from typing import Any

from domain.estate.parties.party import Party, PartyKind
from domain.people.email import Email
from domain.people.person import full_name
from domain.people.phone import Phone
from domain.people.tidy_name import tidy_name
from domain.refusal import Refusal
from domain.typed import limits

MOST_NAME = 60
"""Characters of a first name, a surname or a company's name."""
MOST_DESCRIPTION = 500
_FORM = re.compile(
    r"(?:ООО|ОАО|ЗАО|ПАО|АО|ОсОО|ИП|ТОО|ЧП|НКО|ФГУП|ГУП|МУП|LLC|Ltd|Inc|GmbH|LLP|PLC|Corp)\b|[«»“”„\"]", re.IGNORECASE
)
"""What a company's name has and a person's has not: a legal form, or quotes."""
_LABELS = re.compile(
    r"(?<![^\s,;:(|])(?:(?:мой |его |её |ее )?(?:тел(?:ефон)?|моб(?:ильный)?|сот(?:овый)?|номер(?: телефона)?"
    r"|(?:эл(?:ектронная)?[. ]*)?почта|имейл|мейл|e-?mail|mail|phone|tel|mob(?:ile)?|cell|whats ?app"
    r"|в[ао]тс?ап|фио|имя|name)"
    r"(?:\s*[.:=–—-]+|(?=[\s,;:)|]))|[тмтm][.:])",
    re.IGNORECASE,
)
"""Words that announce a phone, an e-mail or a name and are no part of it."""
_AROUND = " \t,;:.—–-()|/"
LEAST_DIGITS = 5
"""In a text with fewer there is no phone."""
_PATRONYMIC = re.compile(r"(?:вич|вна|ична|оглы|кызы|уулу)$", re.IGNORECASE)


@dataclass(kw_only=True)
class PartyDraft:
    """What is known so far."""

    kind: PartyKind | None = None
    first_name: str | None = None
    last_name: str | None = None
    phone: str | None = None
    """E.164."""
    email: str | None = None
    description: str | None = None

    @classmethod
    def of(cls, party: Party, phone: str | None, email: str | None) -> "PartyDraft":
        """What is known of a party, with the contacts from its manager's vault."""
        return cls(
            kind=party.kind,
            first_name=party.first_name,
            last_name=party.last_name,
            phone=phone,
            email=email,
            description=party.description,
        )

    @property
    def name(self) -> str:
        """Both names in one line."""
        return full_name(self.first_name, self.last_name)

    def differs(self, other: "PartyDraft") -> dict[str, Any]:
        """The fields that the other one has otherwise, with what they are there."""
        return {name: new for name, new in vars(other).items() if new != vars(self)[name]}


def parse_party_name(text: str) -> tuple[str, str | None]:
    """A first name and a surname, in the order of "Anna Petrova" or "Петрова Анна Сергеевна", or a company's name."""
    name = parse_one_name(text, most=2 * MOST_NAME)
    words = name.split()
    if _FORM.search(name) or any(map(str.isdigit, name)) or len(words) == 1:
        return parse_one_name(name), None
    if len(words) == 3 and _PATRONYMIC.search(words[2]):
        last, first = words[0], " ".join(words[1:])
    elif len(words) == 3 and _PATRONYMIC.search(words[1]):
        first, last = " ".join(words[:2]), words[2]
    else:
        first, last = words[0], " ".join(words[1:])
    return parse_one_name(first), parse_one_name(last)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What one line says of somebody: "Иван Петров, тел. 8(900)1234567, ivan@example.com, магазин"."""

    first: str
    last: str | None
    phone: str | None = None
    email: str | None = None
    description: str | None = None


def parse_person_line(text: str, country: str | None) -> PersonLine:
    """Name, phone and e-mail apart, without the words that announce them; what follows the name is a note."""
    email, rest = Email.within(text)
    phone, rest = Phone.within(rest, country) if sum(map(str.isdigit, rest)) >= LEAST_DIGITS else (None, rest)
    if (phone is None and email is None) or not any(map(str.isalpha, _LABELS.sub(" ", rest))):
        first, last = parse_party_name(text)
        return PersonLine(first, last)
    name, notes = _name_and_notes(_LABELS.sub(" ", f"\n{rest}\n"))
    first, last = parse_party_name(name)
    return PersonLine(
        first,
        last,
        phone=phone.number if phone is not None else None,
        email=email.address if email is not None else None,
        description=parse_description(", ".join(notes)) if notes else None,
    )


def _name_and_notes(said: str) -> tuple[str, list[str]]:
    """A first part of two words, or with “ООО”, is the name alone; one word is followed by the rest of it."""
    first, *more = [part for part in (one.strip(_AROUND) for one in re.split(r"[,;|\n]", said)) if part]
    if _FORM.search(first) or " " in first:
        return first, more
    return " ".join((first, *more)), []


def parse_one_name(text: str, most: int = MOST_NAME) -> str:
    """A first name, a surname or a company's name on its own: one line with a letter in it."""
    name = tidy_name(text)
    if name is None or not any(map(str.isalpha, name)):
        raise Refusal("Write a name in letters, for example: Anna Petrova.")
    if len(name) > most:
        raise Refusal("That is too long: {count} characters, and {most} fit here.", count=len(name), most=most)
    return name


def parse_party_phone(text: str, country: str | None) -> str:
    """A phone in E.164, typed as people of the country do, or with the code of any other."""
    return Phone.typed(_LABELS.sub(" ", f" {text} ").strip(_AROUND.replace("+", "")), country).number


def parse_description(text: str) -> str:
    """What is worth knowing about somebody, in a few words."""
    said = limits.tidy(text, MOST_DESCRIPTION)
    if said is None or not any(map(str.isalnum, said)):
        raise Refusal("Write it in words, for example: prefers messages in the evening.")
    return said
