"""A day of the calendar: everything on it, and the way to add something to it."""

import datetime as dt

from aiogram import Router

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.forms.wording import capital
from bot.localization import bold, lines
from bot.opening import opens
from bot.screen import Button, Row, Screen
from domain.calendar.event import OccurrenceId
from domain.calendar.list_events import list_events
from domain.calendar.looking import EventCursor, Filter
from domain.estate.objects.premises import PremisesId
from handlers.owner.calendar.callbacks import AddEvent, CalendarDay, CalendarMonth
from handlers.owner.calendar.month import number_of
from handlers.owner.calendar.paging import event_lines, event_rows, paging
from handlers.owner.calendar.words import day_name

router = Router(name="calendar_day")

MOST_DAY = dt.date(9990, 1, 1).toordinal()


@opens(router, CalendarDay)
async def day_screen(ctx: Context, press: CalendarDay) -> Screen:
    """A page of the day."""
    t = ctx.t
    day = dt.date.fromordinal(min(max(press.day, 1), MOST_DAY))
    about = PremisesId(press.premises) if press.premises else None
    wanted = Filter(today=t.today, premises_id=about, first=day, last=day)
    cursor = EventCursor(day, OccurrenceId(press.row)) if press.row else None
    page = await list_events(ctx.work, ctx.me, wanted, cursor=cursor, backwards=press.back)
    object_ = page.premises.get(about) if about is not None else None
    text = lines(
        bold(capital(day_name(t, day))),
        f"🏠 {object_.name}" if object_ is not None else None,
        "",
        *(event_lines(t, page, with_day=False) or [t("Nothing is on this day yet.")]),
    )
    rows: list[Row] = [
        *event_rows(t, page),
        paging(t, page, lambda one, back: press.model_copy(update={"row": one.id, "back": back, "new": False})),
        [
            Button(t("➕ Event"), AddEvent(day=press.day, premises=press.premises)),
            Button(t("‹ Calendar"), CalendarMonth(month=number_of(day), premises=press.premises)),
            menu_button(t),
        ],
    ]
    return Screen(text, rows)
