"""A manager makes a new link for somebody who has not joined yet; the earlier one works no longer."""

from domain.estate.parties.inviting import invite
from domain.estate.parties.party import Party, PartyId
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def renew_invitation(work: Work, actor: Person, party_id: PartyId) -> None:
    """Invite anew."""
    party = await work.estate.parties.managed_by(actor.id, party_id, hold=True)
    check_waiting(party)
    if party.phone_fingerprint is None:
        raise Refusal("There is no phone on this card yet. Note it, and I make a link for that number.")
    await invite(work, party)
    return await work.commit(None)


def check_waiting(party: Party) -> None:
    """Refuse where nobody is waited for."""
    if not party.is_present:
        raise Conflict("{name} was removed on {date}.", name=party.name, date=party.removed_at)
    if party.joined_at is not None:
        raise Conflict("{name} has joined already.", name=party.name)
