"""A realtor puts a property into the archive after being asked, and can take it back at once or later."""

from aiogram import Router

from bot.callbacks import OpenProperty
from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import bold, lines
from bot.screen import Button, Screen
from domain.matching.properties.archive_property import archive_property
from domain.matching.properties.property import PropertyId
from domain.matching.properties.restore_property import restore_property
from domain.matching.properties.show_property import show_property
from domain.refusal import Conflict
from handlers.realtor.callbacks import ArchiveProperty, MyProperties, RestoreProperty
from handlers.realtor.properties.show_property import show_card
from handlers.realtor.restored import active_again
from handlers.realtor.words import property_line

router = Router(name="archive_property")


@router.callback_query(ArchiveProperty.filter())
async def archive(_query: object, callback_data: ArchiveProperty, ctx: Context) -> None:
    """Ask, or do it."""
    t = ctx.t
    property_id = PropertyId(callback_data.property)
    view = await show_property(ctx.work, ctx.me, property_id)
    line = property_line(t, view.offered)
    if not callback_data.sure and view.offered.is_active:
        question = lines(
            bold(t("Put it into the archive?")),
            line,
            "",
            t("Colleagues will not see it any more, and talks that are open about it will be closed."),
        )
        keep = (t("‹ Keep it"), OpenProperty(property=property_id))
        await ctx.chat.show(confirm_screen(question, keep=keep, go=(t("🗄 To archive"), sure_of(callback_data))))
        return
    try:
        await archive_property(ctx.work, ctx.me, property_id)
    except Conflict as conflict:
        await ctx.chat.toast(t.refusal(conflict))
        await show_card(ctx, property_id)
        return
    back = Button(t("↩️ Restore"), RestoreProperty(property=property_id))
    await ctx.chat.show(
        Screen(
            lines(bold(t("In the archive")), line),
            [[back, Button(t("🏠 My properties"), MyProperties())], [menu_button(t)]],
        )
    )


@router.callback_query(RestoreProperty.filter())
async def restore(_query: object, callback_data: RestoreProperty, ctx: Context) -> None:
    """Bring it back and show it."""
    t = ctx.t
    try:
        reopened = await restore_property(ctx.work, ctx.me, PropertyId(callback_data.property))
        notice = active_again(t, reopened)
    except Conflict as conflict:
        await ctx.chat.toast(t.refusal(conflict))
        notice = None
    await show_card(ctx, callback_data.property, notice)


def sure_of(press: ArchiveProperty) -> ArchiveProperty:
    """The button of somebody who has been asked."""
    return press.model_copy(update={"sure": True})
