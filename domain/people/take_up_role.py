"""Somebody takes up a role by themselves by confirming their own phone; the rest about them can follow, or not."""

from domain.people.confirm_phone import ABOUT_PERSON, has_confirmed_phone, keep_phone
from domain.people.person import Action, Person, Role
from domain.people.phone import Phone
from domain.refusal import Refusal
from domain.work import Work, effect

OWN_CHOICE = (Role.REALTOR, Role.OWNER, Role.MANAGER)
"""Roles that need nobody else: a tenant comes by a landlord's link, others by the platform's admin."""
LETTING = (Role.OWNER, Role.MANAGER)
"""Roles in which the country says the money, the time and how a phone is typed."""


@effect(Action.USE_BOT)
async def take_up_role(
    work: Work, actor: Person, role: Role, number: str | None = None, *, aside: bool = False
) -> None:
    """Take up the role with this number, or with the one that was confirmed before; `run_heavy`, not in front."""
    if role not in OWN_CHOICE:
        raise Refusal("This role is given by somebody else: it cannot be taken up by oneself.")
    if number is not None:
        await keep_phone(work, actor, Phone.parse(number))
    elif not has_confirmed_phone(actor):
        raise Refusal("Please confirm your phone first.")
    if role in LETTING and actor.country is None:
        # what is told about oneself may be broken off; where somebody's number comes from is known already
        said = number or (await work.vault.read(actor.id, ABOUT_PERSON)).get("phone")
        actor.country = Phone.parse(said).country if said is not None else None
    in_front = actor.active_role
    actor.take_role(role)
    if aside and in_front is not None:
        actor.switch_role(in_front)
    return await work.commit(None)
