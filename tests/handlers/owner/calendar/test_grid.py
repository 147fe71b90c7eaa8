"""Every month of many years fits the eight rows of a phone, each day under its weekday, in every language."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.localization import Localizer
from bot.screen import MOST_LABEL, MOST_ROWS, Screen
from domain.calendar.event import AHEAD
from domain.calendar.month import Mark, Month
from handlers.owner.calendar.callbacks import CalendarDay
from handlers.owner.calendar.month import grid_screen

NOW = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


def grid(language: str, first: dt.date) -> Screen:
    marks = {first + dt.timedelta(days=number): mark for number, mark in enumerate(Mark)}
    month = Month(first, NOW.date(), NOW.date() + AHEAD, marks, {}, None)
    return grid_screen(Localizer(language, ZoneInfo("Europe/Moscow"), NOW), month, 0)


@pytest.mark.parametrize("language", ["ru", "en", "en-US"])
def test_a_month_fits_a_phone(language: str) -> None:
    six_weeks = 0
    for number in range(2020 * 12, 2040 * 12):
        first = dt.date(number // 12, number % 12 + 1, 1)
        screen = grid(language, first)
        rows = [row for row in screen.rows if row]
        assert len(rows) <= MOST_ROWS
        assert all(len(button.label) <= MOST_LABEL for row in rows for button in row)
        weeks = [row for row in rows if len(row) == 7 and any(isinstance(one.press, CalendarDay) for one in row)]
        six_weeks += len(weeks) == 6
        days = [
            (at, one.press.day) for row in weeks for at, one in enumerate(row) if isinstance(one.press, CalendarDay)
        ]
        assert [dt.date.fromordinal(day).day for _, day in days] == list(range(1, len(days) + 1))
        columns = {at: dt.date.fromordinal(day).weekday() for at, day in days}
        assert all(columns[at] == dt.date.fromordinal(day).weekday() for at, day in days)
    assert six_weeks > 20


def test_each_mark_has_its_sign_and_its_meaning() -> None:
    screen = grid("ru", dt.date(2026, 12, 1))
    labels = [str(button.label) for row in screen.rows for button in row]
    assert {"1!", "2±", "3+", "4−", "5•", "6✓"} <= set(labels)
    for meaning in ("! просрочено", "± доход и расход", "+ доходы", "− расходы", "• напоминание", "✓ всё сделано"):
        assert meaning in screen.text
