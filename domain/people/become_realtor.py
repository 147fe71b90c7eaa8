"""A person becomes a realtor by confirming their own phone; e-mail and agency can follow, or not."""

from domain.people.confirm_phone import ABOUT_PERSON, has_confirmed_phone, keep_phone
from domain.people.email import Email
from domain.people.person import Action, Person, Role
from domain.people.phone import Phone
from domain.refusal import Refusal
from domain.work import Work, effect


@effect(Action.USE_BOT)
async def become_realtor(work: Work, actor: Person, number: str | None = None) -> None:
    """Take up the role with this number, or with the one that was confirmed before."""
    if number is not None:
        await keep_phone(work, actor, Phone.parse(number))
    elif not has_confirmed_phone(actor):
        raise Refusal("Please confirm your phone first.")
    actor.take_role(Role.REALTOR)
    return await work.commit(None)


@effect(Action.USE_BOT)
async def introduce(work: Work, actor: Person, email: str | None, agency: str | None) -> None:
    """Keep what the person has told of themselves; what is None stays as it is."""
    if email is not None:
        await work.vault.write(actor.id, ABOUT_PERSON, {"email": Email.parse(email).address})
    if agency is not None:
        actor.agency = agency
    return await work.commit(None)
