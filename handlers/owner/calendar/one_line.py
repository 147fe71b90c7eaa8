"""An owner types an event in one line, anywhere outside a form: a card shows what was understood of it."""

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.forms import Filling, Forms, Surrounding, menu_button
from bot.screen import Button, Screen
from domain.calendar.line import Line, read_line
from domain.calendar.line.reading import LONGEST
from domain.people.person import Person, Role
from domain.refusal import Forbidden
from handlers.owner.calendar.add_event import FORM, new_entry, no_objects
from handlers.owner.calendar.entry import Entry, Way
from handlers.owner.calendar.presses import CalendarMonth
from handlers.owner.calendar.questions import object_value

router = Router(name="calendar_one_line")
FIRST = ("premises_id", "day")
"""Questions with which an event begins."""


def is_owner(_event: object, me: Person) -> bool:
    """Whether the role in front is the owner's."""
    return me.active_role is Role.OWNER


async def says_event(message: Message, around: Surrounding) -> bool | dict[str, Any]:
    """Whether the text reads as an event; what it says, if so."""
    return await read_event(message.text or "", around) or False


async def read_event(text: str, around: Surrounding) -> dict[str, Any] | None:
    """What the text says of an event ("line", None for several of them) and the draft it belongs to ("entry")."""
    if text.startswith("/") or len(text) > LONGEST or not any(one.isdigit() for one in text):
        return None
    try:
        entry = await new_entry(around)
    except Forbidden:
        return None
    lines = [read_line(said, entry.today, entry.objects, entry.home) for said in text.splitlines() if said.strip()]
    if sum(line is not None for line in lines) > 1:
        return {"line": None, "entry": entry}
    line = read_line(text, entry.today, entry.objects, entry.home)
    return None if line is None else {"line": line, "entry": entry}


@router.message(StateFilter(None), is_owner, says_event)
async def one_line(_message: Message, line: Line | None, entry: Entry, around: Surrounding) -> None:
    """Show what was understood and what is to be said by a tap."""
    await show_event_of(line, entry, around)


async def show_event_of(line: Line | None, entry: Entry, around: Surrounding) -> None:
    """The draft to look over; several events at once are asked for one by one."""
    t = around.t
    if line is None:
        said = t("There are several events here. Please send them one by one, a message each.")
        await around.chat.show(Screen(said, [[Button(t("📅 Calendar"), CalendarMonth()), menu_button(t)]]))
        return
    if not entry.objects:
        await around.chat.show(no_objects(t))
        return
    context = {"from_text": True, "unsure": _unsure(line, entry)}
    await around.forms.start(FORM, around, _filled(line, entry), context=context, review=True)


async def says_event_in_form(message: Message, forms: Forms, state: FSMContext) -> bool | dict[str, Any]:
    """Whether a whole event, with its day, sum and words, has come where only its object or its day was asked for."""
    progress = await forms.open(state)
    if progress is None or progress.form is not FORM or progress.at not in FIRST:
        return False
    entry, text = progress.draft, message.text or ""
    if len(text) > LONGEST or "\n" in text.strip():
        return False
    line = read_line(text, entry.today, entry.objects, entry.home)
    has_sum = line is not None and any(one is not None for one in (line.amount, line.income, line.expense))
    if line is None or not has_sum or line.day is None or not line.description:
        return False
    if line.premises_id is None and not line.other_objects:
        line = replace(line, premises_id=entry.premises_id)
    return {"line": line, "entry": entry}


@router.message(StateFilter(Filling.answer), says_event_in_form)
async def whole_line(_message: Message, line: Line, entry: Entry, around: Surrounding, forms: Forms) -> None:
    """Everything is known at once: the rest of the questions is left out."""
    context = {"from_text": True, "unsure": _unsure(line, entry)}
    await forms.start(FORM, around, _filled(line, entry), context=context, review=True)


def _filled(line: Line, entry: Entry) -> Entry:
    way: Way = ""
    if line.income is not None or line.expense is not None:
        way = "both" if line.income and line.expense else "in" if line.income else "out"
    return replace(
        entry,
        premises_id=line.premises_id,
        day=line.day,
        income=line.income if way != "out" else 0,
        expense=line.expense if way != "in" else 0,
        amount=line.amount,
        currency=line.currency,
        is_named=line.is_named,
        description=line.description,
        at=line.at,
        repeat=line.repeat,
        repeat_said=True,
        until=line.until,
        remind_before=line.remind_before or 0,
        done=line.done,
        done_said=True,
        way=way,
    )


def _unsure(line: Line, entry: Entry) -> dict[str, list[str]]:
    names = {one.id: one.name for one in entry.objects}
    unsure: dict[str, list[str]] = {}
    if line.amount is not None:
        unsure["way"] = ["in", "out"]
    if line.other_amounts:
        unsure["amount"] = [f"{minor} {line.currency}" for minor in line.other_amounts[:3]]
    if line.other_objects:
        unsure["premises_id"] = [object_value(one, names[one]) for one in line.other_objects[:3]]
    if line.other_days:
        unsure["day"] = [day.isoformat() for day in line.other_days[:2]]
    return unsure
