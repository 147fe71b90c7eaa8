"""The calendar of a month as a grid: each day shows by a sign what it holds, and a tap opens it.

A month that touches six weeks takes six rows of days, one that turns the months and one with what can be done: eight,
all that a phone shows. A shorter month has the days of the week as a row above; in a long one they stand in the text.
"""

import calendar
import datetime as dt
from collections.abc import Sequence

from aiogram import Router
from babel.dates import get_day_names
from markupsafe import Markup

from bot.callbacks import NoAction
from bot.charts.words import month_name, short_month
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.opening import opens
from bot.screen import BLANK, MOST_ROWS, Button, Row, Screen
from domain.calendar.draft import YEARS
from domain.calendar.month import Mark, Month, show_month
from domain.estate.objects.premises import PremisesId
from handlers.owner.calendar.callbacks import (
    AddEvent,
    CalendarDay,
    CalendarMonth,
    CalendarTotals,
    EventsList,
)
from handlers.owner.calendar.words import MINUS, total_line

router = Router(name="calendar_month")

SIGNS = {
    Mark.INCOME: "+",
    Mark.EXPENSE: MINUS,
    Mark.BOTH: "±",
    Mark.REMINDER: "•",
    Mark.DONE: "✓",
    Mark.OVERDUE: "!",
}
MEANINGS = {
    Mark.INCOME: "income",
    Mark.EXPENSE: "expense",
    Mark.BOTH: "income and expense",
    Mark.REMINDER: "reminder",
    Mark.DONE: "all done",
    Mark.OVERDUE: "overdue",
}
ROWS_BESIDE_DAYS = 2
"""The row that turns the months, and the one with what can be done."""


@opens(router, CalendarMonth, command="calendar")
async def month_screen(ctx: Context, press: CalendarMonth) -> Screen:
    """The grid, and above it what the month comes to."""
    about = PremisesId(press.premises) if press.premises else None
    month = await show_month(ctx.work, ctx.me, month_of(press.month), premises_id=about)
    return grid_screen(ctx.t, month, press.premises)


def month_of(number: int) -> dt.date | None:
    """The first day of a month by its number in a button; None for the present one or for what is no month."""
    year, month = divmod(number, 12)
    return dt.date(year, month + 1, 1) if dt.MINYEAR <= year <= dt.MAXYEAR else None


def number_of(day: dt.date) -> int:
    """A month's number in a button."""
    return day.year * 12 + day.month - 1


def grid_screen(t: Localizer, month: Month, premises: int) -> Screen:
    """The month as it is shown; `premises` is the only object that is looked at, or 0."""
    weeks = calendar.Calendar(t.formats.first_week_day).monthdatescalendar(month.first.year, month.first.month)
    weekdays = _weekdays(t)
    has_room = len(weeks) + ROWS_BESIDE_DAYS < MOST_ROWS
    title = t("Calendar · {month}", month=month_name(t, month.first))
    text = lines(
        bold(title),
        Markup("🏠 {}").format(month.premises.name) if month.premises is not None else None,
        *_sums(t, month),
        None if has_room else quiet(" · ".join(weekdays)),
        "",
        _hint(t, month),
    )
    rows: list[Row] = [[Button(name, NoAction()) for name in weekdays]] if has_room else []
    rows += [[_day(one, month, premises) for one in week] for week in weeks]
    return Screen(text, [*rows, _actions(t, month, premises), _turns(t, month, premises)])


def _sums(t: Localizer, month: Month) -> Sequence[Markup]:
    said = [total_line(t, total) for total in month.totals.values() if total.count]
    late = sum(total.overdue for total in month.totals.values())
    if late:
        said.append(t.n("❗ {count} event is overdue", "❗ {count} events are overdue", late))
    return said


def _hint(t: Localizer, month: Month) -> Markup:
    if not month.marks:
        return lines(
            t("Nothing is planned this month. Tap a day, or simply write:"),
            quiet(t("Dec 12 rent 45000 Arbat")),
        )
    present = [mark for mark in SIGNS if mark in month.marks.values()]
    return quiet("   ".join(f"{SIGNS[mark]} {t(MEANINGS[mark])}" for mark in present))


def _weekdays(t: Localizer) -> list[str]:
    names = get_day_names("short", locale=t.locale)
    first = t.formats.first_week_day
    return [names[(first + at) % 7] for at in range(7)]


def _day(day: dt.date, month: Month, premises: int) -> Button:
    if day.month != month.first.month:
        return Button(BLANK, NoAction())
    number = f"[{day.day}]" if day == month.today else str(day.day)
    mark = month.marks.get(day)
    return Button(f"{number}{SIGNS[mark]}" if mark else number, CalendarDay(day=day.toordinal(), premises=premises))


def _turns(t: Localizer, month: Month, premises: int) -> Row:
    before = (month.first - dt.timedelta(days=1)).replace(day=1)
    after = (month.first + dt.timedelta(days=32)).replace(day=1)
    earliest = month.today.replace(year=month.today.year - YEARS, month=1, day=1)

    def turn(label: str, to: dt.date, *, is_there: bool) -> Button:
        if not is_there:
            return Button(BLANK, NoAction())
        return Button(label, CalendarMonth(month=number_of(to), premises=premises))

    today = CalendarMonth(premises=premises)
    if month.first == month.today.replace(day=1):
        middle = Button(t("Today"), CalendarDay(day=month.today.toordinal(), premises=premises))
    else:
        middle = Button(t("Today"), today)
    # four in a row: a phone shows only short ones whole
    return [
        turn(f"‹ {short_month(t, before)}", before, is_there=before >= earliest),
        middle,
        turn(f"{short_month(t, after)} ›", after, is_there=after <= month.horizon),
        menu_button(t),
    ]


def _actions(t: Localizer, month: Month, premises: int) -> Row:
    listed = EventsList(premises=premises, span="month" if month.first == month.today.replace(day=1) else "all")
    return [
        Button(t("➕ Event"), AddEvent(premises=premises)),
        Button(t("📋 List"), listed),
        Button(t("📊 Totals"), CalendarTotals(month=number_of(month.first), premises=premises)),
    ]
