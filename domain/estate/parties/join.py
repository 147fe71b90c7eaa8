"""Somebody joins by an invitation: with the invited phone and no other, they are the owner or tenant that was noted."""

from typing import TypedDict

from domain.estate.parties.invitation import MOST_WRONG, Invitation, InvitationId
from domain.estate.parties.look_at_invitation import check_open
from domain.estate.parties.party import Party, PartyKind
from domain.letters.waiting_letters import tell_waiting_letters
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.confirm_phone import keep_phone
from domain.people.names import names_of
from domain.people.person import Action, Person, Role
from domain.people.phone import Phone
from domain.refusal import NotFound, Refusal
from domain.work import Work, effect

ROLES = {PartyKind.OWNER: Role.OWNER, PartyKind.TENANT: Role.TENANT}


class Joining(TypedDict):
    """What came of a try: joined, or so many tries left."""

    joined: bool
    tries_left: int
    manager: str
    """Who has invited them; empty for who has not joined."""


@effect(Action.USE_BOT)
async def join(work: Work, actor: Person, invitation_id: InvitationId, number: str | None = None) -> Joining:
    """Join with the number that Telegram vouches for, or without one by the number that was confirmed before.

    A wrong number is counted; the link outlives a few of them, and then its manager is told.
    """
    invitation = await work.estate.invitations.get(invitation_id, hold=True)
    party = await work.estate.parties.get(invitation.party_id)
    manager = await work.people.get(party.manager_id)
    if manager.erased_at is not None:
        raise NotFound
    names = await names_of(work, manager)
    check_open(work, actor, invitation, party, names)
    phone = Phone.parse(number) if number is not None else None
    fingerprint = work.vault.fingerprint("phone", phone.number) if phone is not None else actor.phone_fingerprint
    if fingerprint != party.phone_fingerprint or fingerprint is None:
        if phone is None:
            raise Refusal("Please confirm your phone first.")
        await _count_wrong(work, invitation, party)
        return await work.commit({"joined": False, "tries_left": MOST_WRONG - invitation.wrong_phones, "manager": ""})
    if phone is not None:
        await keep_phone(work, actor, phone)
    party.person_id, party.joined_at = actor.id, work.now()
    invitation.used_at = work.now()
    actor.take_role(ROLES[party.kind])
    await tell(work, manager.id, NotificationKind.PARTY_JOINED, {"party_id": party.id}, f"party_joined:{invitation.id}")
    await tell_waiting_letters(work, party)
    return await work.commit({"joined": True, "tries_left": 0, "manager": names.full})


async def _count_wrong(work: Work, invitation: Invitation, party: Party) -> None:
    invitation.wrong_phones += 1
    if invitation.wrong_phones >= MOST_WRONG:
        invitation.revoke(work.now())
        data = {"party_id": party.id}
        await tell(
            work,
            party.manager_id,
            NotificationKind.INVITATION_GUESSED_AT,
            data,
            f"invitation_guessed_at:{invitation.id}",
        )
