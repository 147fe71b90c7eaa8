"""A realtor adds a lead: city and budget are enough, the whole to look over, saved, and what it brought."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.forms.model import CompletedForm, Context, Form, NeedsAttention, Review
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.pending import next_pending_button
from bot.screen import Button, Screen
from domain.matching.deals.match import DealSide
from domain.matching.leads.add_lead import add_lead
from domain.matching.leads.await_fit import await_fit
from domain.matching.leads.lead import LeadId
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.leads.show_lead import show_lead
from domain.matching.properties.known_already import KnownAlready
from domain.matching.recommendations.budget import Budget
from domain.matching.recommendations.recommend_properties import recommend_properties
from domain.matching.terms import Condition, PropertyClass
from domain.people.person import Action
from handlers.realtor.asking import place_meant
from handlers.realtor.callbacks import AddLead, MyLeads, OpenLead, ShowPropertiesFor
from handlers.realtor.intake.reviewing import follow_city, review_text
from handlers.realtor.leads.lead_questions import QUESTIONS
from handlers.realtor.words import lead_card, money_of, name_of, private_lines, rooms_wanted, short

router = Router(name="add_lead")

WORTH_ADDING = (("rooms",), ("metro_stations", "districts"), ("area",), ("condition",))
"""What makes matching sharper."""


def _review(filled: CompletedForm[LeadDraft], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    card = lines(*(part for part in (lead_card(t, draft), private_lines(t, draft)) if part))
    return review_text(t, filled, card, QUESTIONS, WORTH_ADDING)


def _suggestion(t: Localizer, question: str, value: str) -> Markup:
    match question:
        case "rooms":
            other: Markup | str = rooms_wanted(t, [int(one) for one in value.split(",")])
        case "condition":
            other = name_of(t, Condition(value))
        case "property_class":
            other = name_of(t, PropertyClass(value))
        case "budget" if ":" in value:
            other = short(t, money_of(value))
        case _:
            other = place_meant(t, question, value)
    return t("or {value}", value=other)


def _instead(question: str, value: str, draft: LeadDraft) -> LeadDraft:
    if question == "rooms":
        return replace(draft, rooms=tuple(int(one) for one in value.split(",")))
    if question == "budget" and draft.budget is not None:
        return replace(draft, budget=_other_budget(value, draft.budget))
    asked = next(one for one in QUESTIONS if one.key == question)
    return asked.pick(value, draft) if asked.pick is not None else draft


def _other_budget(value: str, budget: Budget) -> Budget:
    """Another sum for its one limit, the upper one where it has both; or the same sums in another currency."""
    if ":" not in value:
        return budget.meant_in(value)
    meant = money_of(value)
    if budget.most is None:
        return Budget(meant.minor, None, meant.currency)
    return Budget(budget.least, meant.minor, meant.currency)


async def _save(filled: CompletedForm[LeadDraft], ctx: Context) -> None:
    t, work, again = ctx.t, ctx.work.once(f"form:{filled.nonce}"), bool(filled.context.get("again"))
    try:
        lead_id = await add_lead(work, ctx.me, filled.draft, again=again)
    except KnownAlready as known:
        view = await show_lead(ctx.work, ctx.me, LeadId(known.row))
        said = lines(bold(t("You have this already.")), "", lead_card(t, view.lead))
        raise NeedsAttention(said, [Button(t("📄 Open"), OpenLead(lead=view.lead.id, new=True))]) from known
    await ctx.chat.show(await saved_screen(ctx, LeadId(lead_id)))


async def saved_screen(ctx: Context, lead_id: LeadId) -> Screen:
    """What saving brought: how many properties of colleagues fit it, and the best of them."""
    t = ctx.t
    found = await recommend_properties(ctx.work, ctx.me, lead_id)
    if found.card is None:
        await await_fit(ctx.work, ctx.me, DealSide.LEAD, lead_id)
        notification = t("No property of a colleague fits it yet. I will write when one does.")
        first = Button(t("📄 Open"), OpenLead(lead=lead_id))
    else:
        count = found.total
        notification = t.n(
            "{count} property of a colleague fits it, at {best}.",
            "{count} properties of colleagues fit it, the best at {best}.",
            count,
            best=t.percent(found.card.score * 100),
        )
        first = Button(t("👀 Show {count}", count=count), ShowPropertiesFor(lead=lead_id))
    return Screen(
        lines(bold(t("Saved")), notification),
        [
            [first, Button(t("👤 My leads"), MyLeads())],
            [*await next_pending_button(t, ctx.state), menu_button(t)],
        ],
    )


FORM = Form(
    name="lead",
    title=label("New lead"),
    draft=LeadDraft,
    questions=QUESTIONS,
    done=_save,
    answered=follow_city,
    review=Review(
        show=_review,
        shortcuts=(("client_name", label("🔒 Client")),),
        suggestion=_suggestion,
        instead=_instead,
    ),
)


@router.message(Command("add_lead"))
@router.callback_query(AddLead.filter())
async def begin(_event: object, ctx: Context) -> None:
    """Ask the first question."""
    ctx.me.must(Action.KEEP_LEADS)
    await ctx.forms.start(FORM, ctx, LeadDraft())
