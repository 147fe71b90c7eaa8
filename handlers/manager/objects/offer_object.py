"""Who keeps or owns a vacant object offers it to realtors with a tap; only what is not known yet is asked."""

from dataclasses import replace

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import OpenProperty
from bot.confirm import outcome
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, Choice, CompletedForm, Context, Form, Question
from bot.forms.screens import menu_button
from bot.forms.wording import asking, capital, label
from bot.localization import Localizer, bold, lines
from bot.names.places import cities, place_name, read_city
from bot.screen import Button, Screen
from domain.estate.objects.offer_premises import OfferTerms, offer_premises, stop_offering, terms_to_offer
from domain.estate.objects.premises import PremisesId
from domain.matching.intake.answers import parse_area, parse_rooms, parse_share
from domain.matching.properties.property import PropertyId
from domain.matching.recommendations.recommend_leads import recommend_leads
from domain.matching.terms import PropertyType
from domain.money import Money
from domain.people.person import Person, Role
from domain.people.take_up_role import take_up_role
from domain.refusal import Refusal
from handlers.manager.callbacks import OpenObject
from handlers.manager.objects.callbacks import OfferObject, StopOffering
from handlers.manager.objects.show_object import show_card
from handlers.money.asking import read_amount

router = Router(name="offer_object")

SHARES = (5_000, 4_000, 3_000, 10_000)
"""Parts of the commission that are agreed on most often, in hundredths of a percent."""
TYPES = {
    PropertyType.APARTMENT: "flat",
    PropertyType.HOUSE: "house",
    PropertyType.APARTMENTS: "serviced apartments",
    PropertyType.TOWNHOUSE: "townhouse",
}
"""Gettext messages."""


def _types(t: Localizer, _draft: OfferTerms, _me: Person) -> list[Choice]:
    return [Choice(capital(t(name)), kind.value) for kind, name in TYPES.items()]


def _rooms(t: Localizer, _draft: OfferTerms, _me: Person) -> list[Choice]:
    names = [t("studio") if rooms == 0 else t("{rooms}-room", rooms=str(rooms)) for rooms in range(6)]
    return [Choice(capital(name), str(rooms)) for rooms, name in enumerate(names)]


def _read_price(text: str, draft: OfferTerms, ctx: AnswerContext) -> OfferTerms:
    currency = draft.price.currency if draft.price else ctx.me.currency
    return replace(draft, price=Money(read_amount(text, currency), currency))


async def _offer(filled: CompletedForm[OfferTerms], ctx: Context) -> None:
    premises_id = PremisesId(filled.context["premises"])
    work = ctx.work.once(f"form:{filled.nonce}")
    offered = PropertyId(await offer_premises(work, ctx.me, premises_id, filled.draft))
    await ctx.chat.show(await _offered_screen(ctx, premises_id, offered, filled.draft))


async def _offered_screen(ctx: Context, premises_id: PremisesId, property_id: PropertyId, terms: OfferTerms) -> Screen:
    t = ctx.t
    found = await recommend_leads(ctx.work, ctx.me, property_id)
    fits = (
        t.n("It fits {count} client of a realtor.", "It fits {count} clients of realtors.", found.total)
        if found.total
        else t("No realtor's client fits it yet; new ones come every day.")
    )
    text = lines(
        bold(t("📢 Offered to realtors for {price} a month", price=terms.price)),
        fits,
        t("It follows the object: new photos and a changed address are seen at once; once let, it is put away."),
    )
    return Screen(
        text,
        [
            [Button(t("👀 Look at it"), OpenProperty(property=property_id))],
            [Button(t("✖️ Stop offering"), StopOffering(premises=premises_id))],
            [Button(t("🏠 Object"), OpenObject(premises=premises_id)), menu_button(t)],
        ],
    )


FORM = Form(
    name="offer_object",
    title=label("To realtors"),
    draft=OfferTerms,
    questions=(
        Question[OfferTerms](
            key="property_type",
            kind=AnswerKind.CHOICE,
            ask=asking("What is it?"),
            choices=_types,
            of=PropertyType,
        ),
        Question[OfferTerms](
            key="city",
            kind=AnswerKind.CITY,
            ask=asking("Which city? Choose, or type its name.", lambda t, d: place_name(t, d.city) if d.city else None),
            value=lambda text, _draft, ctx: read_city(text, ctx),
            choices=cities,
            of=str,
        ),
        Question[OfferTerms](
            key="rooms",
            kind=AnswerKind.ROOMS,
            ask=asking("How many rooms?"),
            value=lambda text, _draft, _ctx: parse_rooms(text),
            choices=_rooms,
            of=int,
            per_row=3,
        ),
        Question[OfferTerms](
            key="area",
            kind=AnswerKind.AREA,
            ask=asking("What is the area in square metres? For example: 54 or 54.5"),
            value=lambda text, _draft, _ctx: parse_area(text),
        ),
        Question[OfferTerms](
            key="price",
            kind=AnswerKind.MONEY,
            ask=asking("What is the rent a month? For example: 46000"),
            read=_read_price,
        ),
        Question[OfferTerms](
            key="commission_share",
            kind=AnswerKind.SHARE,
            ask=asking("Which part of the commission goes to the realtor who brings the tenant? Choose, or type: 45%"),
            value=lambda text, _draft, _ctx: parse_share(text),
            choices=lambda t, _draft, _me: [Choice(t.percent(share), str(share)) for share in SHARES],
            of=int,
            per_row=4,
        ),
    ),
    done=_offer,
)


@router.callback_query(OfferObject.filter())
async def offer(_query: object, callback_data: OfferObject, ctx: Context) -> None:
    """Ask what is not known yet, or offer it at once; who is no realtor becomes one first."""
    t, premises_id = ctx.t, PremisesId(callback_data.premises)
    if Role.REALTOR not in ctx.me.roles:
        if not callback_data.join:
            await ctx.chat.show(_joining(t, callback_data), new=callback_data.new)
            return
        await take_up_role(ctx.work, ctx.me, Role.REALTOR, aside=True)
    try:
        terms = await terms_to_offer(ctx.work, ctx.me, premises_id)
    except Refusal as refusal:
        await show_card(ctx, premises_id, t.refusal(refusal), new=callback_data.new)
        return
    await ctx.forms.start(FORM, ctx, terms, context={"premises": premises_id}, new=callback_data.new)


def _joining(t: Localizer, press: OfferObject) -> Screen:
    text = lines(
        bold(t("Offer it to realtors")),
        t("Realtors here bring tenants for a part of the commission. They see the home; phones open by agreement."),
        "",
        t("For that you become a realtor too: your phone is confirmed already. Your menu stays as it is."),
    )
    join = press.model_copy(update={"join": True, "new": False})
    return Screen(
        text,
        [
            [Button(t("📢 Agreed, offer it"), join)],
            [Button(t("‹ Not now"), OpenObject(premises=press.premises)), menu_button(t)],
        ],
    )


@router.callback_query(StopOffering.filter())
async def stop(_query: object, callback_data: StopOffering, ctx: Context) -> None:
    """Put it away, and say how to offer it again."""
    t, premises_id = ctx.t, PremisesId(callback_data.premises)
    notice: Markup
    notice = await outcome(
        ctx,
        stop_offering(ctx.work, ctx.me, premises_id),
        t("Realtors do not see it any more. The same button offers it again."),
        unless=Refusal,
    )
    await show_card(ctx, premises_id, notice)
