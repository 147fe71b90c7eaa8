"""A manager takes back that somebody was removed: whoever had joined has access again, at once."""

from domain.estate.parties.join import ROLES
from domain.estate.parties.party import PartyId
from domain.letters.waiting_letters import tell_waiting_letters
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def restore_party(work: Work, actor: Person, party_id: PartyId) -> None:
    """Let the party be present again; who has not joined needs a new link."""
    party = await work.estate.parties.managed_by(actor.id, party_id, hold=True)
    if party.removed_at is None:
        raise Conflict("{name} is on your list already.", name=party.name)
    removed_at, party.removed_at = party.removed_at, None
    await work.estate.parties.save(party)
    if party.person_id is not None:
        person = await work.people.get(party.person_id)
        in_front = person.active_role
        person.take_role(ROLES[party.kind])
        person.active_role = in_front or person.active_role
        data = {"party_id": party.id}
        await tell(
            work,
            person.id,
            NotificationKind.ACCESS_RESTORED,
            data,
            f"access_restored:{party.id}:{removed_at.isoformat()}",
        )
        await tell_waiting_letters(work, party)
    return await work.commit(None)
