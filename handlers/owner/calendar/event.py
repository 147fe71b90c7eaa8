"""One event: everything about it, and what can be done with it."""

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, lines
from bot.screen import Button, Row, Screen
from domain.calendar.event import OccurrenceId
from domain.calendar.show_event import EventView, show_event
from domain.people.person import Person
from handlers.owner.calendar.callbacks import (
    CalendarDay,
    DeleteEvent,
    EditEvent,
    EventReceipt,
    FinishEvent,
    FinishOtherwise,
    OpenEvent,
    ReopenEvent,
    SnoozeEvent,
)
from handlers.owner.calendar.words import event_card, event_name

router = Router(name="calendar_event")


@router.callback_query(OpenEvent.filter())
async def open_event(_query: object, callback_data: OpenEvent, ctx: Context) -> None:
    """The card."""
    await show_card(ctx, callback_data.event, new=callback_data.new)


async def show_card(ctx: Context, event: int, notice: Markup | None = None, *, new: bool = False) -> None:
    """The card as it is now, with what has just happened."""
    view = await show_event(ctx.work, ctx.me, OccurrenceId(event))
    await ctx.chat.show(card_screen(ctx.t, ctx.me, view, notice), new=new)


def card_screen(t: Localizer, me: Person, view: EventView, notice: Markup | None = None) -> Screen:
    """Everything about it."""
    one = view.occurrence
    text = lines(
        *((notice, "") if notice is not None else ()),
        event_card(t, me, one, view.event, view.premises, view.today),
    )
    edit = EditEvent(event=one.id, version=one.version)
    rows: list[Row] = [
        *_ways_on(t, view),
        [Button(t("🧾 Receipt"), EventReceipt(event=one.id))] if one.receipt is not None else [],
        [Button(t("✏️ Edit"), edit), Button(t("🗑 Delete"), DeleteEvent(event=one.id))],
        [Button(t("‹ Day"), CalendarDay(day=one.day.toordinal())), menu_button(t)],
    ]
    return Screen(text, rows)


@router.callback_query(EventReceipt.filter())
async def send_receipt(_query: object, callback_data: EventReceipt, ctx: Context) -> None:
    """The receipt, below."""
    view = await show_event(ctx.work, ctx.me, OccurrenceId(callback_data.event))
    await ctx.chat.send_stored(view.occurrence.receipt, event_name(ctx.t, view.occurrence))


def _ways_on(t: Localizer, view: EventView) -> list[Row]:
    one = view.occurrence
    if one.is_done:
        return [[Button(t("↩️ It is not done"), ReopenEvent(event=one.id))]]
    done: Row = [Button(t("✅ Done"), FinishEvent(event=one.id))]
    if one.income or one.expense:
        done = [*done, Button(t("✅ Another amount"), FinishOtherwise(event=one.id))]
    if one.day > view.today:
        return [done]
    return [
        done,
        [
            Button(t("🕒 Tomorrow"), SnoozeEvent(event=one.id, days=1)),
            Button(t("🕒 In 3 days"), SnoozeEvent(event=one.id, days=3)),
        ],
    ]
