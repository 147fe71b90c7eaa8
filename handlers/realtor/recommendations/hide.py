"""A realtor turns a recommendation down: it is hidden, the next one is shown, with undo beside it."""

from aiogram import Router

from bot.chat import Chat
from bot.localization import Localizer
from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.matching.recommendations.dislike import dislike
from domain.matching.recommendations.undo_dislike import undo_dislike
from domain.people.person import Person
from domain.refusal import Conflict
from domain.work import Work
from handlers.realtor.deals.callbacks import SIDES, Hide, Look, Unhide
from handlers.realtor.recommendations.recommend import look_screen

router = Router(name="hide")


@router.callback_query(Hide.filter())
async def hide(_query: object, callback_data: Hide, chat: Chat, me: Person, t: Localizer, work: Work) -> None:
    """Hide it and go on to the next card."""
    lead_id, property_id = pair_of(callback_data)
    look = Look(side=callback_data.side, row=callback_data.row, own=callback_data.own)
    try:
        await dislike(work, me, SIDES[callback_data.side], lead_id, property_id)
    except Conflict as changed:
        await chat.toast(t.refusal(changed), alert=True)
        await chat.show(await look_screen(work, me, t, look))
        return
    following = look.model_copy(update={"at": callback_data.other, "go": "n"})
    notice = t("Hidden; you will not see it again here.")
    await chat.show(await look_screen(work, me, t, following, notice=notice, hidden=callback_data.other))


@router.callback_query(Unhide.filter())
async def unhide(_query: object, callback_data: Unhide, chat: Chat, me: Person, t: Localizer, work: Work) -> None:
    """Show it again."""
    lead_id, property_id = pair_of(callback_data)
    await undo_dislike(work, me, SIDES[callback_data.side], lead_id, property_id)
    look = Look(side=callback_data.side, row=callback_data.row, at=callback_data.other, own=callback_data.own)
    await chat.toast(t("It is back."))
    await chat.show(await look_screen(work, me, t, look))


def pair_of(press: Hide | Unhide) -> tuple[LeadId, PropertyId]:
    """Which lead and which property a button means."""
    if press.side == "l":
        return LeadId(press.row), PropertyId(press.other)
    return LeadId(press.other), PropertyId(press.row)
