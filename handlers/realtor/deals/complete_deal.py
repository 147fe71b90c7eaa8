"""After an agreement: the contact once more; one realtor says that the deal is done, the other confirms it or not."""

from aiogram import Router

from bot.forms.model import Context
from bot.localization import lines
from domain.matching.deals.contact_of import contact_of
from domain.matching.deals.decline_completion import decline_completion
from domain.matching.deals.mark_completed import mark_completed
from domain.matching.deals.match import MatchId, MatchStatus
from domain.matching.deals.show_match import show_match
from domain.refusal import Conflict
from handlers.realtor.deals import match_words as say
from handlers.realtor.deals.callbacks import Completed, NotCompleted, ShareContact
from handlers.realtor.deals.match_screens import completion, keepsake_screen, outcome_screen
from handlers.realtor.deals.matches import show_as_it_is

router = Router(name="complete_deal")


@router.callback_query(ShareContact.filter())
async def share_contact(_query: object, callback_data: ShareContact, ctx: Context) -> None:
    """Send the colleague's contact again, below the agreement."""
    match_id = MatchId(callback_data.match)
    contact = await contact_of(ctx.work, ctx.me, match_id)
    view = await show_match(ctx.work, ctx.me, match_id)
    await ctx.chat.show(keepsake_screen(ctx.t, view, contact), new=True)
    if contact.phone is not None:
        await ctx.chat.send_contact(contact.phone, contact.first_name, contact.last_name)


@router.callback_query(Completed.filter())
async def completed(_query: object, callback_data: Completed, ctx: Context) -> None:
    """Say that the deal is done, or confirm it."""
    t = ctx.t
    match_id = MatchId(callback_data.match)
    try:
        await mark_completed(ctx.work, ctx.me, match_id)
    except Conflict as changed:
        await show_as_it_is(ctx, match_id, changed, new=callback_data.new)
        return
    view = await show_match(ctx.work, ctx.me, match_id)
    if view.match.status is MatchStatus.COMPLETED:
        share = t.percent(view.match.agreed_share or 0)
        more = lines(t("Your agreement: {share}. Congratulations!", share=share), say.put_away(t, view))
        await ctx.chat.show(outcome_screen(t, view, t("🏁 The deal is done"), more), new=callback_data.new)
        return
    asked = t("{name} has been asked to confirm.", name=view.colleague.name)
    marked = outcome_screen(t, view, t("🏁 Marked as done"), asked, *completion(t, view))
    await ctx.chat.show(marked, new=callback_data.new)


@router.callback_query(NotCompleted.filter())
async def not_completed(_query: object, callback_data: NotCompleted, ctx: Context) -> None:
    """Say that it is not done yet, or take one's own word back."""
    t = ctx.t
    match_id = MatchId(callback_data.match)
    was_asked = (await show_match(ctx.work, ctx.me, match_id)).may_confirm
    try:
        await decline_completion(ctx.work, ctx.me, match_id)
    except Conflict as changed:
        await show_as_it_is(ctx, match_id, changed, new=callback_data.new)
        return
    view = await show_match(ctx.work, ctx.me, match_id)
    more = t("Your colleague is told. Mark it when it is done.") if was_asked else t("Mark it when it is done.")
    open_still = outcome_screen(t, view, t("Not done yet"), more, *completion(t, view))
    await ctx.chat.show(open_still, new=callback_data.new)
