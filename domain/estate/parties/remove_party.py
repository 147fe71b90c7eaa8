"""A manager removes an owner or tenant: their access ends at once, what has been booked stays (OT28)."""

from domain.estate.parties.inviting import withdraw_all
from domain.estate.parties.join import ROLES
from domain.estate.parties.party import Party, PartyId, PartyKind
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def remove_party(work: Work, actor: Person, party_id: PartyId) -> None:
    """End the access and tell whoever had it; open leases stay booked."""
    party = await work.estate.parties.managed_by(actor.id, party_id, hold=True)
    if party.person_id == actor.id:
        raise Refusal("You cannot remove yourself.")
    check_present(party)
    await end_access(work, party)
    return await work.commit(None)


def check_present(party: Party) -> None:
    """Refuse for somebody who has been removed already."""
    if not party.is_present:
        raise Conflict("{name} was removed on {date}.", name=party.name, date=party.removed_at)


async def end_access(work: Work, party: Party) -> None:
    """Remove the party in the present transaction; the role goes with the last party of its kind."""
    now = work.now()
    party.removed_at = now
    await withdraw_all(work, party)
    await work.estate.parties.save(party)
    if party.person_id is None:
        return
    person = await work.people.get(party.person_id)
    await _settle_role(work, person, party.kind)
    data = {"party_id": party.id}
    await tell(work, person.id, NotificationKind.ACCESS_ENDED, data, f"access_ended:{party.id}:{now.isoformat()}")


async def _settle_role(work: Work, person: Person, kind: PartyKind) -> None:
    role = ROLES[kind]
    stays = kind is PartyKind.OWNER and await work.estate.premises.manages_any(person.id)
    if role in person.roles and not stays and not await work.estate.parties.acting(person.id, kind):
        person.lose_role(role)
