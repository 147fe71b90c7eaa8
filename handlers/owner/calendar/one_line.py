"""An owner types events in plain lines, anywhere outside a form: a card shows what was understood of each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from bot.files.one_paper import keep_one_paper
from bot.forms.model import Context, FormProgress
from bot.forms.state import Filling, close
from bot.telegram.message_content import words_of
from domain.calendar.line import CalendarLine, read_lines
from domain.people.person import Action, Person, Role
from domain.plainness import Plainness
from domain.refusal import Forbidden
from domain.typed.days import is_month_first
from handlers.owner.calendar.add_event import FORM, new_entry, no_objects
from handlers.owner.calendar.entry import EventEntry
from handlers.owner.calendar.lines import Item, context_of, filled_of, item_of
from handlers.owner.calendar.several import ask_of_sums, show_several, waiting_items

router = Router(name="calendar_one_line")
MOST_TYPED = 1500
"""Characters of several lines."""
FIRST = ("premises_id", "day")
"""Questions with which an event begins."""


def is_owner(_event: object, me: Person) -> bool:
    """Whether the role in front is the owner's."""
    return me.active_role is Role.OWNER


async def says_event(message: Message, album: Sequence[Message], ctx: Context) -> bool | dict[str, Any]:
    """Whether the text, or what stands under a receipt, reads as one event or more; what it says, if so."""
    return await read_events(words_of(album or [message]), ctx) or False


async def read_events(text: str, ctx: Context, receipt: int | None = None) -> dict[str, Any] | None:
    """What the text says of events ("found", at least one) and the draft they belong to ("entry"); None for none."""
    if text.startswith("/") or not 0 < len(text) <= MOST_TYPED:
        return None
    try:
        entry = await new_entry(ctx, receipt=receipt)
    except Forbidden:
        return None
    found = _read(text, entry, ctx)
    return {"found": found, "entry": entry} if found else None


@router.message(StateFilter(None), is_owner, says_event)
async def one_line(
    message: Message, album: Sequence[Message], found: list[CalendarLine], entry: EventEntry, ctx: Context
) -> None:
    """Show what was understood and what is to be said by a tap; a photo or a file with it is its receipt."""
    receipt = await keep_one_paper(album or [message], ctx)
    await show_events_of(found, replace(entry, receipt=receipt), ctx)


async def show_events_of(found: list[CalendarLine], entry: EventEntry, ctx: Context) -> None:
    """What was understood, to be looked over; what was said before and not saved stays beside it."""
    if not entry.objects and not ctx.me.may(Action.MANAGE_OBJECTS):
        await ctx.chat.show(no_objects(ctx.t))
        return
    await take_lines(ctx, found, entry, await waiting_items(ctx))


async def take_lines(ctx: Context, found: list[CalendarLine], entry: EventEntry, before: list[Item]) -> None:
    """One event is looked over, several are listed, and sums that may be several events are asked about."""
    if len(found) == 1 and not before:
        line = found[0]
        if line.pieces:
            await ask_of_sums(ctx, line, entry)
        else:
            context = context_of(line, entry)
            await ctx.forms.start(FORM, ctx, filled_of(line, entry), context=context, review=True)
        return
    pieces = [piece for line in found for piece in (line.pieces or (line,))]
    await show_several(ctx, [*before, *(item_of(one, entry) for one in pieces)])


async def says_event_in_form(message: Message, album: Sequence[Message], ctx: Context) -> bool | dict[str, Any]:
    """Whether whole events have come where only the object or the day of one was asked for, or one is looked over."""
    progress = await ctx.forms.open(ctx.state)
    if progress is None or progress.form is not FORM or not (progress.is_review or progress.at in FIRST):
        return False
    text = words_of(album or [message])
    if not _may_be_typed(text):
        return False
    if await ctx.forms.kinds.plainest([message], ctx, Plainness.PLAINLY) is not None:
        return False  # a listing has a sum, too
    found = _read(text, progress.draft, ctx)
    is_event = progress.is_review or all(map(_is_whole, found))
    return {"found": found, "progress": progress} if found and is_event else False


def _may_be_typed(text: str) -> bool:
    return 0 < len(text) <= MOST_TYPED and not text.startswith("/")


def _is_whole(line: CalendarLine) -> bool:
    """Whether it says of how much, when, and for what."""
    return line.has_money and line.day is not None and bool(line.description)


@router.message(StateFilter(Filling.answer), says_event_in_form)
async def whole_line(
    message: Message,
    album: Sequence[Message],
    found: list[CalendarLine],
    progress: FormProgress[EventEntry],
    ctx: Context,
) -> None:
    """Everything is known at once: the rest of the questions is left out; an event being looked over is kept beside."""
    entry = progress.draft
    receipt = await keep_one_paper(album or [message], ctx)
    fresh = await new_entry(ctx, receipt=receipt if progress.is_review or receipt else entry.receipt)
    before: list[Item] = []
    if progress.is_review:
        mine = {key: value for key, value in progress.context.items() if key != "waiting"}
        kept = {"entry": FORM.adapter.dump_python(entry, mode="json"), "context": mine}
        before = [kept, *progress.context.get("waiting", [])]
        await close(ctx.state)
    elif entry.premises_id is not None:
        found = [one if _has_object(one) else replace(one, premises_id=entry.premises_id) for one in found]
    await take_lines(ctx, found, fresh, before)


def _has_object(line: CalendarLine) -> bool:
    return line.premises_id is not None or bool(line.other_objects)


def _read(text: str, entry: EventEntry, ctx: Context) -> list[CalendarLine]:
    month_first = is_month_first(ctx.me.country)
    return read_lines(text, entry.today, entry.objects, entry.home, month_first=month_first)
