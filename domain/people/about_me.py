"""What a person is here: names, roles, phone, e-mail and preferences, for their own eyes."""

from dataclasses import dataclass

from domain.people.confirm_phone import ABOUT_PERSON
from domain.people.person import Action, Person
from domain.people.phone import Phone
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class Profile:
    """The person as they are now, with what the vault keeps about them."""

    person: Person
    phone: Phone | None
    email: str | None


@query(Action.USE_BOT)
async def about_me(work: Work, actor: Person) -> Profile:
    """Look at oneself."""
    private = await work.vault.read(actor.id, ABOUT_PERSON)
    number = private.get("phone")
    return Profile(actor, Phone(number) if number else None, private.get("email"))
