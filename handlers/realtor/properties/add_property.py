"""A realtor adds a property: a few questions, the whole to look over, saved, and what it brought."""

from dataclasses import replace
from decimal import Decimal

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.callbacks import OpenProperty
from bot.forms.model import CompletedForm, Context, Form, NeedsAttention, Review
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines, quiet
from bot.pending import next_pending_button
from bot.screen import Button, Screen
from domain.matching.deals.match import DealSide
from domain.matching.leads.await_fit import await_fit
from domain.matching.properties.add_property import add_property
from domain.matching.properties.known_already import KnownAlready
from domain.matching.properties.property import PropertyId
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.properties.show_property import show_property
from domain.matching.recommendations.recommend_leads import recommend_leads
from domain.matching.terms import Condition, PropertyClass
from domain.metres import Metres
from domain.money import Money
from domain.people.person import Action
from handlers.realtor.asking import place_meant
from handlers.realtor.callbacks import AddProperty, MyProperties, ShowLeadsFor
from handlers.realtor.intake.reviewing import follow_city, review_text
from handlers.realtor.properties.property_questions import QUESTIONS
from handlers.realtor.words import money_of, name_of, property_card, rooms_of, short

router = Router(name="add_property")

WORTH_ADDING = (("metro_station", "district"), ("address",), ("floor",), ("condition",))
"""What makes a property easier to find."""


def _review(filled: CompletedForm[PropertyDraft], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    count = len(draft.photos)
    photos = t.n("{count} photo", "{count} photos", count) if count else None
    if photos and draft == PropertyDraft(photos=draft.photos):
        return lines(bold(photos), t("Now describe the property in one message, or tap Save and I will ask."))
    card = lines(*(part for part in (property_card(t, draft), photos) if part))
    return review_text(t, filled, lines(card, _how_counted(t, filled)), QUESTIONS, WORTH_ADDING)


def _how_counted(t: Localizer, filled: CompletedForm[PropertyDraft]) -> Markup | None:
    """How the price came about, while it is the one counted by square metres."""
    rate, draft = filled.context.get("per_metre"), filled.draft
    if rate is None or draft.price is None or draft.area is None:
        return None
    per_metre = money_of(rate)
    if Money.of(per_metre.major * Decimal(draft.area) / 100, per_metre.currency) != draft.price:
        return None
    return quiet(t("Counted: {area} × {per_metre}", area=Metres(draft.area), per_metre=per_metre))


def _suggestion(t: Localizer, question: str, value: str) -> Markup:
    match question:
        case "rooms":
            other: Markup | str = rooms_of(t, int(value))
        case "floor":
            other = t("floor {floor}", floor=value)
        case "commission_share":
            other = t.percent(int(value))
        case "condition":
            other = name_of(t, Condition(value))
        case "property_class":
            other = name_of(t, PropertyClass(value))
        case "price" if ":" in value:
            other = short(t, money_of(value))
        case _:
            other = place_meant(t, question, value)
    return t("or {value}", value=other)


def _instead(question: str, value: str, draft: PropertyDraft) -> PropertyDraft:
    if question == "floor":
        return replace(draft, floor=int(value))
    if question == "price" and draft.price is not None and ":" not in value:
        return replace(draft, price=Money.of(draft.price.major, value))
    asked = next(one for one in QUESTIONS if one.key == question)
    return asked.pick(value, draft) if asked.pick is not None else draft


async def _save(filled: CompletedForm[PropertyDraft], ctx: Context) -> None:
    t, work, again = ctx.t, ctx.work.once(f"form:{filled.nonce}"), bool(filled.context.get("again"))
    try:
        property_id = await add_property(work, ctx.me, filled.draft, again=again)
    except KnownAlready as known:
        view = await show_property(ctx.work, ctx.me, PropertyId(known.row))
        said = lines(bold(t("You have this already.")), "", property_card(t, view.offered))
        raise NeedsAttention(said, [Button(t("📄 Open"), OpenProperty(property=view.offered.id, new=True))]) from known
    await ctx.chat.show(await saved_screen(ctx, PropertyId(property_id)))


async def saved_screen(ctx: Context, property_id: PropertyId) -> Screen:
    """What saving brought: how many leads of colleagues it fits, and the best of them."""
    t = ctx.t
    found = await recommend_leads(ctx.work, ctx.me, property_id)
    if found.card is None:
        await await_fit(ctx.work, ctx.me, DealSide.PROPERTY, property_id)
        notification = t("No lead of a colleague fits it yet. I will write when one does.")
        first = Button(t("📄 Open"), OpenProperty(property=property_id))
    else:
        count = found.total
        notification = t.n(
            "It fits {count} lead of a colleague, at {best}.",
            "It fits {count} leads of colleagues, the best at {best}.",
            count,
            best=t.percent(found.card.score * 100),
        )
        first = Button(t("👀 Show {count}", count=count), ShowLeadsFor(property=property_id))
    return Screen(
        lines(bold(t("Saved")), notification),
        [
            [first, Button(t("🏠 My properties"), MyProperties())],
            [*await next_pending_button(t, ctx.state), menu_button(t)],
        ],
    )


FORM = Form(
    name="property",
    title=label("New property"),
    draft=PropertyDraft,
    questions=QUESTIONS,
    done=_save,
    answered=follow_city,
    review=Review(
        show=_review,
        shortcuts=(("photos", label("➕ Photos")), ("address", label("📍 Address"))),
        suggestion=_suggestion,
        instead=_instead,
    ),
)


@router.message(Command("add_property"))
@router.callback_query(AddProperty.filter())
async def begin(_event: object, ctx: Context) -> None:
    """Ask the first question."""
    ctx.me.must(Action.KEEP_PROPERTIES)
    await ctx.forms.start(FORM, ctx, PropertyDraft())
