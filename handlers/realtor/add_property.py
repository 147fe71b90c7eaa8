"""A realtor adds a property: a few questions, the whole to look over, saved, and what it brought."""

from dataclasses import replace
from decimal import Decimal

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.asking import label
from bot.forms import Filled, Form, Forms, LookFirst, Review, Surrounding, menu_button
from bot.press import OpenProperty
from bot.screen import Button, Screen
from bot.speech import Speech, bold, lines, quiet
from bot.waiting import next_text
from domain.matching.add_property import add_property
from domain.matching.await_fit import await_fit
from domain.matching.known_already import KnownAlready
from domain.matching.match import Side
from domain.matching.property import PropertyId
from domain.matching.property_draft import PropertyDraft
from domain.matching.recommend_leads import recommend_leads
from domain.matching.show_property import show_property
from domain.matching.terms import Condition, PropertyClass
from domain.metres import Metres
from domain.money import Money
from domain.people.person import Action
from handlers.realtor.asking import place_meant
from handlers.realtor.presses import AddProperty, MyProperties, ShowLeadsFor
from handlers.realtor.property_questions import QUESTIONS
from handlers.realtor.rereading import follow_city
from handlers.realtor.reviewing import review_text
from handlers.realtor.words import money_of, name_of, property_card, rooms_of, short

router = Router(name="add_property")

WORTH_ADDING = (("metro_station", "district"), ("address",), ("floor",), ("condition",))
"""What makes a property easier to find."""


def _review(filled: Filled[PropertyDraft], around: Surrounding) -> Markup:
    t, draft = around.t, filled.draft
    count = len(draft.photos)
    photos = t.n("{count} photo", "{count} photos", count) if count else None
    if photos and draft == PropertyDraft(photos=draft.photos):
        return lines(bold(photos), t("Now describe the property in one message, or tap Save and I will ask."))
    card = lines(*(part for part in (property_card(t, draft), photos) if part))
    return review_text(t, filled, lines(card, _how_counted(t, filled)), QUESTIONS, WORTH_ADDING)


def _how_counted(t: Speech, filled: Filled[PropertyDraft]) -> Markup | None:
    """How the price came about, while it is the one counted by square metres."""
    rate, draft = filled.context.get("per_metre"), filled.draft
    if rate is None or draft.price is None or draft.area is None:
        return None
    per_metre = money_of(rate)
    if Money.of(per_metre.major * Decimal(draft.area) / 100, per_metre.currency) != draft.price:
        return None
    return quiet(t("Counted: {area} × {per_metre}", area=Metres(draft.area), per_metre=per_metre))


def _suggestion(t: Speech, question: str, value: str) -> Markup:
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


async def _save(filled: Filled[PropertyDraft], around: Surrounding) -> None:
    t, work, again = around.t, around.work.once(f"form:{filled.nonce}"), bool(filled.context.get("again"))
    try:
        property_id = await add_property(work, around.me, filled.draft, again=again)
    except KnownAlready as known:
        view = await show_property(around.work, around.me, PropertyId(known.row))
        said = lines(bold(t("You have this already.")), "", property_card(t, view.offered))
        raise LookFirst(said, [Button(t("📄 Open"), OpenProperty(property=view.offered.id, new=True))]) from known
    await around.chat.show(await saved_screen(around, PropertyId(property_id)))


async def saved_screen(around: Surrounding, property_id: PropertyId) -> Screen:
    """What saving brought: how many leads of colleagues it fits, and the best of them."""
    t = around.t
    found = await recommend_leads(around.work, around.me, property_id)
    if found.card is None:
        await await_fit(around.work, around.me, Side.PROPERTY, property_id)
        news = t("No lead of a colleague fits it yet. I will write when one does.")
        first = Button(t("📄 Open"), OpenProperty(property=property_id))
    else:
        count = found.total
        news = t.n(
            "It fits {count} lead of a colleague, at {best}.",
            "It fits {count} leads of colleagues, the best at {best}.",
            count,
            best=t.percent(found.card.score * 100),
        )
        first = Button(t("👀 Show {count}", count=count), ShowLeadsFor(property=property_id))
    return Screen(
        lines(bold(t("Saved")), news),
        [
            [first, Button(t("🏠 My properties"), MyProperties())],
            [*await next_text(t, around.state), menu_button(t)],
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
async def begin(_event: object, around: Surrounding, forms: Forms) -> None:
    """Ask the first question."""
    around.me.must(Action.KEEP_PROPERTIES)
    await forms.leave(around.state)
    await forms.start(FORM, around, PropertyDraft())
