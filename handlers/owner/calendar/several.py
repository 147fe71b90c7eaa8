"""Several events said at once, or one after another: all are kept, and saved together or one by one."""

from typing import Any, Literal

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Callback
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.nonces import new_nonce
from bot.screen import Button, Row, Screen
from domain.calendar.line import CalendarLine
from domain.calendar.show_event import show_event
from domain.money import Money
from handlers.owner.calendar.add_event import FORM, add_entry, ask_next
from handlers.owner.calendar.callbacks import AddEvent, CalendarMonth
from handlers.owner.calendar.entry import EventEntry
from handlers.owner.calendar.lines import Item, item_of
from handlers.owner.calendar.words import BETWEEN, event_name, signed

router = Router(name="calendar_several")
KEPT = "calendar_lines"
"""Where the events wait among what is kept with the conversation."""
MOST_WAITING = 20


class SeveralEvents(Callback, prefix="icv"):
    """What to do with the events that wait: save all, look at each, take the sums for one or apart, forget them."""

    act: Literal["all", "each", "one", "apart", "cancel"]
    nonce: str


async def waiting_items(ctx: Context) -> list[Item]:
    """The events that were said and have neither been saved nor cancelled."""
    kept = (await ctx.state.get_data()).get(KEPT) or {}
    return list(kept.get("items", []))


async def show_several(ctx: Context, items: list[Item]) -> None:
    """Keep them and show them, a line each."""
    items = items[-MOST_WAITING:]
    mark = await _keep(ctx, items=items)
    t = ctx.t
    entries = [entry_of(item) for item in items]
    said = [t("{number}. {event}", number=n, event=_line(t, one)) for n, one in enumerate(entries, start=1)]
    lost = [what for item in items for what in item["context"].get("not_understood", [])]
    text = lines(
        bold(t.n("{count} event from what you wrote", "{count} events from what you wrote", len(items))),
        "",
        *said,
        *([t("❓ Not understood, so not saved: {what}", what=_quoted(lost))] if lost else []),
        *([quiet(t("What is not whole yet I shall ask."))] if not all(map(_is_whole, entries)) else []),
    )
    rows: list[Row] = [
        [
            Button(t("✅ Save all"), SeveralEvents(act="all", nonce=mark)),
            Button(t("✏️ One by one"), SeveralEvents(act="each", nonce=mark)),
        ],
        [Button(t("✖️ Cancel"), SeveralEvents(act="cancel", nonce=mark))],
    ]
    await ctx.chat.show(Screen(text, rows))


async def ask_of_sums(ctx: Context, line: CalendarLine, entry: EventEntry) -> None:
    """Ask whether the sums of a line are one, or an event each."""
    t = ctx.t
    whole, pieces = item_of(line, entry), [item_of(one, entry) for one in line.pieces]
    mark = await _keep(ctx, items=[*(await waiting_items(ctx)), *pieces], whole=whole, pieces=len(pieces))
    total = Money(line.income or line.expense or line.amount or 0, line.currency or entry.home)
    sums = Markup(" + ").join(t.fact(_sum(entry_of(piece))) for piece in pieces)
    text = lines(
        bold(t("Is it one sum, or several events?")),
        t("You wrote: {sums}", sums=sums),
    )
    rows: list[Row] = [
        [Button(t("One: {sum}", sum=total), SeveralEvents(act="one", nonce=mark))],
        [Button(t.n("{count} event", "{count} events", len(pieces)), SeveralEvents(act="apart", nonce=mark))],
        [Button(t("✖️ Cancel"), SeveralEvents(act="cancel", nonce=mark))],
    ]
    await ctx.chat.show(Screen(text, rows))


@router.callback_query(SeveralEvents.filter())
async def chosen(_query: object, callback_data: SeveralEvents, ctx: Context) -> None:
    """Do it with what waits, once."""
    t = ctx.t
    kept = (await ctx.state.get_data()).get(KEPT) or {}
    if kept.get("mark") != callback_data.nonce:
        await ctx.chat.toast(t("These have been saved or cancelled already."))
        return
    items: list[Item] = kept["items"]
    match callback_data.act:
        case "cancel":
            await _keep(ctx, items=[])
            await ctx.chat.show(Screen(t("Cancelled. Nothing was saved."), [_onward(t)]))
        case "one" if kept.get("whole"):
            await _keep(ctx, items=[])
            await ask_next(ctx, [*items[: -kept["pieces"]], kept["whole"]])
        case "apart":
            await show_several(ctx, items)
        case "each":
            await _keep(ctx, items=[])
            await ask_next(ctx, items)
        case _:
            await _save_all(ctx, items, callback_data.nonce)


async def _save_all(ctx: Context, items: list[Item], mark: str) -> None:
    t = ctx.t
    whole = [(n, one) for n, item in enumerate(items) if _is_whole(one := entry_of(item))]
    made: dict[str, int] = {}
    for number, entry in whole:
        name = entry.new_object
        if name is not None and name in made:
            entry = entry.about(made[name])  # noqa: PLW2901  (the object was made for an event before)
        event = await add_entry(ctx, entry, f"lines:{mark}:{number}")
        if name is not None and name not in made:
            saved = await show_event(ctx.work, ctx.me, event)
            made[name] = saved.occurrence.premises_id or 0
    await _keep(ctx, items=[])
    said = [_line(t, entry) for _, entry in whole]
    title = t.n("✅ In the calendar: {count} event.", "✅ In the calendar: {count} events.", len(whole))
    if whole:
        await ctx.chat.show(Screen(lines(title, "", *said), [_onward(t)]))
    numbers = {number for number, _ in whole}
    await ask_next(ctx, [item for number, item in enumerate(items) if number not in numbers])


def entry_of(item: Item) -> EventEntry:
    """The entry as it waited."""
    return FORM.adapter.validate_python(item["entry"], strict=False)


def _is_whole(entry: EventEntry) -> bool:
    lacking = [one for one in entry.missing() if one != "premises_id" or not entry.has_object]
    return not lacking and entry.amount is None


def _sum(entry: EventEntry) -> Money:
    return Money(entry.income or entry.expense or entry.amount or 0, entry.code)


def _line(t: Localizer, entry: EventEntry) -> Markup:
    money = signed(t, entry.income or 0, entry.expense or 0, entry.code)
    if entry.amount is not None:
        money = t("{sum}: in or out?", sum=Money(entry.amount, entry.code))
    parts = [
        t.date(entry.day) if entry.day is not None else t("date?"),
        money or None,
        event_name(t, entry),
        entry.named() or t("object?"),
    ]
    return BETWEEN.join(part for part in parts if part)


def _quoted(words: list[str]) -> Markup:
    return Markup(", ").join(Markup("«{}»").format(one) for one in words)


def _onward(t: Localizer) -> Row:
    return [Button(t("➕ One more"), AddEvent()), Button(t("📅 Calendar"), CalendarMonth()), menu_button(t)]


async def _keep(ctx: Context, **what: Any) -> str:
    """Keep what waits, under a mark of its own, so that an older screen's buttons do nothing."""
    mark = new_nonce()
    data = await ctx.state.get_data()
    kept = {**what, "mark": mark} if what.get("items") else None
    await ctx.state.set_data(
        {**{key: value for key, value in data.items() if key != KEPT}, **({KEPT: kept} if kept else {})}
    )
    return mark
