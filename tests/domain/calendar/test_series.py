"""A repeating event is changed and deleted for one time, from one time on, or as a whole, and back again."""

import datetime as dt

import pytest

from domain.calendar.delete_event import undo_deletion
from domain.calendar.edit_event import Extent, edit_event
from domain.calendar.event import OccurrenceId
from domain.calendar.finish_event import finish_event
from domain.calendar.of_premises import count_events_of, delete_events_of, move_events, release_events_of
from domain.calendar.repetition import Repeat
from domain.refusal import Conflict, NotFound, Refusal
from storage.database import Database
from tests.domain.calendar.landlord import Landlord
from tests.support.clock import HeldClock

DEC = dt.date(2026, 12, 1)
MAY = dt.date(2027, 5, 31)


async def rent(olga: Landlord, **changes: object) -> list[OccurrenceId]:
    """Rent on the first of six months; the ids of all of them."""
    await olga.plans(DEC, repeat=Repeat.MONTHLY, until=MAY, **changes)
    return [one.id for one in await olga.rows()]


async def test_a_repeating_event_is_there_for_two_years_and_the_clock_goes_on(olga: Landlord, clock: HeldClock) -> None:
    await olga.plans(dt.date(2026, 12, 31), repeat=Repeat.MONTHLY)
    await olga.plans(dt.date(2028, 2, 29), repeat=Repeat.YEARLY, description="налог")
    rows = await olga.rows()
    assert rows[-1].day == dt.date(2028, 11, 30)
    assert [f"{one.day:%d.%m}" for one in rows][:4] == ["31.12", "31.01", "28.02", "31.03"]
    clock.advance(days=800)
    for _ in range(3):
        await olga.tick()
    later = [one.day for one in await olga.rows(first=dt.date(2028, 11, 1), words="аренда")]
    assert [f"{one:%m.%y}" for one in later] == [f"{n % 12 + 1:02}.{28 + n // 12}" for n in range(10, 10 + len(later))]
    assert later[-1] == dt.date(2031, 1, 31)
    assert [one.day for one in await olga.rows(words="налог")][:3] == [
        dt.date(2028, 2, 29),
        dt.date(2029, 2, 28),
        dt.date(2030, 2, 28),
    ]


async def test_one_time_is_changed_alone_and_stays_so(olga: Landlord) -> None:
    months = await rent(olga)
    await olga.changes(months[1], Extent.ONE, day=dt.date(2027, 1, 10), income=50_000_00)
    await olga.changes(months[0], Extent.ALL, income=47_000_00, description="аренда студии")
    rows = await olga.rows()
    assert [one.income // 100_00 for one in rows] == [470, 500, 470, 470, 470, 470]
    assert {one.description for one in rows} == {"аренда студии"}
    await olga.changes(months[3], Extent.ALL, day=dt.date(2027, 3, 5))
    assert await olga.days() == ["05.12", "10.01", "05.02", "05.03", "05.04", "05.05"]
    with pytest.raises(Refusal):
        await olga.changes(months[3], Extent.ONE, repeat=Repeat.YEARLY)


async def test_what_follows_goes_on_differently_and_what_was_stays(olga: Landlord) -> None:
    months = await rent(olga)
    await olga.does(finish_event, months[0])
    await olga.does(finish_event, months[4], income=40_000_00)
    await olga.changes(months[2], Extent.FOLLOWING, income=60_000_00, day=dt.date(2027, 2, 28))
    rows = await olga.rows()
    assert [one.id for one in rows] == months
    assert [one.comes_in // 100_00 for one in rows] == [450, 450, 600, 600, 400, 600]
    assert await olga.days() == ["01.12", "01.01", "28.02", "28.03", "01.04", "28.05"]
    assert len({one.event_id for one in rows}) == 2


async def test_another_currency_leaves_sums_of_their_own_alone(olga: Landlord) -> None:
    months = await rent(olga)
    await olga.changes(months[1], Extent.ONE, income=50_000_00)
    await olga.changes(months[0], Extent.ALL, income=900_00, currency="USD")
    assert [(one.income, one.currency) for one in (await olga.rows())[:3]] == [
        (900_00, "USD"),
        (50_000_00, "RUB"),
        (900_00, "USD"),
    ]


async def test_a_series_ends_earlier_or_goes_on_longer(olga: Landlord) -> None:
    months = await rent(olga)
    await olga.does(finish_event, months[5])
    await olga.changes(months[0], Extent.ALL, until=dt.date(2027, 2, 15))
    # what is done stays, on its own
    assert await olga.days() == ["01.12", "01.01", "01.02", "01.05"]
    await olga.changes(months[0], Extent.ALL, until=dt.date(2027, 4, 1))
    assert await olga.days() == ["01.12", "01.01", "01.02", "01.03", "01.04", "01.05"]
    with pytest.raises(Refusal):
        await olga.changes(months[0], Extent.ALL, until=dt.date(2026, 11, 30))


async def test_how_often_it_repeats_changes_from_some_day_on(olga: Landlord) -> None:
    months = await rent(olga)
    await olga.changes(months[2], Extent.ALL, repeat=Repeat.YEARLY, until=None)
    assert await olga.days(dt.date(2028, 12, 31)) == ["01.12", "01.01", "01.02", "01.02"]
    await olga.changes(months[2], Extent.FOLLOWING, repeat=Repeat.NONE)
    assert await olga.days(dt.date(2028, 12, 31)) == ["01.12", "01.01", "01.02"]
    await olga.changes(months[2], Extent.ALL, repeat=Repeat.MONTHLY, until=MAY)
    assert await olga.days() == ["01.12", "01.01", "01.02", "01.03", "01.04", "01.05"]


async def test_who_is_late_is_told_and_a_strangers_event_is_not_there(
    olga: Landlord, database: Database, clock: HeldClock
) -> None:
    months = await rent(olga)
    stale = (await olga.rows())[0].version
    await olga.changes(months[0], Extent.ONE, income=1)
    with pytest.raises(Conflict):
        await olga.does(edit_event, months[0], stale, Extent.ONE, {"income": 2})
    stranger = await Landlord(database, clock, 2).begin("Дача")
    for attempt in (
        stranger.does(finish_event, months[0]),
        stranger.deletes(months[0], Extent.ALL),
        stranger.plans(DEC, premises_id=olga.objects[0]),
    ):
        with pytest.raises(NotFound):
            await attempt


@pytest.mark.parametrize(
    ("extent", "left"),
    [
        (Extent.ONE, ["01.12", "01.01", "01.03", "01.04", "01.05"]),
        (Extent.FOLLOWING, ["01.12", "01.01", "01.04"]),
        (Extent.ALL, []),
    ],
)
async def test_what_is_deleted_can_be_brought_back_for_a_day(
    olga: Landlord, clock: HeldClock, extent: Extent, left: list[str]
) -> None:
    months = await rent(olga)
    await olga.does(finish_event, months[4])
    removal = await olga.deletes(months[2], extent)
    assert await olga.days() == left
    await olga.tick()
    await olga.does(undo_deletion, removal)
    assert [one.id for one in await olga.rows()] == months
    with pytest.raises(Conflict):
        await olga.does(undo_deletion, removal)
    removal = await olga.deletes(months[2], extent)
    clock.advance(days=2)
    await olga.tick()
    with pytest.raises(Conflict):
        await olga.does(undo_deletion, removal)
    assert await olga.days() == left


async def test_what_was_deleted_is_not_made_again(olga: Landlord, clock: HeldClock) -> None:
    await olga.plans(DEC, repeat=Repeat.MONTHLY)
    months = [one.id for one in await olga.rows()]
    await olga.deletes(months[1], Extent.ONE)
    await olga.changes(months[2], Extent.ALL, day=dt.date(2027, 2, 3))
    clock.advance(days=40)
    await olga.tick()
    assert (await olga.days(MAY))[:3] == ["03.12", "03.02", "03.03"]
    # an end that was taken back makes what it had cut off again
    await olga.deletes(months[3], Extent.FOLLOWING)
    await olga.changes(months[2], Extent.ALL, until=dt.date(2027, 4, 30))
    assert await olga.days() == ["03.12", "03.02", "03.03", "03.04"]


async def test_events_of_a_deleted_object_stay_move_or_go(olga: Landlord) -> None:
    studio, forest = olga.objects
    await rent(olga)
    await olga.plans(DEC, repeat=Repeat.NONE, expense=10_00, income=0)
    away = await olga.plans(DEC, premises_id=forest)
    await olga.changes(away, Extent.ONE, premises_id=studio)

    async def within(part: object) -> object:
        work = olga.work()
        async with work.writing("part"):
            return await work.commit(await part(work))  # type: ignore[operator]

    assert await within(lambda work: count_events_of(work, studio)) == 3
    await within(lambda work: move_events(work, studio, forest))
    assert {one.premises_id for one in await olga.rows()} == {forest}
    await within(lambda work: release_events_of(work, forest))
    assert {one.premises_id for one in await olga.rows()} == {None}
    first = (await olga.rows())[0]
    await olga.changes(first.id, Extent.ONE, description="без объекта")
    await olga.changes(first.id, Extent.ONE, premises_id=forest)
    await within(lambda work: delete_events_of(work, forest))
    assert len(await olga.rows()) == 7
