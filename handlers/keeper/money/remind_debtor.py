"""Who keeps or owns an object reminds its tenant of what they owe, with one tap, at most once a day."""

from aiogram import Router

from bot.forms import Surrounding
from domain.estate.lease import LeaseId
from domain.estate.money.remind_debtor import remind_debtor
from domain.estate.money.show_account import show_account
from handlers.keeper.money.presses import RemindDebtor

router = Router(name="remind_debtor")


@router.callback_query(RemindDebtor.filter())
async def remind(_query: object, callback_data: RemindDebtor, around: Surrounding) -> None:
    """Tell the tenant; what stands on the screen stays."""
    lease_id = LeaseId(callback_data.lease)
    await remind_debtor(around.work, around.me, lease_id)
    account = await show_account(around.work, around.me, lease_id)
    await around.chat.toast(around.t("🔔 {name} has been reminded.", name=account.tenant.name))
