"""/status and /redrive: an admin sees how the platform does, and has what was set aside tried again."""

from aiogram import Router
from aiogram.filters import Command

from bot.forms import Forms, Surrounding
from domain.delivery import Inbox, OutboxQueue
from domain.people.look_after import status, try_again
from handlers.admin.presses import Redrive, ShowStatus
from handlers.admin.right import is_admin
from handlers.admin.status_screen import status_screen

router = Router(name="look_after")
router.message.filter(is_admin)
router.callback_query.filter(is_admin)


@router.message(Command("status"))
@router.callback_query(ShowStatus.filter())
async def show_status(_event: object, around: Surrounding, forms: Forms, inbox: Inbox, queue: OutboxQueue) -> None:
    """Show the figures as they are now."""
    await forms.leave(around.state)
    await around.chat.show(status_screen(around.t, await status(around.work, around.me, inbox, queue)))


@router.message(Command("redrive"))
@router.callback_query(Redrive.filter())
async def redrive(_event: object, around: Surrounding, forms: Forms, inbox: Inbox, queue: OutboxQueue) -> None:
    """Give the updates another try and say how many there were."""
    await forms.leave(around.state)
    count = await try_again(around.work, around.me, inbox)
    t = around.t
    note = t.n("{count} update is tried again.", "{count} updates are tried again.", count)
    now = await status(around.work, around.me, inbox, queue)
    await around.chat.show(status_screen(t, now, note if count else t("Nothing was set aside.")))
