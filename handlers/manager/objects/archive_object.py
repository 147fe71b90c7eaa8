"""A manager puts an object into the archive after being asked, and can take it back at once or later."""

from aiogram import Router

from bot.confirm import confirm_screen, outcome_or_toast
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import bold, lines
from bot.screen import Button, Screen
from domain.estate.objects.archive_premises import archive_premises, restore_premises
from domain.estate.objects.premises import PremisesId
from domain.estate.objects.show_premises import premises_to_change
from domain.refusal import Conflict, Refusal
from handlers.manager.callbacks import MyObjects, OpenObject
from handlers.manager.objects.callbacks import ArchiveObject, RestoreObject
from handlers.manager.objects.show_object import show_card

router = Router(name="archive_object")


@router.callback_query(ArchiveObject.filter())
async def archive(_query: object, callback_data: ArchiveObject, ctx: Context) -> None:
    """Ask, or do it."""
    t = ctx.t
    premises_id = PremisesId(callback_data.premises)
    premises = await premises_to_change(ctx.work, ctx.me, premises_id)
    if not callback_data.sure and premises.is_active:
        question = lines(
            bold(t("Put it into the archive?")),
            premises.name,
            "",
            t("It leaves the lists. Everything booked about it stays, and it can be brought back."),
        )
        keep = (t("‹ Keep it"), OpenObject(premises=premises_id))
        sure = ArchiveObject(premises=premises_id, sure=True)
        await ctx.chat.show(confirm_screen(question, keep=keep, go=(t("🗄 To archive"), sure)))
        return
    try:
        await archive_premises(ctx.work, ctx.me, premises_id)
    except Conflict as conflict:
        await ctx.chat.toast(t.refusal(conflict))
        await show_card(ctx, premises_id)
        return
    except Refusal as refusal:
        await show_card(ctx, premises_id, t.refusal(refusal))
        return
    back = Button(t("↩️ Restore"), RestoreObject(premises=premises_id))
    await ctx.chat.show(
        Screen(
            lines(bold(t("In the archive")), premises.name),
            [[back, Button(t("🏠 Objects"), MyObjects())], [menu_button(t)]],
        )
    )


@router.callback_query(RestoreObject.filter())
async def restore(_query: object, callback_data: RestoreObject, ctx: Context) -> None:
    """Bring it back and show it."""
    t = ctx.t
    notice = await outcome_or_toast(
        ctx, restore_premises(ctx.work, ctx.me, PremisesId(callback_data.premises)), t("In use again.")
    )
    await show_card(ctx, callback_data.premises, notice)
