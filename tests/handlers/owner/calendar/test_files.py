"""The calendar leaves the chat: a phone's calendar shows the same days, a workbook adds up to the same sums."""

import datetime as dt
import io

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import Calendar, Event
from openpyxl import load_workbook

from tests.support.estate import Manager, new_landlord
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def phone_file(lev: Manager) -> Calendar:
    """The file as a phone reads it."""
    await lev.writes("/calendar")
    await lev.taps("📊 Итоги")
    await lev.taps("📲 В телефон")
    assert lev.person.screen.file_name == "Календарь доходов.ics"
    return Calendar.from_ical(lev.person.screen.file or b"")


def rrule_of(entry: Event) -> str:
    """The recurrence as it stands in the file."""
    lines: list[str] = entry.to_ical().decode().replace("\r\n ", "").splitlines()
    return next(line.removeprefix("RRULE:") for line in lines if line.startswith("RRULE:"))


def days_of(calendar: Calendar, until: dt.date) -> list[dt.date]:
    """Every day up to then on which the phone shows something."""
    shown: dict[tuple[str, dt.date], dt.date] = {}
    for entry in calendar.events:
        uid, start = str(entry["uid"]), entry.decoded("dtstart")
        if "rrule" in entry:
            rule = rrulestr(rrule_of(entry), dtstart=dt.datetime.combine(start, dt.time()))
            left_out = entry.get("exdate", [])
            dates = left_out if isinstance(left_out, list) else [left_out]
            out = {one.dt for each in dates for one in each.dts}
            for moment in rule.between(dt.datetime(2020, 1, 1), dt.datetime.combine(until, dt.time()), inc=True):  # noqa: DTZ001
                if moment.date() not in out:
                    shown[uid, moment.date()] = moment.date()
    for entry in calendar.events:
        if "rrule" not in entry:
            uid, start = str(entry["uid"]), entry.decoded("dtstart")
            slot = entry.decoded("recurrence-id") if "recurrence-id" in entry else start
            shown[uid, slot] = start.date() if isinstance(start, dt.datetime) else start
    return sorted(day for day in shown.values() if day <= until)


async def test_a_phone_shows_the_same_days_and_rings(world: World) -> None:
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Студия на Арбате", address="Арбат, 12")
    for line in (
        "+45 000 аренда 31 числа каждого месяца до 31.08.2027",
        "29.02.2028 страховка 12000 ежегодно",
        "-3000 сантехник завтра в 18:30 напомни за день",
    ):
        await lev.writes(line)
        await lev.taps("✅ Сохранить")
    first = await phone_file(lev)
    until = dt.date(2027, 12, 31)
    months = [dt.date(2026, 12, 31), *(dt.date(2027, m, d) for m, d in ((1, 31), (2, 28), (3, 31), (4, 30), (5, 31)))]
    months += [dt.date(2027, 6, 30), dt.date(2027, 7, 31), dt.date(2027, 8, 31)]
    timed = next(one for one in first.walk("VEVENT") if "−3 000" in str(one["summary"]).replace("\u00a0", " "))
    assert timed.decoded("dtstart").isoformat() == "2026-11-22T18:30:00+03:00"
    assert [one.decoded("trigger") for one in timed.walk("VALARM")] == [dt.timedelta(0), dt.timedelta(days=-1)]
    whole_day = next(one for one in first.walk("VEVENT") if "rrule" in one)
    assert [one.decoded("trigger") for one in whole_day.walk("VALARM")] == [dt.timedelta(hours=9)]
    assert days_of(first, until) == [dt.date(2026, 11, 22), *months]
    # one is moved, one done, one deleted: the phone sees it, under the same names
    await lev.writes("/calendar")
    await lev.taps("дек")
    await lev.taps("31+")
    await lev.taps("1. ")
    await lev.taps("✏️ Изменить")
    await lev.taps("Только это")
    await lev.taps("Дата")
    await lev.writes("30.12.2026")
    await lev.taps("‹ День")
    await lev.taps("‹ Календарь")
    await lev.taps("янв")
    await lev.taps("31+")
    await lev.taps("1. ")
    await lev.taps("🗑 Удалить")
    await lev.taps("🗑 Только это")
    again = await phone_file(lev)
    assert {str(one["uid"]) for one in again.walk("VEVENT")} == {str(one["uid"]) for one in first.walk("VEVENT")}
    assert days_of(again, until) == [dt.date(2026, 11, 22), dt.date(2026, 12, 30), *months[2:]]


async def test_a_workbook_adds_up(world: World) -> None:
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Студия на Арбате")
    for line in ("аренда 45000 вчера", "аренда 45000 1 декабря", "-4500,50 =SUM(A1) сантехник вчера"):
        await lev.writes(line)
        await lev.taps("✅ Сохранить")
    await lev.writes("/calendar")
    await lev.taps("📊 Итоги")
    await lev.taps("📊 Excel")
    lev.sees("Календарь доходов 2026", "Пришло 45 000 ₽ из 90 000 ₽ · ушло 4 500,50 ₽")
    book = load_workbook(io.BytesIO(lev.person.screen.file or b""), data_only=True)
    events, months, objects = book.worksheets
    rows = [row for row in events.iter_rows(values_only=True) if isinstance(row[0], dt.datetime)]
    assert [row[3] for row in rows] == [45000, None, 45000]
    assert [row[6] for row in rows] == [None, 4500.5, None]
    assert rows[1][2] == "=SUM(A1) сантехник"
    november = next(row for row in months.iter_rows(values_only=True) if row[0] == dt.datetime(2026, 11, 1))  # noqa: DTZ001
    assert november[1:] == (45000, 0, 4500.5, 0, 40499.5)
    studio = next(row for row in objects.iter_rows(values_only=True) if row[0] == "Студия на Арбате")
    assert studio[1:] == (45000, 45000, 4500.5, 0, 40499.5)
