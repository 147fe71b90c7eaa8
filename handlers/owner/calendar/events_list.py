"""Events as a list: by object, days and kind, found by words; pages turn by places that stay where they are."""

import datetime as dt
from typing import Any

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.lists.object_labels import objects_apart
from bot.localization import Localizer, bold, lines
from bot.opening import opens
from bot.screen import Button, Row, Screen, label_of, pairs
from domain.calendar.event import Occurrence, OccurrenceId
from domain.calendar.list_events import EventPage, list_events
from domain.calendar.looking import EventCursor, Filter, What
from domain.calendar.show_event import objects_for_events
from domain.estate.objects.premises import PremisesId
from domain.typed.calendar_words import months_later
from handlers.owner.calendar.callbacks import (
    AddEvent,
    CalendarMonth,
    EventsList,
    FindEvents,
    ListChoice,
    Span,
)
from handlers.owner.calendar.paging import event_lines, event_rows, paging

router = Router(name="calendar_events_list")

SPANS: dict[Span, str] = {
    "month": "📅 This month",
    "next": "📅 30 days ahead",
    "past": "📅 Past",
    "all": "📅 All days",
    "own": "📅 Own days",
}
KINDS = {
    What.ALL: "All kinds",
    What.INCOME: "Income only",
    What.EXPENSE: "Expenses only",
    What.OVERDUE: "Overdue only",
    What.DONE: "Done only",
}
AHEAD = dt.timedelta(days=30)
KEPT = "calendar_list"
"""Under what the words and days that were typed are kept with the conversation."""
FROM_THE_START = {"row": 0, "day": 0, "back": False}
PAGE = 4
"""Events on a page: with two rows of filters, turning and the ways on it fits the eight rows of a phone."""
OBJECTS = 10
"""Objects on a page to choose from."""


@opens(router, EventsList)
async def list_screen(ctx: Context, press: EventsList) -> Screen:
    """A page, or what to do while there is nothing."""
    t = ctx.t
    kept = await typed(ctx)
    wanted = _filter(t, press, kept)
    cursor = EventCursor(dt.date.fromordinal(press.day), OccurrenceId(press.row)) if press.row and press.day else None
    page = await list_events(ctx.work, ctx.me, wanted, cursor=cursor, backwards=press.back, limit=PAGE)

    def turn(one: Occurrence, back: bool) -> EventsList:
        return press.model_copy(update={"row": one.id, "day": one.day.toordinal(), "back": back})

    text = lines(
        bold(_title(t, press, page, kept)),
        _days(t, wanted) if press.span == "own" else None,
        "",
        *event_lines(t, page, with_day=True),
        None if page.items else _empty(t, press),
    )
    actions: Row = [
        Button(t("➕ Event"), AddEvent(premises=press.premises)),
        Button(t("‹ Calendar"), CalendarMonth(premises=press.premises)),
        menu_button(t),
    ]
    return Screen(text, [*event_rows(t, page), paging(t, page, turn), *_filters(t, press, page), actions])


async def typed(ctx: Context) -> dict[str, Any]:
    """The words and days that were typed for the list."""
    kept = (await ctx.state.get_data()).get(KEPT, {})
    return kept if isinstance(kept, dict) else {}


async def keep_typed(ctx: Context, **said: str) -> None:
    """Keep words or days with the conversation."""
    data = await ctx.state.get_data()
    await ctx.state.set_data({**data, KEPT: {**data.get(KEPT, {}), **said}})


def _filter(t: Localizer, press: EventsList, kept: dict[str, Any]) -> Filter:
    today = t.today
    month = today.replace(day=1)
    first, last = None, None
    match press.span:
        case "month":
            first, last = month, months_later(month, 1) - dt.timedelta(days=1)
        case "next":
            first, last = today, today + AHEAD
        case "past":
            last = today - dt.timedelta(days=1)
        case "own" if "first" in kept and "last" in kept:
            first, last = dt.date.fromisoformat(kept["first"]), dt.date.fromisoformat(kept["last"])
        case _:
            pass
    return Filter(
        today=today,
        premises_id=PremisesId(press.premises) if press.premises else None,
        first=first,
        last=last,
        what=press.what,
        words=kept.get("words") if press.found else None,
        latest_first=press.span == "past",
    )


def _title(t: Localizer, press: EventsList, page: EventPage, kept: dict[str, Any]) -> Markup:
    title = t("Events")
    about = page.premises.get(PremisesId(press.premises)) if press.premises else None
    if about is not None:
        title = Markup("{} · {}").format(title, about.name)
    if press.found and kept.get("words"):
        title = t("{title}, “{words}”", title=title, words=kept["words"])
    if page.total:
        title = title + Markup(" · ") + t("{total} in all", total=page.total)
    return title


def _days(t: Localizer, wanted: Filter) -> Markup | None:
    if wanted.first is None or wanted.last is None:
        return None
    return Markup.escape(t.period(wanted.first, wanted.last))


def _empty(t: Localizer, press: EventsList) -> Markup:
    if press.found:
        return t("Nothing found. Try fewer words, or other days.")
    if press.what is What.OVERDUE:
        return t("Nothing is overdue.")
    return t("There is nothing here yet. Add an event, or write it in one line: Dec 12 rent 45000 Arbat.")


def _filters(t: Localizer, press: EventsList, page: EventPage) -> list[Row]:
    kinds = list(KINDS)
    following = kinds[(kinds.index(press.what) + 1) % len(kinds)]
    about = page.premises.get(PremisesId(press.premises)) if press.premises else None
    choice = ListChoice(by="span", premises=press.premises, span=press.span, what=press.what, found=press.found)
    days = Button(t(SPANS[press.span]), choice)
    object_ = Button(
        label_of(about.name, "🏠") if about else t("🏠 All objects"), choice.model_copy(update={"by": "object"})
    )
    kind = Button(t(KINDS[press.what]), press.model_copy(update={"what": following, **FROM_THE_START}))
    if press.found:
        find = Button(t("✖️ Show all"), press.model_copy(update={"found": False, **FROM_THE_START}))
    else:
        find = Button(t("🔎 Find"), FindEvents(premises=press.premises, span=press.span, what=press.what))
    return [[days, object_], [kind, find]]


@router.callback_query(ListChoice.filter())
async def choose(_query: object, callback_data: ListChoice, ctx: Context) -> None:
    """Offer the days, or the objects."""
    t, press = ctx.t, callback_data
    listed = EventsList(premises=press.premises, span=press.span, what=press.what, found=press.found)
    back: Row = [Button(t("‹ Back"), listed), menu_button(t)]
    if press.by == "span":
        find = FindEvents(by="days", premises=press.premises, span=press.span, what=press.what)
        spans = [
            Button(t(name), find if span == "own" else listed.model_copy(update={"span": span}))
            for span, name in SPANS.items()
        ]
        await ctx.chat.show(Screen(bold(t("Which days?")), [*pairs(spans), back]))
        return
    objects = await objects_for_events(ctx.work, ctx.me)
    called = objects_apart(t, objects)
    shown = objects[press.page * OBJECTS : (press.page + 1) * OBJECTS]
    named = [Button(label_of(called[one.id], "🏠"), listed.model_copy(update={"premises": one.id})) for one in shown]
    everything = Button(t("🏠 All objects"), listed.model_copy(update={"premises": 0}))
    turns: Row = []
    if press.page:
        turns = [Button("‹", press.model_copy(update={"page": press.page - 1}))]
    if len(objects) > (press.page + 1) * OBJECTS:
        turns = [*turns, Button("›", press.model_copy(update={"page": press.page + 1}))]
    await ctx.chat.show(Screen(bold(t("Which object?")), [[everything], *pairs(named), turns, back]))
