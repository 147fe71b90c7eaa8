"""A receipt that was read as an event becomes a cost of its object instead, where the person keeps that themselves."""

from aiogram import Router

from bot.forms.model import Context
from bot.forms.state import forget_kept
from domain.calendar.line.words import without_receipt
from domain.estate.costs.said import likely_kind
from handlers.manager.costs.add_cost import begin_cost
from handlers.manager.costs.questions import Draft
from handlers.owner.calendar.add_event import FORM
from handlers.owner.calendar.callbacks import AsCost
from handlers.owner.calendar.entry import EventEntry

router = Router(name="calendar_as_cost")


@router.callback_query(AsCost.filter())
async def as_cost(_query: object, callback_data: AsCost, ctx: Context) -> None:
    """Look over the cost; the event is not kept."""
    progress = await ctx.forms.open(ctx.state)
    if progress is None or progress.form is not FORM or progress.nonce != callback_data.nonce:
        await ctx.chat.toast(ctx.t("This form is closed. What you saved is in the menu."))
        return
    await begin_cost(_cost_of(progress.draft), ctx, context={"from_text": True}, review=True)
    await forget_kept(ctx.state, progress.nonce)


def _cost_of(entry: EventEntry) -> Draft:
    article = without_receipt(entry.description) if entry.description else None
    return Draft(
        premises=entry.premises_id,
        name=entry.named() or "",
        currency=entry.code,
        article=article,
        kind=likely_kind(article) if article else None,
        minor=entry.expense,
        month=(entry.day or entry.today).replace(day=1),
        receipt=entry.receipt,
    )
