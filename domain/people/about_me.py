"""What a person is here: names, roles, contacts and preferences, for their own eyes."""

import datetime as dt
from dataclasses import dataclass

from domain.people.confirm_phone import ABOUT_PERSON
from domain.people.names import Names, names_of
from domain.people.person import Action, Person
from domain.people.phone import Phone
from domain.work import Work, query

BORN = "birth_date"
"""Under this the vault keeps the birth date, as ISO 8601 writes it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The person as they are now, with what the vault keeps about them."""

    person: Person
    phone: Phone | None
    email: str | None
    names: Names
    birth_date: dt.date | None


@query(Action.USE_BOT)
async def about_me(work: Work, actor: Person) -> Profile:
    """Look at oneself."""
    private = await work.vault.read(actor.id, ABOUT_PERSON)
    number, born = private.get("phone"), private.get(BORN)
    return Profile(
        person=actor,
        phone=Phone(number) if number else None,
        email=private.get("email"),
        names=await names_of(work, actor),
        birth_date=dt.date.fromisoformat(born) if born else None,
    )
