"""Nothing comes of an agreement: either realtor says why, in one tap or a few words, and it is ended for both."""

from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Id
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, Choice, CompletedForm, Context, Form, Question
from bot.localization import Localizer, lines
from bot.screen import Button, Row
from domain.matching.deals.end_deal import end_deal
from domain.matching.deals.match import DealSide, FallThrough, MatchId
from domain.matching.deals.match_view import MatchView
from domain.matching.deals.show_match import show_match
from domain.matching.intake.contacts import check_no_contacts
from domain.refusal import Conflict, Refusal
from domain.typed import limits
from handlers.realtor.deals import match_words as say
from handlers.realtor.deals.callbacks import EndDeal, Look
from handlers.realtor.deals.match_screens import outcome_screen
from handlers.realtor.deals.matches import show_as_it_is

router = Router(name="end_deal")

LABELS = {
    FallThrough.CLIENT_CHANGED_MIND: "The client",
    FallThrough.OWNER_CHANGED_MIND: "The owner",
    FallThrough.TAKEN: "Found another one",
    FallThrough.PRICE: "The price",
    FallThrough.LOAN_REFUSED: "The loan",
}
"""On buttons; gettext messages. What each means is said in full once it is chosen."""


@dataclass(frozen=True)
class Ended:
    """Why an agreement is ended."""

    match: Id
    pair: str
    reason: FallThrough | None = None
    note: str | None = None


@router.callback_query(EndDeal.filter())
async def ask_why(_query: object, callback_data: EndDeal, ctx: Context) -> None:
    """Ask for the reason; an agreement that has gone on or ended meanwhile is shown as it is."""
    match_id = MatchId(callback_data.match)
    view = await show_match(ctx.work, ctx.me, match_id)
    try:
        view.match.must_be_agreed()
    except Conflict as changed:
        await show_as_it_is(ctx, match_id, changed)
        return
    await ctx.forms.start(FORM, ctx, Ended(match_id, str(say.pair_name(ctx.t, view).unescape())), only="reason")


def _ask(t: Localizer, draft: Ended) -> Markup:
    return lines(
        Markup.escape(draft.pair),
        t("Why does nothing come of it? Your colleague reads it. Choose, or write it in a few words."),
        t("The agreement ends and contacts close. Both are recommended again, to each other too."),
    )


def _read(text: str, draft: Ended, _answering: AnswerContext) -> Ended:
    note = limits.tidy(text, limits.NOTE)
    if note is None or not any(one.isalpha() for one in note):
        raise Refusal("Say in a few words why.")
    check_no_contacts(note)
    return replace(draft, reason=FallThrough.OTHER, note=note)


async def _end(filled: CompletedForm[Ended], ctx: Context) -> None:
    draft, t, me = filled.draft, ctx.t, ctx.me
    match_id = MatchId(draft.match)
    work = ctx.work.once(f"form:{filled.nonce}")
    try:
        await end_deal(work, me, match_id, draft.reason or FallThrough.OTHER, draft.note)
    except Conflict as changed:
        await show_as_it_is(ctx, match_id, changed)
        return
    view = await show_match(ctx.work, me, match_id)
    more = lines(say.ending(t, view), t("Your colleague is told. Both are recommended again."))
    await ctx.chat.show(outcome_screen(t, view, t("❌ The deal fell through"), more, look_again(t, view)))


def look_again(t: Localizer, view: MatchView) -> Row:
    """To what else fits one's own side of the match."""
    is_lead = view.side is DealSide.LEAD
    look = Look(side="l", row=view.lead.id) if is_lead else Look(side="p", row=view.offered.id)
    return [Button(t("👀 What else fits"), look)]


FORM: Form[Ended] = Form(
    name="end_deal",
    title=lambda t: t("The deal fell through"),
    draft=Ended,
    questions=(
        Question(
            key="reason",
            kind=AnswerKind.TEXT,
            ask=_ask,
            read=_read,
            choices=lambda t, _draft, _me: [Choice(t(label), one.value) for one, label in LABELS.items()],
            pick=lambda value, draft: replace(draft, reason=FallThrough(value), note=None),
            per_row=2,
            most_typed=limits.NOTE,
        ),
    ),
    done=_end,
    back=lambda filled, ctx: show_as_it_is(ctx, MatchId(filled.draft.match)),
)
