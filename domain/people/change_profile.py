"""A person changes what colleagues learn about them: the e-mail address and the agency, or takes them back."""

from domain.people.agency import parse_agency
from domain.people.confirm_phone import ABOUT_PERSON
from domain.people.email import Email
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.USE_BOT)
async def change_email(work: Work, actor: Person, email: str | None) -> None:
    """Keep another address; None removes it."""
    address = Email.parse(email).address if email is not None else None
    await work.vault.write(actor.id, ABOUT_PERSON, {"email": address})
    return await work.commit(None)


@effect(Action.USE_BOT)
async def change_agency(work: Work, actor: Person, agency: str | None) -> None:
    """Keep another name; None means working for oneself."""
    actor.agency = parse_agency(agency) if agency is not None else None
    return await work.commit(None)
