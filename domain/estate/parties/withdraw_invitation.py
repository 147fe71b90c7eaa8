"""A manager takes an invitation back; who was invited stays noted, and can be invited anew."""

from domain.estate.parties.inviting import withdraw_all
from domain.estate.parties.party import PartyId
from domain.estate.parties.renew_invitation import check_waiting
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def withdraw_invitation(work: Work, actor: Person, party_id: PartyId) -> None:
    """Let the link work no longer."""
    party = await work.estate.parties.managed_by(actor.id, party_id, hold=True)
    check_waiting(party)
    await withdraw_all(work, party)
    return await work.commit(None)
