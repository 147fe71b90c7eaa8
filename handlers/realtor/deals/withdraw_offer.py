"""A realtor takes their own offer back, having been asked once; one that was answered meanwhile says so."""

from aiogram import Router

from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.localization import bold, lines
from domain.matching.deals.match import MatchId, OfferId
from domain.matching.deals.show_match import show_match
from domain.matching.deals.withdraw_offer import withdraw_offer
from domain.refusal import Conflict
from handlers.realtor.callbacks import OpenMatch
from handlers.realtor.deals import match_words as say
from handlers.realtor.deals.callbacks import WithdrawOffer
from handlers.realtor.deals.match_screens import answers, outcome_screen
from handlers.realtor.deals.matches import show_as_it_is

router = Router(name="withdraw_offer")


@router.callback_query(WithdrawOffer.filter())
async def withdraw(_query: object, callback_data: WithdrawOffer, ctx: Context) -> None:
    """Ask, then take one's own offer back."""
    t = ctx.t
    match_id, offer_id = MatchId(callback_data.match), OfferId(callback_data.offer)
    view = await show_match(ctx.work, ctx.me, match_id)
    try:
        offer = view.match.must_be_mine(view.side, offer_id)
        if not callback_data.sure:
            question = lines(bold(t("Take back your {share}?", share=t.percent(offer.share))), say.pair_name(t, view))
            keep = (t("‹ Keep it"), OpenMatch(match=match_id))
            sure = callback_data.model_copy(update={"sure": True})
            await ctx.chat.show(confirm_screen(question, keep=keep, go=(t("↩️ Take it back"), sure)))
            return
        await withdraw_offer(ctx.work, ctx.me, match_id, offer_id)
    except Conflict as changed:
        await show_as_it_is(ctx, match_id, changed)
        return
    view = await show_match(ctx.work, ctx.me, match_id)
    said = t("↩️ Taken back: {share}", share=t.percent(offer.share))
    if view.is_my_turn:
        await ctx.chat.show(outcome_screen(t, view, said, say.standing(t, view), *answers(t, view)))
    else:
        await ctx.chat.show(outcome_screen(t, view, said, t("Both are recommended to each other again.")))
