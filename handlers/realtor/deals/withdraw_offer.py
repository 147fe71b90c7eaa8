"""A realtor takes their own offer back, having been asked once; one that was answered meanwhile says so."""

from aiogram import Router

from bot.chat import Chat
from bot.confirm import confirm_screen
from bot.localization import Localizer, bold, lines
from domain.matching.deals.match import MatchId, OfferId
from domain.matching.deals.show_match import show_match
from domain.matching.deals.withdraw_offer import withdraw_offer
from domain.people.person import Person
from domain.refusal import Conflict
from domain.work import Work
from handlers.realtor.callbacks import OpenMatch
from handlers.realtor.deals import match_words as say
from handlers.realtor.deals.callbacks import WithdrawOffer
from handlers.realtor.deals.match_screens import answers, outcome_screen
from handlers.realtor.deals.matches import show_as_it_is

router = Router(name="withdraw_offer")


@router.callback_query(WithdrawOffer.filter())
async def withdraw(
    _query: object, callback_data: WithdrawOffer, chat: Chat, me: Person, t: Localizer, work: Work
) -> None:
    """Ask, then take one's own offer back."""
    match_id, offer_id = MatchId(callback_data.match), OfferId(callback_data.offer)
    view = await show_match(work, me, match_id)
    try:
        offer = view.match.must_be_mine(view.side, offer_id)
        if not callback_data.sure:
            question = lines(bold(t("Take back your {share}?", share=t.percent(offer.share))), say.pair_name(t, view))
            keep = (t("‹ Keep it"), OpenMatch(match=match_id))
            sure = callback_data.model_copy(update={"sure": True})
            await chat.show(confirm_screen(question, keep=keep, go=(t("↩️ Take it back"), sure)))
            return
        await withdraw_offer(work, me, match_id, offer_id)
    except Conflict as changed:
        await show_as_it_is(match_id, chat, work, me, t, changed)
        return
    view = await show_match(work, me, match_id)
    said = t("↩️ Taken back: {share}", share=t.percent(offer.share))
    if view.is_my_turn:
        await chat.show(outcome_screen(t, view, said, say.standing(t, view), *answers(t, view)))
    else:
        await chat.show(outcome_screen(t, view, said, t("Both are recommended to each other again.")))
