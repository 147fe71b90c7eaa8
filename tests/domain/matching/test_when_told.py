"""News is pushed at once, gathered for a digest, or left in the inbox, and never wakes anybody."""

import datetime as dt

import pytest
from sqlalchemy import select

from domain.matching.deals.accept_offer import accept_offer
from domain.matching.deals.match import DealSide
from domain.matching.leads.archive_lead import archive_lead
from domain.matching.leads.restore_lead import restore_lead
from domain.matching.recommendations.like import like
from domain.people.person import PushPace
from storage.outbox import MessageState, outbox
from storage.people import person
from tests.domain.matching.agency import Agency, Realtor

MOSCOW = dt.timezone(dt.timedelta(hours=3))


def at(hour: int, minute: int = 0, day: int = 21) -> dt.datetime:
    """A moment of November 2026 in Moscow."""
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=MOSCOW)


async def pushes(agency: Agency, realtor: Realtor, state: MessageState = MessageState.WAITING) -> list[dt.datetime]:
    """When the pushes for the realtor are due."""
    query = select(outbox.c.not_before).where(outbox.c.person_id == realtor.person.id, outbox.c.state == state)
    async with agency.database.reading() as connection:
        return list((await connection.scalars(query.order_by(outbox.c.id))).all())


async def digest_of(agency: Agency, realtor: Realtor) -> dt.datetime | None:
    """When the realtor's next digest is due."""
    async with agency.database.reading() as connection:
        due: dt.datetime | None = await connection.scalar(
            select(person.c.next_digest_at).where(person.c.id == realtor.person.id)
        )
    return due


async def proposed_to(agency: Agency, irina: Realtor, anna: Realtor) -> tuple[int, int]:
    """Irina proposes something to Anna; returns lead and match."""
    flat_id, lead_id = await anna.has_property(), await irina.has_lead()
    return lead_id, await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)


async def test_pushed_at_once_by_day_and_after_the_quiet_hours_by_night(agency: Agency, irina: Realtor) -> None:
    anna = await agency.hires("Анна", quiet_from=22 * 60, quiet_until=8 * 60)
    agency.clock.set(at(15))
    await proposed_to(agency, irina, anna)
    agency.clock.set(at(23, 30))
    await proposed_to(agency, irina, anna)
    assert await pushes(agency, anna) == [at(15), at(8, day=22)]


@pytest.mark.parametrize(
    ("pace", "now", "due"),
    [
        (PushPace.HOURLY, at(15, 20), at(16)),
        (PushPace.HOURLY, at(21, 30), at(8, day=22)),
        (PushPace.DAILY, at(8, 59), at(9)),
        (PushPace.DAILY, at(9), at(9, day=22)),
        (PushPace.OFF, at(15), None),
    ],
)
async def test_digest_is_due_at_its_hour_outside_the_quiet_ones(
    agency: Agency, irina: Realtor, pace: PushPace, now: dt.datetime, due: dt.datetime | None
) -> None:
    anna = await agency.hires("Анна", push_pace=pace, quiet_from=22 * 60, quiet_until=8 * 60)
    agency.clock.set(now)
    await proposed_to(agency, irina, anna)
    agency.clock.advance(minutes=5)
    await proposed_to(agency, irina, anna)
    assert await pushes(agency, anna) == []
    assert await digest_of(agency, anna) == due
    assert len(await anna.inbox()) == 2


async def test_agreement_is_pushed_whatever_the_pace(agency: Agency, anna: Realtor) -> None:
    irina = await agency.hires("Ирина", push_pace=PushPace.OFF)
    _, match_id = await proposed_to(agency, irina, anna)
    await anna.does(accept_offer, match_id, await anna.sees_offer(match_id))  # type: ignore[arg-type]
    assert len(await pushes(agency, irina)) == 1


async def test_archiving_undone_at_once_is_never_pushed(agency: Agency, anna: Realtor, irina: Realtor) -> None:
    lead_id, _ = await proposed_to(agency, irina, anna)
    await irina.does(archive_lead, lead_id)  # type: ignore[arg-type]
    agency.clock.advance(seconds=20)
    await irina.does(restore_lead, lead_id)  # type: ignore[arg-type]
    assert len(await pushes(agency, anna)) == 1
    assert len(await pushes(agency, anna, MessageState.CANCELLED)) == 1
