"""A manager looks at somebody's invitation, to send its link (again) or to take it back."""

from dataclasses import dataclass

from domain.estate.parties.invitation import Invitation
from domain.estate.parties.inviting import token_of
from domain.estate.parties.party import Party, PartyId, contacts_of
from domain.people.names import Names, names_of
from domain.people.person import Action, Person
from domain.people.phone import Phone
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class InvitationView:
    """An invitation with all that a letter to the invited needs."""

    party: Party
    invitation: Invitation | None
    token: str | None
    """What the link ends with; None if it does not work."""
    phone: Phone | None
    manager: Names


@query(Action.MANAGE_OBJECTS)
async def show_invitation(work: Work, actor: Person, party_id: PartyId) -> InvitationView:
    """The latest invitation of one of the actor's parties."""
    party = await work.estate.parties.managed_by(actor.id, party_id)
    latest = (await work.estate.invitations.latest([party.id])).get(party.id)
    is_open = latest is not None and latest.is_open(work.now()) and party.is_present
    contacts = await work.vault.read(actor.id, contacts_of(party.id))
    return InvitationView(
        party=party,
        invitation=latest,
        token=token_of(work, latest) if latest is not None and is_open else None,
        phone=Phone(contacts["phone"]) if "phone" in contacts else None,
        manager=await names_of(work, actor),
    )
