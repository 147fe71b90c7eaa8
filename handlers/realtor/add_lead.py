"""A realtor adds a lead: city and budget are enough, the whole to look over, saved, and what it brought."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.asking import label
from bot.forms import Filled, Form, Forms, LookFirst, Review, Surrounding, menu_button
from bot.screen import Button, Screen
from bot.speech import Speech, bold, lines
from bot.waiting import next_text
from domain.matching.add_lead import add_lead
from domain.matching.await_fit import await_fit
from domain.matching.budget import Budget
from domain.matching.known_already import KnownAlready
from domain.matching.lead import LeadId
from domain.matching.lead_draft import LeadDraft
from domain.matching.match import Side
from domain.matching.recommend_properties import recommend_properties
from domain.matching.show_lead import show_lead
from domain.matching.terms import Condition, PropertyClass
from domain.people.person import Action
from handlers.realtor.asking import place_meant
from handlers.realtor.lead_questions import QUESTIONS
from handlers.realtor.presses import AddLead, MyLeads, OpenLead, ShowPropertiesFor
from handlers.realtor.rereading import follow_city
from handlers.realtor.reviewing import review_text
from handlers.realtor.words import lead_card, money_of, name_of, private_lines, rooms_wanted, short

router = Router(name="add_lead")

WORTH_ADDING = (("rooms",), ("metro_stations", "districts"), ("area",), ("condition",))
"""What makes matching sharper."""


def _review(filled: Filled[LeadDraft], around: Surrounding) -> Markup:
    t, draft = around.t, filled.draft
    card = lines(*(part for part in (lead_card(t, draft), private_lines(t, draft)) if part))
    return review_text(t, filled, card, QUESTIONS, WORTH_ADDING)


def _suggestion(t: Speech, question: str, value: str) -> Markup:
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
    if question == "budget" and draft.budget is not None and ":" in value:
        meant = money_of(value)
        least, most = (draft.budget.least, meant.minor) if draft.budget.most is not None else (meant.minor, None)
        return replace(draft, budget=Budget(least, most, meant.currency))
    if question == "budget" and draft.budget is not None:
        return replace(draft, budget=draft.budget.meant_in(value))
    asked = next(one for one in QUESTIONS if one.key == question)
    return asked.pick(value, draft) if asked.pick is not None else draft


async def _save(filled: Filled[LeadDraft], around: Surrounding) -> None:
    t, work, again = around.t, around.work.once(f"form:{filled.nonce}"), bool(filled.context.get("again"))
    try:
        lead_id = await add_lead(work, around.me, filled.draft, again=again)
    except KnownAlready as known:
        view = await show_lead(around.work, around.me, LeadId(known.row))
        said = lines(bold(t("You have this already.")), "", lead_card(t, view.lead))
        raise LookFirst(said, [Button(t("📄 Open"), OpenLead(lead=view.lead.id, new=True))]) from known
    await around.chat.show(await saved_screen(around, LeadId(lead_id)))


async def saved_screen(around: Surrounding, lead_id: LeadId) -> Screen:
    """What saving brought: how many properties of colleagues fit it, and the best of them."""
    t = around.t
    found = await recommend_properties(around.work, around.me, lead_id)
    if found.card is None:
        await await_fit(around.work, around.me, Side.LEAD, lead_id)
        news = t("No property of a colleague fits it yet. I will write when one does.")
        first = Button(t("📄 Open"), OpenLead(lead=lead_id))
    else:
        count = found.total
        news = t.n(
            "{count} property of a colleague fits it, at {best}.",
            "{count} properties of colleagues fit it, the best at {best}.",
            count,
            best=t.percent(found.card.score * 100),
        )
        first = Button(t("👀 Show {count}", count=count), ShowPropertiesFor(lead=lead_id))
    return Screen(
        lines(bold(t("Saved")), news),
        [
            [first, Button(t("👤 My leads"), MyLeads())],
            [*await next_text(t, around.state), menu_button(t)],
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
async def begin(_event: object, around: Surrounding, forms: Forms) -> None:
    """Ask the first question."""
    around.me.must(Action.KEEP_LEADS)
    await forms.leave(around.state)
    await forms.start(FORM, around, LeadDraft())
