"""A tenant puts a reminder off until tomorrow morning; the message says so and keeps its other buttons."""

import datetime as dt

from aiogram import Router

from bot.forms.model import Context
from domain.estate.leases.lease import LeaseId
from domain.estate.money.snooze_rent import snooze_rent
from handlers.tenant.money_callbacks import SnoozeRent

router = Router(name="snooze")


@router.callback_query(SnoozeRent.filter())
async def snooze(_query: object, callback_data: SnoozeRent, ctx: Context) -> None:
    """Say when it comes again."""
    day = await snooze_rent(ctx.work, ctx.me, LeaseId(callback_data.lease))
    await ctx.chat.toast(ctx.t("🕒 I shall remind you on {day} at nine.", day=dt.date.fromisoformat(day)))
