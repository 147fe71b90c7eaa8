"""An owner deletes an event, or as much of a repeating one as is meant, and can take it back at once."""

from aiogram import Router

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Asked, Button, Screen
from domain.calendar.delete_event import delete_event, undo_deletion
from domain.calendar.edit_event import Extent
from domain.calendar.event import OccurrenceId, RemovalId
from domain.calendar.show_event import EventView, show_event
from domain.refusal import Conflict
from handlers.owner.calendar.callbacks import CalendarDay, CalendarMonth, DeleteEvent, OpenEvent, UndoDeletion
from handlers.owner.calendar.words import BETWEEN, day_name, event_name

router = Router(name="calendar_delete_event")

WHICH = {
    Extent.ONE: "Only this one",
    Extent.FOLLOWING: "This and following",
    Extent.ALL: "All times",
}
"""What has gone, as it is told."""
EXTENTS = {
    Extent.ONE: "🗑 Only this one",
    Extent.FOLLOWING: "🗑 This and following",
    Extent.ALL: "🗑 All, past ones too",
}


@router.callback_query(DeleteEvent.filter())
async def delete(_query: object, callback_data: DeleteEvent, ctx: Context) -> None:
    """Ask how much, or do it."""
    t, press = ctx.t, callback_data
    view = await show_event(ctx.work, ctx.me, OccurrenceId(press.event))
    if view.event.repeats and not press.extent:
        await ctx.chat.show(_extents(t, view, press))
        return
    extent = Extent(press.extent) if press.extent else Extent.ALL
    removal = await delete_event(ctx.work, ctx.me, view.occurrence.id, extent)
    day = view.occurrence.day
    text = lines(
        bold(t("🗑 Deleted")),
        BETWEEN.join((event_name(t, view.occurrence), day_name(t, day))),
        t(WHICH[extent]) if view.event.repeats else None,
    )
    await ctx.chat.show(
        Screen(
            text,
            [
                [Button(t("↩️ Undo"), UndoDeletion(removal=removal))],
                [Button(t("📅 Day"), CalendarDay(day=day.toordinal())), menu_button(t)],
            ],
        )
    )


@router.callback_query(UndoDeletion.filter())
async def undo(_query: object, callback_data: UndoDeletion, ctx: Context) -> None:
    """Bring it back."""
    t = ctx.t
    try:
        count = await undo_deletion(ctx.work, ctx.me, RemovalId(callback_data.removal))
    except Conflict as conflict:
        await ctx.chat.toast(t.refusal(conflict), alert=True)
        return
    text = t.n("{count} event is back in the calendar.", "{count} events are back in the calendar.", count)
    await ctx.chat.show(Screen(text, [[Button(t("📅 Calendar"), CalendarMonth()), menu_button(t)]]))


def _extents(t: Localizer, view: EventView, press: DeleteEvent) -> Screen:
    one = view.occurrence
    choices = [[Button(t(name), press.model_copy(update={"extent": extent.value}))] for extent, name in EXTENTS.items()]
    text = lines(
        bold(t("Delete how much?")),
        BETWEEN.join((event_name(t, one), day_name(t, one.day))),
        "",
        t("What is done before it stays, unless you delete all. You can bring it back for a day."),
    )
    keep = OpenEvent(event=one.id)
    return Screen(text, [[Button(t("‹ Keep it"), keep)], *choices, [menu_button(t)]], asks=Asked(no=keep))
