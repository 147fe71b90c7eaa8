"""A receipt that was read as an event becomes a cost of its object instead, where the person keeps that themselves."""

from aiogram import Router

from bot.form_keeping import forget_kept
from bot.forms import Forms, Surrounding
from domain.calendar.line.words import without_receipt
from domain.estate.costs.said import likely_kind
from handlers.keeper.costs.add_cost import begin_cost
from handlers.keeper.costs.questions import Draft
from handlers.owner.calendar.add_event import FORM
from handlers.owner.calendar.entry import Entry
from handlers.owner.calendar.presses import AsCost

router = Router(name="calendar_as_cost")


@router.callback_query(AsCost.filter())
async def as_cost(_query: object, callback_data: AsCost, around: Surrounding, forms: Forms) -> None:
    """Look over the cost; the event is not kept."""
    progress = await forms.open(around.state)
    if progress is None or progress.form is not FORM or progress.nonce != callback_data.nonce:
        await around.chat.toast(around.t("This form is closed. What you saved is in the menu."))
        return
    await begin_cost(_cost_of(progress.draft), around, context={"from_text": True}, review=True)
    await forget_kept(around.state, progress.nonce)


def _cost_of(entry: Entry) -> Draft:
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
