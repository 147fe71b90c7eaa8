"""An owner types events in plain lines, anywhere outside a form: a card shows what was understood of each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from bot.contents import has_file, left_out, words_of
from bot.documents import Documents
from bot.form_keeping import close
from bot.forms import Filling, Forms, Progress, Surrounding
from bot.screen import Screen
from bot.speech import lines
from domain.calendar.line import Line, read_lines
from domain.people.person import Action, Person, Role
from domain.plainness import Plainness
from domain.refusal import Forbidden
from domain.typed.days import is_month_first
from handlers.owner.calendar.add_event import FORM, new_entry, no_objects
from handlers.owner.calendar.entry import Entry
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


async def says_event(message: Message, album: Sequence[Message], around: Surrounding) -> bool | dict[str, Any]:
    """Whether the text, or what stands under a receipt, reads as one event or more; what it says, if so."""
    return await read_events(words_of(album or [message]), around) or False


async def read_events(text: str, around: Surrounding, receipt: int | None = None) -> dict[str, Any] | None:
    """What the text says of events ("found", at least one) and the draft they belong to ("entry"); None for none."""
    if text.startswith("/") or not 0 < len(text) <= MOST_TYPED:
        return None
    try:
        entry = await new_entry(around, receipt=receipt)
    except Forbidden:
        return None
    found = _read(text, entry, around)
    return {"found": found, "entry": entry} if found else None


@router.message(StateFilter(None), is_owner, says_event)
async def one_line(
    message: Message,
    album: Sequence[Message],
    found: list[Line],
    entry: Entry,
    around: Surrounding,
    documents: Documents,
) -> None:
    """Show what was understood and what is to be said by a tap; a photo or a file with it is its receipt."""
    receipt = await keep_receipt(album or [message], around, documents)
    await show_events_of(found, replace(entry, receipt=receipt), around)


async def keep_receipt(sent: Sequence[Message], around: Surrounding, documents: Documents) -> int | None:
    """The file that came with a message, kept sealed; says what of it is not used."""
    if not any(has_file(one) for one in sent):
        return None
    t = around.t
    kept = await documents.keep(around.work, around.me, sent)
    unused = lines(
        left_out(t, sent, documents=True),
        t("One file fits here, the others are not used.") if len(kept) > 1 else None,
    )
    if unused:
        await around.chat.send(Screen(unused, []))
    return kept[0] if kept else None


async def show_events_of(found: list[Line], entry: Entry, around: Surrounding) -> None:
    """What was understood, to be looked over; what was said before and not saved stays beside it."""
    if not entry.objects and not around.me.may(Action.KEEP_ESTATE):
        await around.chat.show(no_objects(around.t))
        return
    await take_lines(around, found, entry, await waiting_items(around))


async def take_lines(around: Surrounding, found: list[Line], entry: Entry, before: list[Item]) -> None:
    """One event is looked over, several are listed, and sums that may be several events are asked about."""
    if len(found) == 1 and not before:
        line = found[0]
        if line.pieces:
            await ask_of_sums(around, line, entry)
        else:
            context = context_of(line, entry)
            await around.forms.start(FORM, around, filled_of(line, entry), context=context, review=True)
        return
    pieces = [piece for line in found for piece in (line.pieces or (line,))]
    await show_several(around, [*before, *(item_of(one, entry) for one in pieces)])


async def says_event_in_form(
    message: Message, album: Sequence[Message], around: Surrounding, forms: Forms
) -> bool | dict[str, Any]:
    """Whether whole events have come where only the object or the day of one was asked for, or one is looked over."""
    progress = await forms.open(around.state)
    if progress is None or progress.form is not FORM or not (progress.is_review or progress.at in FIRST):
        return False
    entry, text = progress.draft, words_of(album or [message])
    if text.startswith("/") or not 0 < len(text) <= MOST_TYPED:
        return False
    if await forms.kinds.plainest([message], around, Plainness.PLAINLY) is not None:
        return False  # a listing has a sum, too
    found = _read(text, entry, around)
    if progress.is_review:
        return {"found": found, "progress": progress} if found else False
    if not found or any(not one.has_money or one.day is None or not one.description for one in found):
        return False
    return {"found": found, "progress": progress}


@router.message(StateFilter(Filling.answer), says_event_in_form)
async def whole_line(
    message: Message,
    album: Sequence[Message],
    found: list[Line],
    progress: Progress[Entry],
    around: Surrounding,
    documents: Documents,
) -> None:
    """Everything is known at once: the rest of the questions is left out; an event being looked over is kept beside."""
    entry = progress.draft
    receipt = await keep_receipt(album or [message], around, documents)
    fresh = await new_entry(around, receipt=receipt if progress.is_review or receipt else entry.receipt)
    before: list[Item] = []
    if progress.is_review:
        mine = {key: value for key, value in progress.context.items() if key != "waiting"}
        kept = {"entry": FORM.adapter.dump_python(entry, mode="json"), "context": mine}
        before = [kept, *progress.context.get("waiting", [])]
        await close(around.state)
    elif entry.premises_id is not None:
        found = [one if _has_object(one) else replace(one, premises_id=entry.premises_id) for one in found]
    await take_lines(around, found, fresh, before)


def _has_object(line: Line) -> bool:
    return line.premises_id is not None or bool(line.other_objects)


def _read(text: str, entry: Entry, around: Surrounding) -> list[Line]:
    month_first = is_month_first(around.me.country)
    return read_lines(text, entry.today, entry.objects, entry.home, month_first=month_first)
