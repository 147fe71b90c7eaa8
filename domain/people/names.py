"""What a person is called: as they have typed it, else as Telegram has it; the typed name is sealed."""

from dataclasses import dataclass

from domain.people.confirm_phone import ABOUT_PERSON
from domain.people.person import Person, full_name
from domain.people.tidy_name import tidy_name
from domain.refusal import Refusal
from domain.work import Work

MOST_NAME = 60
"""Characters of a first name or a surname."""
FIRST, LAST = "first_name", "last_name"
"""Under these the vault keeps what was typed."""


@dataclass(frozen=True, slots=True)
class Names:
    """A first name and perhaps a surname."""

    first: str
    last: str | None = None

    @property
    def full(self) -> str:
        """Both in one line."""
        return full_name(self.first, self.last)


def parse_name(text: str) -> str:
    """Read a first name or a surname: one line with letters in it; refused with an example."""
    name = tidy_name(text)
    if name is None or len(name) > MOST_NAME or not any(one.isalpha() for one in name) or any(map(str.isdigit, name)):
        raise Refusal("A name is written in letters, {most} at most. For example: Anna.", most=MOST_NAME)
    return name


def telegrams(person: Person) -> Names:
    """The names of the Telegram account."""
    return Names(person.first_name, person.last_name)


async def names_of(work: Work, person: Person) -> Names:
    """What the person wants to be called, in the present transaction."""
    typed = await work.vault.read(person.id, ABOUT_PERSON)
    own = telegrams(person)
    return Names(typed[FIRST], typed.get(LAST)) if FIRST in typed else own


async def keep_names(work: Work, person: Person, names: Names | None) -> None:
    """Keep what was typed in the present transaction; None, or what Telegram says anyway, is not kept."""
    own = names if names != telegrams(person) else None
    typed = {FIRST: own.first, LAST: own.last} if own is not None else {FIRST: None, LAST: None}
    await work.vault.write(person.id, ABOUT_PERSON, typed)
