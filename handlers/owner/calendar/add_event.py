"""An owner enters an event by questions, or looks over what was understood of a line; saved, and what can follow."""

import datetime as dt
from dataclasses import replace
from typing import Any

from aiogram import Router
from markupsafe import Markup

from bot.asking import capital, label
from bot.forms import Filled, Form, Forms, Review, Surrounding, menu_button
from bot.screen import Button, Screen
from bot.speech import Speech, bold, lines, quiet
from domain.calendar.add_event import add_event
from domain.calendar.repetition import Repeat, Rule
from domain.calendar.show_event import objects_for_events, show_event
from domain.money import Money
from handlers.keeper.presses import AddObject
from handlers.owner.calendar.entry import Entry, named_objects
from handlers.owner.calendar.presses import AddEvent, CalendarDay, CalendarMonth, OpenEvent
from handlers.owner.calendar.questions import QUESTIONS, object_choice
from handlers.owner.calendar.words import day_name, event_card, event_name, reminder_line, repeat_line, sum_lines

router = Router(name="calendar_add_event")


def _review(filled: Filled[Entry], around: Surrounding) -> Markup:
    t, draft = around.t, filled.draft
    title = bold(capital(event_name(t, draft)))
    if filled.context.get("from_text"):
        title = lines(title, quiet(t("from what you wrote")))
    rule = None if draft.day is None else Rule(draft.day, draft.repeat, draft.day.day, draft.until)
    return lines(
        title,
        Markup("🏠 {}").format(draft.named()) if draft.premises_id is not None else None,
        Markup("📅 {}").format(day_name(t, draft.day)) if draft.day is not None else None,
        *sum_lines(t, draft.income, draft.expense, draft.code),
        t("Sum: {sum}", sum=Money(draft.amount, draft.code)) if draft.amount is not None else None,
        repeat_line(t, rule) if rule is not None else None,
        _what_follows(t, draft),
        *_open(t, draft, filled.context.get("unsure", {})),
    )


def _what_follows(t: Speech, draft: Entry) -> Markup | None:
    if not draft.done:
        if draft.is_past and draft.repeat is Repeat.NONE:
            return t("❗ The day is past, so it will be overdue")
        return reminder_line(t, draft.day, draft.at, draft.remind_before)
    if draft.repeat is not Repeat.NONE:
        return t("✅ Every time up to today will be marked as done")
    return t("✅ Will be marked as done: the day is past") if draft.is_past else t("✅ Will be marked as done")


def _open(t: Speech, draft: Entry, unsure: dict[str, list[str]]) -> list[Markup]:
    """What was not found, and what has to be said by a tap."""
    lacking = []
    if draft.premises_id is None:
        lacking.append(t("object"))
    if draft.day is None:
        lacking.append(t("date"))
    if not draft.way and draft.amount is None:
        lacking.append(t("sum"))
    if not draft.description:
        lacking.append(t("description"))
    said = []
    if lacking:
        said.append(quiet(t("Not found: {what}", what=Markup(", ").join(lacking))))
    if draft.amount is not None:
        said.append(bold(t("Does it come in or go out?")))
    if any(name != "way" for name in unsure):
        said.append(quiet(t("If I got it wrong, tap the right one:")))
    return said


def _suggestion(t: Speech, question: str, value: str) -> Markup:
    match question:
        case "way":
            return t("➕ Income") if value == "in" else t("➖ Expense")
        case "premises_id":
            return Markup.escape(object_choice(t, value).label)
        case "day":
            return t.fact(dt.date.fromisoformat(value))
        case _:
            minor, _, currency = value.partition(" ")
            return t.fact(Money(int(minor), currency))


def _instead(question: str, value: str, draft: Entry) -> Entry:
    match question:
        case "way":
            return draft.going("in" if value == "in" else "out")
        case "premises_id":
            return draft.about(int(value.partition(":")[0]))
        case "day":
            day = dt.date.fromisoformat(value)
            return replace(draft, day=day, done=day < draft.today)
        case _:
            minor = int(value.partition(" ")[0])
            if draft.amount is not None:
                return replace(draft, amount=minor)
            return replace(draft, income=minor) if draft.income else replace(draft, expense=minor)


async def _save(filled: Filled[Entry], around: Surrounding) -> None:
    t = around.t
    event = await add_event(around.work.once(f"form:{filled.nonce}"), around.me, filled.draft.draft())
    view = await show_event(around.work, around.me, event)
    one = view.occurrence
    text = lines(t("✅ In the calendar."), "", event_card(t, one, view.event, view.premises, view.today))
    rows = [
        [Button(t("➕ One more"), AddEvent()), Button(t("✏️ Open"), OpenEvent(event=one.id))],
        [Button(t("📅 Day"), CalendarDay(day=one.day.toordinal())), menu_button(t)],
    ]
    await around.chat.show(Screen(text, rows))


FORM = Form(
    name="add_event",
    title=label("New event"),
    draft=Entry,
    questions=QUESTIONS,
    done=_save,
    review=Review(show=_review, suggestion=_suggestion, instead=_instead),
)


@router.callback_query(AddEvent.filter())
async def begin(_query: object, callback_data: AddEvent, around: Surrounding, forms: Forms) -> None:
    """Ask the first question, or how to get an object first."""
    entry = await new_entry(around)
    if not entry.objects:
        await around.chat.show(no_objects(around.t), new=callback_data.new)
        return
    if callback_data.day:
        day = dt.date.fromordinal(callback_data.day)
        entry = replace(entry, day=day, done=day < entry.today)
    if any(one.id == callback_data.premises for one in entry.objects):
        entry = entry.about(callback_data.premises)
    elif len(entry.objects) == 1:
        entry = entry.about(entry.objects[0].id)
    await forms.leave(around.state)
    await forms.start(FORM, around, entry, new=callback_data.new)


async def new_entry(around: Surrounding, **known: Any) -> Entry:
    """An empty draft with the person's objects."""
    objects = named_objects(await objects_for_events(around.work, around.me))
    today = around.t.now.astimezone(around.t.zone).date()
    return Entry(home=around.me.currency, today=today, objects=objects, **known)


def no_objects(t: Speech) -> Screen:
    """Said to who has no object yet."""
    text = lines(
        bold(t("First an object")),
        t("Every event belongs to an object: a flat, a garage, an office. Add the first one, its name is enough."),
    )
    return Screen(
        text, [[Button(t("➕ Add object"), AddObject())], [Button(t("📅 Calendar"), CalendarMonth()), menu_button(t)]]
    )
