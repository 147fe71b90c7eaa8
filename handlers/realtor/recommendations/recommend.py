"""A realtor looks through what fits a lead or a property, one card at a time, there and back, with its photos."""

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.screen import Screen
from domain.matching.deals.list_matches import count_matches
from domain.matching.deals.match import MatchStatus
from domain.matching.leads.await_fit import await_fit
from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.matching.recommendations.dislike import dislike
from domain.matching.recommendations.recommend_leads import recommend_leads
from domain.matching.recommendations.recommend_properties import recommend_properties
from domain.matching.recommendations.recommendation import Gone, Step
from domain.matching.recommendations.undo_dislike import undo_dislike
from domain.people.person import Person
from domain.refusal import Conflict
from domain.work import Work
from handlers.realtor.callbacks import ShowLeadsFor, ShowPropertiesFor
from handlers.realtor.deals.callbacks import SIDES, Hide, Look, ReadWhole, Unhide
from handlers.realtor.recommendations.recommendation_card import Looked, looked_screen, whole_screen

router = Router(name="recommend")

GONE = {
    ("l", Gone.WITHDRAWN): "The property that was here is no longer offered.",
    ("l", Gone.UNFIT): "The property that was here no longer fits.",
    ("p", Gone.WITHDRAWN): "The lead that was here is closed.",
    ("p", Gone.UNFIT): "The lead that was here no longer fits.",
}
STEPS = {"h": Step.HERE, "n": Step.NEXT, "p": Step.PREVIOUS}


@router.callback_query(ShowPropertiesFor.filter())
async def properties_for_lead(_query: object, callback_data: ShowPropertiesFor, ctx: Context) -> None:
    """The properties that fit a lead, from the best one on."""
    await ctx.chat.show(await look_screen(ctx, Look(side="l", row=callback_data.lead)))


@router.callback_query(ShowLeadsFor.filter())
async def leads_for_property(_query: object, callback_data: ShowLeadsFor, ctx: Context) -> None:
    """The leads that a property fits, from the best one on."""
    await ctx.chat.show(await look_screen(ctx, Look(side="p", row=callback_data.property)))


@router.callback_query(Look.filter())
async def look(_query: object, callback_data: Look, ctx: Context) -> None:
    """Another card, another photo, or the same card again."""
    look = callback_data.model_copy(update={"new": False})
    await ctx.chat.show(await look_screen(ctx, look), new=callback_data.new)


@router.callback_query(ReadWhole.filter())
async def read_whole(_query: object, callback_data: ReadWhole, ctx: Context) -> None:
    """All that a recommended one says; one that is gone is told to be, and the next card is shown."""
    t = ctx.t
    here = Look(side=callback_data.side, row=callback_data.row, at=callback_data.other, own=callback_data.own)
    whole = whole_screen(t, await looked_at(ctx.work, ctx.me, here), here)
    if whole is None:
        await ctx.chat.toast(t("This one is no longer among the recommendations."), alert=True)
        whole = await look_screen(ctx, here)
    await ctx.chat.show(whole)


async def look_screen(ctx: Context, look: Look, *, notice: Markup | None = None, hidden: int | None = None) -> Screen:
    """The card that the button asks for; at either end, the one that is there."""
    looked = await looked_at(ctx.work, ctx.me, look)
    if looked.card is None and look.go == "n" and hidden is None and looked.total:
        # the cards behind have gone meanwhile: stay at the last one
        looked = await looked_at(ctx.work, ctx.me, look.model_copy(update={"go": "p"}))
    if looked.gone is not None:
        # the photo that was turned to was the other card's
        look, notice = look.model_copy(update={"photo": 0}), ctx.t(GONE[look.side, looked.gone])
    is_talked_about = False
    if not looked.total and not look.own:
        await await_fit(ctx.work, ctx.me, SIDES[look.side], look.row)
        is_talked_about = await _is_talked_about(ctx.work, ctx.me, look)
    return looked_screen(ctx.t, looked, look, notice=notice, hidden=hidden, is_talked_about=is_talked_about)


async def _is_talked_about(work: Work, me: Person, look: Look) -> bool:
    """Whether something fits that is not recommended because a match goes on about it."""
    counts = await count_matches(
        work,
        me,
        lead_id=LeadId(look.row) if look.side == "l" else None,
        property_id=PropertyId(look.row) if look.side == "p" else None,
    )
    return bool(counts[MatchStatus.PENDING] or counts[MatchStatus.ACCEPTED])


async def looked_at(work: Work, me: Person, look: Look) -> Looked:
    """What the button asks for."""
    step = STEPS[look.go]
    if look.side == "l":
        at_property = PropertyId(look.at) if look.at else None
        return await recommend_properties(work, me, LeadId(look.row), at=at_property, step=step, own=look.own)
    at_lead = LeadId(look.at) if look.at else None
    return await recommend_leads(work, me, PropertyId(look.row), at=at_lead, step=step, own=look.own)


@router.callback_query(Hide.filter())
async def hide(_query: object, callback_data: Hide, ctx: Context) -> None:
    """Hide it and go on to the next card."""
    t = ctx.t
    lead_id, property_id = pair_of(callback_data)
    look = Look(side=callback_data.side, row=callback_data.row, own=callback_data.own)
    try:
        await dislike(ctx.work, ctx.me, SIDES[callback_data.side], lead_id, property_id)
    except Conflict as changed:
        await ctx.chat.toast(t.refusal(changed), alert=True)
        await ctx.chat.show(await look_screen(ctx, look))
        return
    following = look.model_copy(update={"at": callback_data.other, "go": "n"})
    notice = t("Hidden; you will not see it again here.")
    await ctx.chat.show(await look_screen(ctx, following, notice=notice, hidden=callback_data.other))


@router.callback_query(Unhide.filter())
async def unhide(_query: object, callback_data: Unhide, ctx: Context) -> None:
    """Show it again."""
    lead_id, property_id = pair_of(callback_data)
    await undo_dislike(ctx.work, ctx.me, SIDES[callback_data.side], lead_id, property_id)
    look = Look(side=callback_data.side, row=callback_data.row, at=callback_data.other, own=callback_data.own)
    await ctx.chat.toast(ctx.t("It is back."))
    await ctx.chat.show(await look_screen(ctx, look))


def pair_of(press: Hide | Unhide) -> tuple[LeadId, PropertyId]:
    """Which lead and which property a button means."""
    if press.side == "l":
        return LeadId(press.row), PropertyId(press.other)
    return LeadId(press.other), PropertyId(press.row)
