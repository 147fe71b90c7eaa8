"""Lists miss nothing and repeat nothing while others add and delete; totals keep done, planned and currencies apart."""

import datetime as dt
import itertools
import random

import pytest

from domain.calendar.edit_event import Extent
from domain.calendar.event import OccurrenceId
from domain.calendar.finish_event import finish_event
from domain.calendar.forecast import show_forecast
from domain.calendar.list_events import list_events
from domain.calendar.looking import EventCursor, Filter, What
from domain.calendar.month import Mark, show_month
from domain.calendar.repetition import Repeat
from domain.calendar.totals import show_totals
from domain.privacy.erase_data import erase_data
from domain.privacy.export_data import export_data
from domain.refusal import NotFound
from storage.database import Database
from tests.domain.calendar.landlord import Landlord
from tests.support.clock import HeldClock

TODAY = dt.date(2026, 11, 21)
DEC = dt.date(2026, 12, 1)


@pytest.mark.parametrize("latest_first", [False, True])
async def test_pages_miss_nothing_and_repeat_nothing_while_events_come_and_go(
    olga: Landlord, latest_first: bool
) -> None:
    chance = random.Random(7)  # noqa: S311  (a test's own dice)
    days = [DEC + dt.timedelta(days=chance.randrange(20)) for _ in range(23)]
    stayed = [await olga.plans(one) for one in days]
    doomed = {one: await olga.plans(DEC + dt.timedelta(days=one)) for one in range(20)}
    wanted = Filter(today=TODAY, latest_first=latest_first)
    seen: list[OccurrenceId] = []
    cursor, turns = None, itertools.count()
    while True:
        page = await olga.does(list_events, wanted, cursor=cursor, limit=4)
        seen += [one.id for one in page.items]
        if not page.has_more:
            break
        cursor = EventCursor.at(page.items[-1])
        # on every turn something before, after and at the place itself comes or goes
        turn = next(turns)
        await olga.plans(DEC + dt.timedelta(days=chance.randrange(20)))
        await olga.plans(page.items[-1].day)
        if turn in doomed:
            await olga.deletes(doomed.pop(turn), Extent.ONE)
        if page.items[0].id in doomed.values():
            await olga.deletes(page.items[0].id, Extent.ONE)
            doomed = {number: one for number, one in doomed.items() if one != page.items[0].id}
    assert len(seen) == len(set(seen))
    assert set(stayed) <= set(seen)
    # and back again to the very first page
    while page.ahead:
        before = page.ahead
        page = await olga.does(list_events, wanted, cursor=EventCursor.at(page.items[0]), backwards=True, limit=4)
        assert page.ahead == max(0, before - 4)
    assert len(page.items) == 4


async def test_a_page_whose_rows_have_all_gone_shows_the_last_there_is(olga: Landlord) -> None:
    rows = [await olga.plans(DEC) for _ in range(6)]
    cursor = EventCursor(DEC, rows[3])
    for one in rows[3:]:
        await olga.deletes(one, Extent.ONE)
    page = await olga.does(list_events, Filter(today=TODAY), cursor=cursor, limit=4)
    assert [one.id for one in page.items] == rows[:3]
    assert not page.has_more


async def test_lists_are_narrowed_by_object_days_kind_and_words(olga: Landlord) -> None:
    forest = olga.objects[1]
    rent = await olga.plans(DEC)
    repair = await olga.plans(
        dt.date(2026, 11, 10), income=0, expense=5_000_00, description="Ремонт", premises_id=forest
    )
    done = await olga.plans(dt.date(2026, 11, 12), income=1, expense=2, description="пол", done=True)
    assert [one.id for one in await olga.rows()] == [repair, done, rent]

    async def found(**filters: object) -> list[OccurrenceId]:
        return [one.id for one in await olga.rows(**filters)]

    assert await found(premises_id=forest) == [repair]
    assert await found(first=dt.date(2026, 11, 11), last=DEC) == [done, rent]
    assert await found(what=What.INCOME) == [done, rent]
    assert await found(what=What.EXPENSE) == [repair, done]
    assert await found(what=What.OVERDUE) == [repair]
    assert await found(what=What.DONE) == [done]
    assert await found(words="РЕМ лесн") == [repair]
    assert await found(words="арбат") == [done, rent]
    assert await found(words="%") == []


async def test_totals_keep_done_planned_and_currencies_apart(
    olga: Landlord, database: Database, clock: HeldClock
) -> None:
    studio, forest = olga.objects
    november = dt.date(2026, 11, 5)
    came = await olga.plans(november, repeat=Repeat.MONTHLY, until=dt.date(2027, 6, 30))
    await olga.does(finish_event, came, income=40_000_00)
    await olga.plans(november, income=0, expense=3_000_00, premises_id=forest)
    await olga.plans(dt.date(2026, 11, 25), income=100_00, currency="USD", premises_id=forest)
    totals = await olga.does(show_totals, dt.date(2026, 11, 1), dt.date(2026, 12, 31))
    assert list(totals.overall) == ["RUB", "USD"]
    rub, usd = totals.overall["RUB"], totals.overall["USD"]
    assert (rub.came, rub.to_come, rub.went, rub.to_go) == (40_000_00, 45_000_00, 0, 3_000_00)
    assert (rub.profit, rub.expected_profit) == (40_000_00, 82_000_00)
    assert (rub.overdue, rub.overdue_out, usd.to_come, usd.overdue) == (1, 3_000_00, 100_00, 0)
    assert [one.came + one.to_come for one in totals.by_month["RUB"].values()] == [40_000_00, 45_000_00]
    assert totals.by_object["RUB"][studio].came == 40_000_00
    only = await olga.does(show_totals, dt.date(2026, 11, 1), dt.date(2026, 11, 30), premises_id=forest)
    assert only.overall["RUB"].to_go == 3_000_00
    assert only.overall["RUB"].came == 0
    month = await olga.does(show_month, TODAY)
    assert month.marks == {november: Mark.OVERDUE, dt.date(2026, 11, 25): Mark.INCOME}
    forecast = await olga.does(show_forecast, 3)
    assert list(forecast.totals.by_month["RUB"]) == [
        dt.date(2026, 11, 1),
        DEC,
        dt.date(2027, 1, 1),
        dt.date(2027, 2, 1),
    ]
    assert forecast.totals.overall["RUB"].to_come == 3 * 45_000_00
    assert (forecast.repeating, forecast.single) == (1, 1)
    assert forecast.overdue["RUB"].overdue_out == 3_000_00
    stranger = await Landlord(database, clock, 2).begin("Дача")
    assert (await stranger.does(show_totals, dt.date(2026, 1, 1), dt.date(2026, 12, 31))).overall == {}
    with pytest.raises(NotFound):
        await stranger.does(show_month, TODAY, premises_id=studio)


async def test_the_calendar_is_handed_out_and_goes_with_the_person(olga: Landlord) -> None:
    await olga.plans(DEC, repeat=Repeat.MONTHLY, until=dt.date(2027, 1, 31), description="аренда от Иванова")
    gone = await olga.plans(DEC, description="лишнее")
    await olga.deletes(gone, Extent.ALL)
    exported = await olga.does(export_data)
    calendar = exported["calendar"]
    assert [one["description"] for one in calendar] == ["аренда от Иванова"]
    assert [one["day"] for one in calendar[0]["occurrences"]] == ["2026-12-01", "2027-01-01"]
    await olga.does(erase_data)
    assert await olga.rows() == []
