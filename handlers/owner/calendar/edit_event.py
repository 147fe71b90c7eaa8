"""An owner changes any field of an event; of a repeating one it is asked first how much of it is meant."""

from dataclasses import fields
from typing import Any, get_args

from aiogram import Router
from markupsafe import Markup

from bot.confirm import outcome
from bot.forms.model import CompletedForm, Context, Form
from bot.forms.runner import Forms
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen, fitted
from domain.calendar.draft import EventDraft
from domain.calendar.edit_event import OF_SERIES, Extent, edit_event
from domain.calendar.event import OccurrenceId
from domain.calendar.show_event import EventView, objects_for_events, show_event
from domain.refusal import Conflict
from handlers.owner.calendar.callbacks import EditEvent, Field, OpenEvent
from handlers.owner.calendar.entry import EventEntry, named_objects
from handlers.owner.calendar.event import card_screen, show_card
from handlers.owner.calendar.questions import QUESTIONS
from handlers.owner.calendar.words import BETWEEN, day_name, event_name

router = Router(name="calendar_edit_event")

EXTENTS = {
    Extent.ONE: "Only this one",
    Extent.FOLLOWING: "This and following",
    Extent.ALL: "All times",
}


async def _save(filled: CompletedForm[EventEntry], ctx: Context) -> None:
    t, event = ctx.t, OccurrenceId(filled.context["event"])
    view = await show_event(ctx.work, ctx.me, event)
    changes = _changed(EventDraft.of(view.occurrence, view.event), filled.draft)
    extent = Extent(filled.context["extent"])
    notice = await outcome(
        ctx, edit_event(ctx.work, ctx.me, event, filled.context["version"], extent, changes), t("Saved.")
    )
    await show_card(ctx, event, notice)


async def _back(filled: CompletedForm[EventEntry], ctx: Context) -> None:
    await show_card(ctx, filled.context["event"])


def _changed(before: EventDraft, after: EventEntry) -> dict[str, Any]:
    names = (one.name for one in fields(EventDraft) if one.name != "done")
    return {name: new for name in names if (new := getattr(after, name)) != getattr(before, name)}


FORM = Form(
    name="edit_event",
    title=label("Change the event"),
    draft=EventEntry,
    questions=QUESTIONS,
    done=_save,
    back=_back,
)


@router.callback_query(EditEvent.filter())
async def edit(_query: object, callback_data: EditEvent, ctx: Context, forms: Forms) -> None:
    """Ask what to change of how much, or ask for the new value."""
    t, press = ctx.t, callback_data
    view = await show_event(ctx.work, ctx.me, OccurrenceId(press.event))
    if view.occurrence.version != press.version:
        await ctx.chat.toast(t.refusal(Conflict()))
        await ctx.chat.show(card_screen(t, ctx.me, view), new=press.new)
        return
    question = FORM.question(press.field)
    if view.event.repeats and not press.extent:
        await ctx.chat.show(_extents(t, view, press), new=press.new)
        return
    extent = Extent(press.extent) if press.extent else Extent.ALL
    if question is None or (extent is Extent.ONE and press.field in OF_SERIES):
        await ctx.chat.show(_fields(t, view, press, extent), new=press.new)
        return
    entry = await _entry(ctx, view)
    context = {"event": press.event, "version": press.version, "extent": extent.value}
    await forms.start(FORM, ctx, entry, only=question.key, context=context)


async def _entry(ctx: Context, view: EventView) -> EventEntry:
    """The event as a draft, with the objects it can be about."""
    return EventEntry.of_draft(
        EventDraft.of(view.occurrence, view.event),
        home=ctx.me.currency,
        today=view.today,
        objects=named_objects(await objects_for_events(ctx.work, ctx.me)),
        is_named=True,
        way="both",
        repeat_said=True,
        done_said=True,
    )


def _extents(t: Localizer, view: EventView, press: EditEvent) -> Screen:
    choices = [
        [Button(t(name), press.model_copy(update={"extent": one.value, "new": False}))] for one, name in EXTENTS.items()
    ]
    text = lines(
        bold(t("What shall change?")),
        _line(t, view),
        "",
        t("It comes back again and again. A single time that was changed by itself stays as it is."),
    )
    return Screen(text, [*choices, _way_back(t, view)])


def _fields(t: Localizer, view: EventView, press: EditEvent, extent: Extent) -> Screen:
    known: tuple[str, ...] = get_args(Field)
    named = [
        Button(
            question.label(t),
            press.model_copy(update={"extent": extent.value, "field": question.key, "new": False}),
        )
        for question in QUESTIONS
        if question.label is not None and question.key in known and _applies(question.key, view, extent)
    ]
    text = lines(
        bold(t("What shall we change?")),
        _line(t, view),
        Markup("🔁 {}").format(t(EXTENTS[extent])) if view.event.repeats else None,
    )
    return Screen(text, [*fitted(named), _way_back(t, view)])


def _applies(field: str, view: EventView, extent: Extent) -> bool:
    if field == "until":
        return view.event.repeats and extent is not Extent.ONE
    if field == "receipt":
        return extent is Extent.ONE or not view.event.repeats
    return field != "repeat" or extent is not Extent.ONE


def _line(t: Localizer, view: EventView) -> Markup:
    return BETWEEN.join((event_name(t, view.occurrence), day_name(t, view.occurrence.day)))


def _way_back(t: Localizer, view: EventView) -> Row:
    return [Button(t("‹ Back"), OpenEvent(event=view.occurrence.id)), menu_button(t)]
