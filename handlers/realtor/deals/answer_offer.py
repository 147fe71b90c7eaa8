"""A realtor answers an offer with one tap: agrees, names another share, or turns it down; a late tap says why not."""

from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Id
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import CompletedForm, Context, Form, Question
from bot.localization import Localizer, lines
from bot.screen import Button
from domain.matching.deals.accept_offer import accept_offer
from domain.matching.deals.change_offer import change_offer
from domain.matching.deals.counter_offer import counter_offer
from domain.matching.deals.match import DealSide, MatchId, MatchStatus, OfferId
from domain.matching.deals.reject_match import reject_match
from domain.matching.deals.show_match import show_match
from domain.matching.recommendations.like import like
from domain.refusal import Conflict
from domain.typed import limits
from handlers.realtor.deals.callbacks import Accept, ChangeOffer, Counter, Reject, TakeUpDeal
from handlers.realtor.deals.match_screens import outcome_screen, own_offer
from handlers.realtor.deals.matches import show_as_it_is
from handlers.realtor.deals.share_question import (
    how_to_answer,
    note_line,
    pick_share,
    read_note,
    read_share,
    share_choices,
    who_gets,
)

router = Router(name="answer_offer")

STEP = 5_00
"""How far the offered shares are from the one on the table, in hundredths of a percent."""


@dataclass(frozen=True)
class OfferAnswer:
    """Another share for a match, and the offer that it answers."""

    match: Id
    offer: Id
    on_table: int
    speaks_for: DealSide
    again: bool = False
    """The match was closed and is taken up again."""
    instead: bool = False
    """It takes the place of one's own offer, which has not been answered."""
    with_note: bool = False
    share: int | None = None
    note: str | None = None


@router.callback_query(Accept.filter())
async def accept(_query: object, callback_data: Accept, ctx: Context) -> None:
    """Agree on the share on the table; contacts come as a message of their own."""
    t = ctx.t
    match_id = MatchId(callback_data.match)
    try:
        await accept_offer(ctx.work, ctx.me, match_id, OfferId(callback_data.offer))
    except Conflict as changed:
        await show_as_it_is(ctx, match_id, changed)
        return
    view = await show_match(ctx.work, ctx.me, match_id)
    share = t.percent(view.match.agreed_share or 0)
    more = lines(who_gets(t, view.match.agreed_share or 0, view.side), t("The contact is in the next message."))
    await ctx.chat.show(outcome_screen(t, view, t("✅ You agreed: {share}", share=share), more))


@router.callback_query(Reject.filter())
async def reject(_query: object, callback_data: Reject, ctx: Context) -> None:
    """Turn it down; a slip of the finger can be taken back."""
    t = ctx.t
    match_id = MatchId(callback_data.match)
    try:
        await reject_match(ctx.work, ctx.me, match_id, OfferId(callback_data.offer))
    except Conflict as changed:
        await show_as_it_is(ctx, match_id, changed)
        return
    view = await show_match(ctx.work, ctx.me, match_id)
    again = [Button(t("↩️ Take up again"), TakeUpDeal(match=match_id))]
    await ctx.chat.show(outcome_screen(t, view, t("✖️ Turned down"), t("Your colleague is told."), again))


@router.callback_query(Counter.filter())
@router.callback_query(TakeUpDeal.filter())
@router.callback_query(ChangeOffer.filter())
async def counter(_query: object, callback_data: Counter | TakeUpDeal | ChangeOffer, ctx: Context) -> None:
    """Ask for the other share."""
    work, me = ctx.work, ctx.me
    match_id = MatchId(callback_data.match)
    view = await show_match(work, me, match_id)
    match = view.match
    try:
        if isinstance(callback_data, Counter):
            match.must_be_answerable(view.side, OfferId(callback_data.offer))
        elif isinstance(callback_data, ChangeOffer):
            match.must_be_mine(view.side, OfferId(callback_data.offer))
        elif match.status is not MatchStatus.REJECTED:
            match.must_be_pending()
            await show_as_it_is(ctx, match_id)
            return
    except Conflict as changed:
        await show_as_it_is(ctx, match_id, changed)
        return
    answer = OfferAnswer(
        match_id,
        match.last_offer.id,
        match.last_offer.share,
        view.side,
        again=isinstance(callback_data, TakeUpDeal),
        instead=isinstance(callback_data, ChangeOffer),
        with_note=not isinstance(callback_data, ChangeOffer) and callback_data.note,
    )
    await ctx.forms.start(FORM, ctx, answer, only=None if answer.with_note else "share")


def _ask_share(t: Localizer, draft: OfferAnswer) -> Markup:
    share, rest = t.percent(draft.on_table), t.percent(limits.WHOLE_SHARE - draft.on_table)
    side = draft.speaks_for
    if draft.again:
        said = t("Which share do you propose this time? The last one was {share}:", share=share)
    elif draft.instead:
        said = t("Which share do you propose instead of {share}? So far:", share=share)
    elif side is DealSide.LEAD:
        said = t("They offer you {share}, {rest} stay theirs. Which share do you ask for?", share=share, rest=rest)
    else:
        said = t("They ask for {share}, {rest} stay yours. Which share do you give?", share=share, rest=rest)
    split = who_gets(t, draft.on_table, side) if draft.again or draft.instead else None
    return lines(note_line(t, draft.note), said, split, how_to_answer(t, side))


async def _answer(filled: CompletedForm[OfferAnswer], ctx: Context) -> None:
    draft, t, me = filled.draft, ctx.t, ctx.me
    match_id, share = MatchId(draft.match), draft.share or 0
    work = ctx.work.once(f"form:{filled.nonce}")
    try:
        if draft.again:
            match = (await show_match(ctx.work, me, match_id)).match
            await like(work, me, draft.speaks_for, match.lead_id, match.property_id, share, draft.note)
        elif draft.instead:
            await change_offer(work, me, match_id, OfferId(draft.offer), share, draft.note)
        else:
            await counter_offer(work, me, match_id, OfferId(draft.offer), share, draft.note)
    except Conflict as changed:
        await show_as_it_is(ctx, match_id, changed)
        return
    view = await show_match(ctx.work, me, match_id)
    if view.match.status is MatchStatus.ACCEPTED:
        agreed = t("✅ You agreed: {share}", share=t.percent(view.match.agreed_share or 0))
        await ctx.chat.show(outcome_screen(t, view, agreed, t("The contact is in the next message.")))
        return
    said = t("↔️ You proposed {share}", share=t.percent(share))
    asked = t("{name} has been asked; the answer will come here.", name=view.colleague.name)
    more = lines(who_gets(t, share, view.side), asked)
    await ctx.chat.show(outcome_screen(t, view, said, more, own_offer(t, view)))


FORM: Form[OfferAnswer] = Form(
    name="counter",
    title=lambda t: t("Your share"),
    draft=OfferAnswer,
    questions=(
        Question(
            key="note",
            kind=AnswerKind.TEXT,
            ask=lambda t, _draft: t("A few words for your colleague, for example: “The client can view tomorrow”."),
            read=read_note,
            optional=True,
            applies=lambda draft: draft.with_note,
            most_typed=limits.NOTE,
        ),
        Question(
            key="share",
            kind=AnswerKind.SHARE,
            ask=_ask_share,
            read=read_share,
            choices=lambda t, draft, _me: share_choices(t, None, _likely(draft)),
            pick=pick_share,
            per_row=3,
        ),
    ),
    done=_answer,
    back=lambda filled, ctx: show_as_it_is(ctx, MatchId(filled.draft.match)),
)


def _likely(draft: OfferAnswer) -> list[int]:
    """Shares around the one on the table, which itself is no answer to it unless the talk begins anew."""
    share = draft.on_table
    same = [share] if draft.again else []
    return [share - 2 * STEP, share - STEP, *same, share + STEP, share + 2 * STEP]
