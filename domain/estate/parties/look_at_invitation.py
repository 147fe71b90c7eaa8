"""Somebody has followed an invitation's link: who invites them, in which role, and about which objects."""

from dataclasses import dataclass

from domain.estate.parties.invitation import Invitation, InvitationState
from domain.estate.parties.inviting import by_token
from domain.estate.parties.party import Party, PartyKind
from domain.people.names import Names, names_of
from domain.people.person import Action, Person
from domain.refusal import NotFound, Refusal
from domain.work import Work, query

MOST_OBJECTS = 3
"""So many objects are named."""


@dataclass(frozen=True, slots=True)
class Invited:
    """What an invitation is about: to whoever merely holds its link it tells the role and nothing else."""

    invitation: Invitation
    kind: PartyKind
    manager: Names | None
    """None until the person's phone is the invited one: a link can come into anybody's hands."""
    objects: tuple[str, ...] = ()

    @property
    def is_recognised(self) -> bool:
        """Whether the phone that the person has confirmed before is the invited one."""
        return self.manager is not None


@query(Action.USE_BOT)
async def look_at_invitation(work: Work, actor: Person, token: str) -> Invited:
    """The open invitation behind a link; a refusal says what has become of it, `NotFound` that there is none."""
    invitation = await by_token(work, token)
    party = await work.estate.parties.get(invitation.party_id)
    manager = await work.people.get(party.manager_id)
    if manager.erased_at is not None:
        raise NotFound
    names = await names_of(work, manager)
    check_open(work, actor, invitation, party, names)
    if actor.phone_fingerprint is None or actor.phone_fingerprint != party.phone_fingerprint:
        return Invited(invitation=invitation, kind=party.kind, manager=None)
    return Invited(invitation=invitation, kind=party.kind, manager=names, objects=tuple(await _objects(work, party)))


def check_open(work: Work, actor: Person, invitation: Invitation, party: Party, manager: Names) -> None:
    """Refuse with what has become of the invitation, unless the actor can still join by it.

    Who invites is named to nobody but the invited.
    """
    if party.manager_id == actor.id:
        raise Refusal(
            "This is the link that you made for {name}. Send it to them: it works for nobody else.", name=party.name
        )
    state = invitation.state(work.now())
    if state is InvitationState.USED:
        if party.is_person(actor.id):
            raise Refusal("You have joined by this link already, and everything is at hand in the menu.")
        if party.person_id == actor.id:
            raise Refusal("You had joined by this link, but {manager} has ended your access.", manager=manager.full)
        raise Refusal("This link has been used already. If it was not by you, ask whoever sent it for a new one.")
    if state is InvitationState.GUESSED_AT:
        raise Refusal("This link was closed after several tries with other numbers. Ask whoever sent it for a new one.")
    if state is InvitationState.WITHDRAWN or not party.is_present:
        raise Refusal("This link has been taken back, or there is a newer one. Look for it, or ask for one more.")
    if state is InvitationState.EXPIRED:
        raise Refusal("This link worked until {date}. Ask whoever sent it for a new one.", date=invitation.expires_at)


async def _objects(work: Work, party: Party) -> list[str]:
    """The names of what the invited owns, or rents or is about to rent."""
    if party.kind is PartyKind.OWNER:
        owned = await work.estate.premises.owned_by([party.id])
        return [one.name for one in owned if one.is_active][:MOST_OBJECTS]
    today = work.now().date()
    leases = [
        one for one in await work.estate.leases.of_tenants([party.id]) if one.ends_on is None or one.ends_on >= today
    ]
    rented = await work.estate.premises.many({one.premises_id for one in leases})
    return sorted(one.name for one in rented)[:MOST_OBJECTS]
