"""/status and /redrive: an admin sees how the platform does, and has what was set aside tried again."""

from aiogram import Router
from aiogram.filters import Command

from bot.forms.model import Context
from domain.delivery import Inbox, OutboxQueue
from domain.people.look_after import status, try_again
from handlers.admin.callbacks import Redrive, ShowStatus, is_admin
from handlers.admin.status_screen import status_screen

router = Router(name="look_after")
router.message.filter(is_admin)
router.callback_query.filter(is_admin)


@router.message(Command("status"))
@router.callback_query(ShowStatus.filter())
async def show_status(_event: object, ctx: Context, inbox: Inbox, queue: OutboxQueue) -> None:
    """Show the figures as they are now."""
    await ctx.forms.leave(ctx.state)
    await ctx.chat.show(status_screen(ctx.t, await status(ctx.work, ctx.me, inbox, queue)))


@router.message(Command("redrive"))
@router.callback_query(Redrive.filter())
async def redrive(_event: object, ctx: Context, inbox: Inbox, queue: OutboxQueue) -> None:
    """Give the updates another try and say how many there were."""
    await ctx.forms.leave(ctx.state)
    count = await try_again(ctx.work, ctx.me, inbox)
    t = ctx.t
    note = t.n("{count} update is tried again.", "{count} updates are tried again.", count)
    now = await status(ctx.work, ctx.me, inbox, queue)
    await ctx.chat.show(status_screen(t, now, note if count else t("Nothing was set aside.")))
