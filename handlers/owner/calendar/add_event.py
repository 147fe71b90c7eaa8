"""An owner enters an event by questions, or looks over what was understood of a line; saved, and what can follow."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import CompletedForm, Context, Form, Review
from bot.forms.screens import menu_button
from bot.forms.wording import capital, label
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import Button, Row, Screen
from domain.calendar.add_event import add_event
from domain.calendar.event import OccurrenceId
from domain.calendar.line.new_object import new_object_of
from domain.calendar.repetition import Repeat, Rule
from domain.calendar.show_event import objects_for_events, show_event
from domain.estate.objects.add_premises import add_premises
from domain.estate.objects.premises_draft import PremisesDraft
from domain.money import Money
from handlers.manager.callbacks import AddObject
from handlers.owner.calendar.callbacks import AddEvent, AsCost, CalendarDay, CalendarMonth, OpenEvent
from handlers.owner.calendar.entry import MOST_OBJECTS, EventEntry, named_objects
from handlers.owner.calendar.questions import NEW_OBJECT, QUESTIONS, object_choice
from handlers.owner.calendar.words import day_name, event_card, event_name, reminder_line, repeat_line, sum_lines

router = Router(name="calendar_add_event")


def _review(filled: CompletedForm[EventEntry], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    title = bold(capital(event_name(t, draft)))
    if filled.context.get("from_text"):
        title = lines(title, quiet(t("from what you wrote")))
    rule = None if draft.day is None else Rule(draft.day, draft.repeat, draft.month_day or draft.day.day, draft.until)
    return lines(
        title,
        _object_line(t, draft),
        _day_line(t, draft, filled.context),
        *sum_lines(t, draft.income, draft.expense, draft.code),
        t("Sum: {sum}", sum=Money(draft.amount, draft.code)) if draft.amount is not None else None,
        repeat_line(t, rule) if rule is not None else None,
        t("🧾 The receipt is attached.") if draft.receipt is not None else None,
        _what_follows(t, draft, ctx),
        *_open(t, draft, filled.context),
        _waiting_line(t, filled.context),
    )


def _object_line(t: Localizer, draft: EventEntry) -> Markup | None:
    if draft.premises_id is None and draft.new_object is not None:
        return t("🏠 {name}, a new object", name=draft.new_object)
    return Markup("🏠 {}").format(draft.named()) if draft.premises_id is not None else None


def _day_line(t: Localizer, draft: EventEntry, context: Mapping[str, Any]) -> Markup | None:
    if draft.day is None:
        return None
    when = day_name(t, draft.day)
    if draft.at is not None:
        when = t("{day}, {time}", day=when, time=t.clock(draft.at))
    said = Markup("📅 {}").format(when)
    if context.get("guessed") == draft.day.isoformat():
        return t("{when} (the day was not said)", when=said)
    return said


def _waiting_line(t: Localizer, context: Mapping[str, Any]) -> Markup | None:
    waiting = len(context.get("waiting", []))
    return quiet(t.n("After this one {count} more.", "After this one {count} more.", waiting)) if waiting else None


def _what_follows(t: Localizer, draft: EventEntry, ctx: Context) -> Markup | None:
    if not draft.done:
        if draft.is_past and draft.repeat is Repeat.NONE:
            return t("❗ The day is past, so it will be overdue")
        return reminder_line(t, ctx.me, draft.day, draft.at, draft.remind_before)
    if draft.repeat is not Repeat.NONE:
        return t("✅ Every time up to today will be marked as done")
    return t("✅ Will be marked as done: the day is past") if draft.is_past else t("✅ Will be marked as done")


def _open(t: Localizer, draft: EventEntry, context: Mapping[str, Any]) -> list[Markup]:
    """What was not found or not understood, and what has to be said by a tap."""
    unsure: dict[str, list[str]] = context.get("unsure", {})
    lacking = _lacking(t, draft)
    said = []
    if context.get("not_understood"):
        quoted = Markup(", ").join(Markup("«{}»").format(one) for one in context["not_understood"])
        said.append(t("❓ Not understood, so not saved: {what}", what=quoted))
    if lacking:
        said.append(quiet(t("Not found: {what}", what=Markup(", ").join(lacking))))
    if draft.amount is not None:
        said.append(bold(t("Does it come in or go out?")))
    if draft.day is None and "day" in unsure:
        said.append(bold(t("Which day is it?")))
    elif any(name != "way" for name in unsure):
        said.append(quiet(t("If I got it wrong, tap the right one:")))
    return said


def _lacking(t: Localizer, draft: EventEntry) -> list[Markup]:
    needed = (
        (draft.has_object, t("object")),
        (draft.day is not None, t("date")),
        (bool(draft.way) or draft.amount is not None, t("sum")),
        (bool(draft.description), t("description")),
    )
    return [what for is_there, what in needed if not is_there]


def _suggestion(t: Localizer, question: str, value: str) -> Markup:
    match question:
        case "way":
            return t("➕ Income") if value == "in" else t("➖ Expense")
        case "premises_id":
            number, _, name = value.partition(":")
            new = int(number) == NEW_OBJECT
            return t("🏠 New: {name}", name=name) if new else Markup.escape(object_choice(t, value).label)
        case "day":
            return t.fact(dt.date.fromisoformat(value))
        case _:
            minor, _, currency = value.partition(" ")
            return t.fact(Money(int(minor), currency))


def _instead(question: str, value: str, draft: EventEntry) -> EventEntry:
    match question:
        case "way":
            return draft.going("in" if value == "in" else "out")
        case "premises_id":
            number, _, name = value.partition(":")
            if int(number) == NEW_OBJECT:
                left = new_object_of(draft.description)[1]
                return replace(draft, premises_id=None, new_object=name, description=left)
            return draft.about(int(number))
        case "day":
            day = dt.date.fromisoformat(value)
            return replace(draft, day=day, done=day < draft.today)
        case _:
            minor = int(value.partition(" ")[0])
            if draft.amount is not None:
                return replace(draft, amount=minor)
            return replace(draft, income=minor) if draft.income else replace(draft, expense=minor)


async def _save(filled: CompletedForm[EventEntry], ctx: Context) -> None:
    t = ctx.t
    event = await add_entry(ctx, filled.draft, f"form:{filled.nonce}")
    view = await show_event(ctx.work, ctx.me, event)
    one = view.occurrence
    text = lines(t("✅ In the calendar."), "", event_card(t, ctx.me, one, view.event, view.premises, view.today))
    rows = [
        [Button(t("➕ One more"), AddEvent()), Button(t("✏️ Open"), OpenEvent(event=one.id))],
        [Button(t("📅 Day"), CalendarDay(day=one.day.toordinal())), menu_button(t)],
    ]
    await ctx.chat.show(Screen(text, rows))
    await ask_next(ctx, filled.context.get("waiting", []))


async def add_entry(ctx: Context, entry: EventEntry, key: str) -> OccurrenceId:
    """Save the event, and first the object it is about, if that is new; each once for the `key`."""
    if entry.premises_id is None and entry.new_object is not None:
        known = PremisesDraft(name=entry.new_object, currency=entry.code)
        entry = replace(entry, premises_id=await add_premises(ctx.work.once(f"{key}:object"), ctx.me, known))
    return await add_event(ctx.work.once(key), ctx.me, entry.draft())


async def ask_next(ctx: Context, waiting: list[dict[str, Any]]) -> None:
    """Show the next of several events that were said at once, with those after it behind it."""
    if not waiting:
        return
    first, rest = waiting[0], waiting[1:]
    entry = FORM.adapter.validate_python(first["entry"], strict=False)
    # an object that was made for the one before is there by now
    entry = replace(entry, objects=(await new_entry(ctx)).objects)
    if entry.new_object is not None:
        same = next((one.id for one in entry.objects if one.name == entry.new_object), None)
        entry = entry.about(same) if same is not None else entry
    context = {**first["context"], "waiting": rest}
    await ctx.forms.start(FORM, ctx, entry, context=context, new=True, review=True)


def _ways(filled: CompletedForm[EventEntry], ctx: Context) -> list[Row]:
    """The receipt of an object that one keeps oneself may be one of its costs."""
    draft = filled.draft
    if draft.receipt is None or not draft.expense or draft.premises_id not in draft.kept:
        return []
    return [[Button(ctx.t("💸 To the object's costs instead"), AsCost(nonce=filled.nonce))]]


FORM = Form(
    name="add_event",
    title=label("New event"),
    draft=EventEntry,
    questions=QUESTIONS,
    done=_save,
    review=Review(show=_review, ways=_ways, suggestion=_suggestion, instead=_instead),
)


@router.callback_query(AddEvent.filter())
async def begin(_query: object, callback_data: AddEvent, ctx: Context) -> None:
    """Ask the first question, or how to get an object first."""
    entry = await new_entry(ctx)
    if not entry.objects:
        await ctx.chat.show(no_objects(ctx.t), new=callback_data.new)
        return
    if callback_data.day:
        day = dt.date.fromordinal(callback_data.day)
        entry = replace(entry, day=day, done=day < entry.today)
    if any(one.id == callback_data.premises for one in entry.objects):
        entry = entry.about(callback_data.premises)
    elif len(entry.objects) == 1:
        entry = entry.about(entry.objects[0].id)
    await ctx.forms.start(FORM, ctx, entry, new=callback_data.new)


async def new_entry(ctx: Context, **known: Any) -> EventEntry:
    """An empty draft with the person's objects."""
    found = await objects_for_events(ctx.work, ctx.me)
    today = ctx.t.today
    kept = tuple(one.id for one in found[:MOST_OBJECTS] if one.manager_id == ctx.me.id)
    return EventEntry(home=ctx.me.currency, today=today, objects=named_objects(found), kept=kept, **known)


def no_objects(t: Localizer) -> Screen:
    """Said to who has no object yet."""
    text = lines(
        bold(t("First an object")),
        t("Every event belongs to an object: a flat, a garage, an office. Add the first one, its name is enough."),
    )
    return Screen(
        text, [[Button(t("➕ Add object"), AddObject())], [Button(t("📅 Calendar"), CalendarMonth()), menu_button(t)]]
    )
