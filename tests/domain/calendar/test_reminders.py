"""Reminders come once each, by the clock of who planned it, whatever happens to processes and to summer time."""

import asyncio
import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from domain.calendar.edit_event import Extent
from domain.calendar.event import wall_time
from domain.calendar.finish_event import finish_event, reopen_event, snooze_event
from domain.calendar.repetition import Repeat
from domain.people.change_preferences import change_time_zone
from storage.database import Database
from tests.domain.calendar.landlord import Landlord
from tests.support.clock import HeldClock

MINUTE = dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("zone", "day", "minutes", "utc"),
    [
        ("Europe/Moscow", (2027, 1, 31), 540, "2027-01-31 06:00"),
        ("Asia/Kathmandu", (2028, 2, 29), 540, "2028-02-29 03:15"),
        ("Europe/Berlin", (2027, 3, 27), 150, "2027-03-27 01:30"),
        # half past two is skipped: an hour later by the wall
        ("Europe/Berlin", (2027, 3, 28), 150, "2027-03-28 01:30"),
        # half past two comes twice: the first time
        ("Europe/Berlin", (2027, 10, 31), 150, "2027-10-31 00:30"),
        ("Europe/Berlin", (2027, 10, 31), 540, "2027-10-31 08:00"),
        ("America/New_York", (2027, 3, 14), 150, "2027-03-14 07:30"),
        ("America/New_York", (2027, 11, 7), 90, "2027-11-07 05:30"),
        ("America/St_Johns", (2026, 12, 31), 1439, "2027-01-01 03:29"),
        ("Pacific/Apia", (2026, 12, 1), 0, "2026-11-30 11:00"),
        # midnight itself is skipped
        ("America/Santiago", (2027, 9, 5), 0, "2027-09-05 04:00"),
    ],
)
def test_a_time_by_the_wall_is_one_moment(zone: str, day: tuple[int, int, int], minutes: int, utc: str) -> None:
    assert f"{wall_time(dt.date(*day), minutes, ZoneInfo(zone)):%Y-%m-%d %H:%M}" == utc


@pytest.mark.parametrize(
    ("zone", "day", "at"),
    [
        ("Europe/Berlin", dt.date(2027, 3, 28), 150),
        ("Europe/Berlin", dt.date(2027, 10, 31), 150),
        ("Asia/Kathmandu", dt.date(2026, 12, 31), None),
        ("America/New_York", dt.date(2027, 11, 7), 90),
    ],
)
async def test_each_reminder_comes_once_at_its_time(
    database: Database, clock: HeldClock, zone: str, day: dt.date, at: int | None
) -> None:
    olga = await Landlord(database, clock, 1, time_zone=zone).begin("Студия")
    await olga.plans(day, at=at, remind_before=3)
    due = wall_time(day, 540 if at is None else at, ZoneInfo(zone))
    early = wall_time(day - dt.timedelta(days=3), 540 if at is None else at, ZoneInfo(zone))
    for told, moment in enumerate((early, due)):
        clock.set(moment - MINUTE)
        assert await olga.tick() == 0
        clock.advance(minutes=1)
        assert await olga.tick() == 1
        # nor in the hour that comes twice, nor on any day after
        for hours in (1, 1, 24):
            clock.advance(hours=hours)
            if clock.now() < due or told:
                assert await olga.tick() == 0
    assert len(await olga.told()) == 2


async def test_two_clocks_and_missed_ticks_tell_once_and_together(olga: Landlord, clock: HeldClock) -> None:
    for _ in range(3):
        await olga.plans(dt.date(2026, 11, 25), remind_before=1)
    await olga.plans(dt.date(2026, 11, 24))
    # nothing ran for a week: what was due meanwhile comes in one message
    clock.set(dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC))
    counts = await asyncio.gather(*(olga.tick() for _ in range(4)), return_exceptions=True)
    assert sum(one for one in counts if isinstance(one, int)) == 4
    assert await olga.tick() == 0
    told = await olga.told()
    assert len(told) == 1
    assert len(told[0].data["occurrence_ids"]) == 4


async def test_a_tick_that_fails_half_way_leaves_everything_due(
    olga: Landlord, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await olga.plans(dt.date(2026, 11, 24))
    clock.set(dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC))
    with monkeypatch.context() as broken:
        broken.setattr("domain.calendar.remind_due.tell", None)
        with pytest.raises(TypeError):
            await olga.tick()
    assert await olga.tick() == 1
    assert await olga.tick() == 0


async def test_quiet_hours_gather_until_they_end_but_a_time_that_was_said_outranks_them(
    database: Database, clock: HeldClock
) -> None:
    olga = await Landlord(database, clock, 1, quiet_from=22 * 60, quiet_until=10 * 60).begin("Студия")
    for _ in range(2):
        await olga.plans(dt.date(2026, 11, 24))
    await olga.plans(dt.date(2026, 11, 24), at=9 * 60 + 30)
    told = []
    for hour, minute in ((6, 0), (6, 29), (6, 30), (6, 59), (7, 0)):
        clock.set(dt.datetime(2026, 11, 24, hour, minute, tzinfo=dt.UTC))
        await olga.tick()
        told.append([len(one.data["occurrence_ids"]) for one in await olga.told()])
    assert told == [[], [], [1], [1], [2, 1]]


async def test_done_and_snoozed_events_are_not_reminded_of_too_early(olga: Landlord, clock: HeldClock) -> None:
    done, late = await olga.plans(dt.date(2026, 11, 24)), await olga.plans(dt.date(2026, 11, 24))
    await olga.does(finish_event, done)
    clock.set(dt.datetime(2026, 11, 24, 6, tzinfo=dt.UTC))
    assert await olga.tick() == 1
    await olga.does(snooze_event, [late, done], 3)
    clock.set(dt.datetime(2026, 11, 27, 5, 59, tzinfo=dt.UTC))
    assert await olga.tick() == 0
    clock.advance(minutes=1)
    assert await olga.tick() == 1
    await olga.does(reopen_event, done)
    clock.advance(days=5)
    assert await olga.tick() == 0


async def test_reminders_follow_a_person_to_another_time_zone_and_another_day(olga: Landlord, clock: HeldClock) -> None:
    moved = await olga.plans(dt.date(2026, 11, 24))
    await olga.does(change_time_zone, "Asia/Vladivostok")
    olga.person.time_zone = "Asia/Vladivostok"
    await olga.changes(moved, Extent.ONE, at=10 * 60)
    clock.set(dt.datetime(2026, 11, 23, 23, 59, tzinfo=dt.UTC))
    assert await olga.tick() == 0
    clock.advance(minutes=1)
    assert await olga.tick() == 1


async def test_every_month_of_a_year_is_reminded_of_once(olga: Landlord, clock: HeldClock) -> None:
    await olga.plans(dt.date(2026, 12, 31), repeat=Repeat.MONTHLY, remind_before=1)
    reminded = 0
    for month in range(12):
        clock.set(dt.datetime(2026 + (11 + month) // 12, (11 + month) % 12 + 1, 15, 12, tzinfo=dt.UTC))
        # whatever came on a day between would be found now
        assert await olga.tick() == 0
        clock.advance(days=11)
        for _ in range(6):
            clock.advance(days=1)
            reminded += await olga.tick()
    assert reminded == 12 * 2
    assert len(await olga.told()) == reminded
