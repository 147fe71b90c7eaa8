"""The clock's part in offering objects: one that is let is put away, one that becomes vacant is proposed again."""

import datetime as dt

from domain.estate.leases.tell_lease_ends import MORNING
from domain.estate.objects.following import property_of, withdraw_if_let
from domain.estate.objects.occupancy import is_vacant, vacant_since
from domain.estate.objects.premises import PremisesId
from domain.matching.properties.property import Property
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Person
from domain.work import Work

FRESH = dt.timedelta(days=3)
"""Later than this its owner has thought about it already."""


async def offers_to_look_at(work: Work, after: PremisesId, limit: int) -> list[PremisesId]:
    """Some of the objects that are offered though they are let, or were and are vacant since lately, by id."""
    async with work.reading():
        return await work.estate.premises.with_offer_to_look_at(work.now().date(), after, limit)


async def look_at_offer(work: Work, premises_id: PremisesId) -> bool:
    """Put the property away, or propose to offer the object again; returns whether either was done."""
    async with work.writing("look_at_offer"):
        premises = await work.estate.premises.get(premises_id)
        offered = await property_of(work, premises)
        if offered is None:
            return False
        realtor = await work.people.get(offered.realtor_id)
        today = work.now().astimezone(realtor.zone).date()
        leases = await work.estate.leases.of_premises([premises_id])
        done = await withdraw_if_let(work, premises, leases, today)
        if not offered.is_active and is_vacant(leases, today):
            since = vacant_since(leases, today)
            if since is not None and _was_put_away_before(offered, since, realtor):
                done = done or await _propose(work, realtor, premises_id, since)
        await work.commit(None)
        return done


def _was_put_away_before(offered: Property, since: dt.date, realtor: Person) -> bool:
    """Whether it was put away because the object was let, not by its realtor since it is vacant."""
    return offered.archived_at is not None and offered.archived_at.astimezone(realtor.zone).date() < since


async def _propose(work: Work, realtor: Person, premises_id: PremisesId, since: dt.date) -> bool:
    local = work.now().astimezone(realtor.zone)
    if not since <= local.date() <= since + FRESH or local.hour < MORNING:
        return False
    about = f"vacant:{premises_id}:{since}"
    if not await work.notifications.first_time(realtor.id, about):
        return False
    await tell(work, realtor.id, NotificationKind.VACANT, {"premises_id": premises_id}, f"{about}:{realtor.id}")
    return True
