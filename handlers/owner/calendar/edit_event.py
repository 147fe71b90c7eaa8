"""An owner changes any field of an event; of a repeating one it is asked first how much of it is meant."""

from typing import get_args

from markupsafe import Markup

from bot.forms.field_edit import FieldEdit
from bot.forms.model import Context, Question
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen, fitted
from domain.calendar.draft import EventDraft
from domain.calendar.edit_event import OF_SERIES, Extent, edit_event
from domain.calendar.event import OccurrenceId
from domain.calendar.show_event import EventView, objects_for_events, show_event
from handlers.owner.calendar.callbacks import EditEvent, Field, OpenEvent
from handlers.owner.calendar.entry import EventEntry, named_objects
from handlers.owner.calendar.event import show_card
from handlers.owner.calendar.questions import QUESTIONS
from handlers.owner.calendar.words import BETWEEN, day_name, event_name

EXTENTS = {
    Extent.ONE: "Only this one",
    Extent.FOLLOWING: "This and following",
    Extent.ALL: "All times",
}


Loaded = tuple[EventView, EventEntry]
"""The event, and what it is as a draft."""


async def _load(ctx: Context, press: EditEvent) -> Loaded:
    view = await show_event(ctx.work, ctx.me, OccurrenceId(press.event))
    return view, await _entry(ctx, view)


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


async def _ask_extent(ctx: Context, loaded: Loaded, press: EditEvent) -> bool:
    """How much of a repeating event is meant comes first."""
    view, _ = loaded
    is_of_series = press.extent == "one" and press.field in OF_SERIES
    if view.event.repeats and (not press.extent or is_of_series):
        await ctx.chat.show(_extents(ctx.t, view, press), new=press.new)
        return True
    return False


def _extent(press: EditEvent) -> Extent:
    return Extent(press.extent) if press.extent else Extent.ALL


def _applies(question: Question[EventEntry], loaded: Loaded, press: EditEvent) -> bool:
    event, extent = loaded[0].event, _extent(press)
    match question.key:
        case "until":
            return event.repeats and extent is not Extent.ONE
        case "receipt":
            return extent is Extent.ONE or not event.repeats
        case "repeat":
            return extent is not Extent.ONE
        case key:
            return key in get_args(Field)


def _about(t: Localizer, loaded: Loaded, press: EditEvent) -> Markup:
    view, _ = loaded
    return lines(_line(t, view), Markup("🔁 {}").format(t(EXTENTS[_extent(press)])) if view.event.repeats else None)


EDIT = FieldEdit(
    name="edit_event",
    title=label("Change the event"),
    press=EditEvent,
    draft=EventEntry,
    saved=EventDraft,
    questions=QUESTIONS,
    load=_load,
    version=lambda loaded: loaded[0].occurrence.version,
    as_draft=lambda loaded: loaded[1],
    about=_about,
    names=_applies,
    instead=_ask_extent,
    layout=fitted,
    save=lambda ctx, press, changes: edit_event(
        ctx.work, ctx.me, OccurrenceId(press.event), press.version, _extent(press), changes
    ),
    show=lambda ctx, press, notice: show_card(ctx, press.event, notice, new=press.new),
    back=lambda press: OpenEvent(event=press.event),
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


def _line(t: Localizer, view: EventView) -> Markup:
    return BETWEEN.join((event_name(t, view.occurrence), day_name(t, view.occurrence.day)))


def _way_back(t: Localizer, view: EventView) -> Row:
    return [Button(t("‹ Back"), OpenEvent(event=view.occurrence.id)), menu_button(t)]
