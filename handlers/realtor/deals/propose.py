"""A realtor proposes a recommended one to the colleague: a share of the commission in one tap or typed, and a note."""

from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Id
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import CompletedForm, Context, Form, Question
from bot.localization import Localizer, lines
from domain.matching.deals.match import DealSide
from domain.matching.deals.show_match import show_match
from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.matching.recommendations.like import like
from domain.refusal import Conflict
from domain.typed import limits
from domain.work import Work
from handlers.realtor.deals.callbacks import SIDES, Look, Propose, Which
from handlers.realtor.deals.match_screens import proposed_screen
from handlers.realtor.deals.share_question import (
    how_to_answer,
    note_line,
    pick_share,
    read_note,
    read_share,
    share_choices,
    who_gets,
)
from handlers.realtor.recommendations.recommend import look_screen, looked_at

router = Router(name="propose")

USUAL = (50_00, 45_00, 40_00)
"""Shares that realtors agree on most, in hundredths of a percent."""


@dataclass(frozen=True)
class Proposal:
    """What is proposed: for which row, which other one, and on what terms."""

    side: Which
    row: Id
    other: Id
    listed: int
    own: bool = False
    with_note: bool = False
    share: int | None = None
    note: str | None = None

    @property
    def speaks_for(self) -> DealSide:
        """The side whose realtor proposes."""
        return SIDES[self.side]

    @property
    def pair(self) -> tuple[LeadId, PropertyId]:
        """The lead and the property."""
        lead, offered = (self.row, self.other) if self.side == "l" else (self.other, self.row)
        return LeadId(lead), PropertyId(offered)

    @property
    def look(self) -> Look:
        """Back to the card."""
        return Look(side=self.side, row=self.row, at=self.other, own=self.own)


def _ask_share(t: Localizer, draft: Proposal) -> Markup:
    listed = t.percent(draft.listed)
    if draft.side == "l":
        said = t("Which share of the commission do you ask for? Your colleague's card says {share}:", share=listed)
    else:
        said = t("Which share of the commission do you offer? Your card says {share}:", share=listed)
    side = draft.speaks_for
    return lines(note_line(t, draft.note), said, who_gets(t, draft.listed, side), how_to_answer(t, side))


async def _back(filled: CompletedForm[Proposal], ctx: Context) -> None:
    await ctx.chat.show(await look_screen(ctx, filled.draft.look))


async def _propose(filled: CompletedForm[Proposal], ctx: Context) -> None:
    await _send(filled.draft, ctx, ctx.work.once(f"form:{filled.nonce}"))


async def _send(draft: Proposal, ctx: Context, work: Work) -> None:
    lead_id, property_id = draft.pair
    share = draft.listed if draft.share is None else draft.share
    try:
        match_id = await like(work, ctx.me, draft.speaks_for, lead_id, property_id, share, draft.note)
    except Conflict as changed:
        await ctx.chat.toast(ctx.t.refusal(changed), alert=True)
        await ctx.chat.show(await look_screen(ctx, draft.look))
        return
    view = await show_match(ctx.work, ctx.me, match_id)
    await ctx.chat.show(proposed_screen(ctx.t, view, draft.look.model_copy(update={"go": "n"})))


FORM: Form[Proposal] = Form(
    name="propose",
    title=lambda t: t("Proposal to your colleague"),
    draft=Proposal,
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
            choices=lambda t, draft, _me: share_choices(t, draft.listed, USUAL),
            pick=pick_share,
        ),
    ),
    done=_propose,
    back=_back,
)


@router.callback_query(Propose.filter())
async def propose(_query: object, callback_data: Propose, ctx: Context) -> None:
    """Ask for the share, or for the note first; one's own two rows are brought together at once."""
    work, me, t, chat = ctx.work, ctx.me, ctx.t, ctx.chat
    look = Look(side=callback_data.side, row=callback_data.row, at=callback_data.other, own=callback_data.own)
    looked = await looked_at(work, me, look)
    if looked.card is None or looked.card.item.id != callback_data.other:
        await chat.toast(t("This one is no longer among the recommendations."), alert=True)
        await chat.show(await look_screen(ctx, look))
        return
    draft = Proposal(
        callback_data.side,
        callback_data.row,
        callback_data.other,
        looked.card.commission_share,
        callback_data.own,
        with_note=callback_data.note,
    )
    if looked.card.is_own:
        await _send(draft, ctx, work)
        return
    await ctx.forms.start(FORM, ctx, draft, only=None if callback_data.note else "share")
