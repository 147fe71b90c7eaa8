"""What is asked about a property: what it takes to be found first, then whatever else its realtor wants to say."""

from dataclasses import replace

from markupsafe import Markup

from bot.files.card_photos import photos_question
from bot.forms.answer_kind import AnswerKind
from bot.forms.meaning import by_beginnings
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, Question
from bot.forms.wording import asking, capital, field_now, label, said, with_now
from bot.localization import Localizer
from bot.names.places import cities, currency_for, place_name, read_city
from domain.matching.intake import answers
from domain.matching.intake.place_answers import parse_address
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.status import RentPeriod
from domain.matching.terms import Condition, Deal, PropertyClass, PropertyType
from domain.money import Money
from domain.typed import limits
from domain.typed.amounts import Per
from domain.typed.money import PRICE, parse_money
from handlers.realtor.asking import (
    DEALS,
    DISTRICT,
    FACTORS,
    LEAST_LIKELY,
    METRO,
    deal_of,
    districts_of,
    has_metro,
    places,
    read_district,
    read_metro,
    said_to_all,
    term_question,
)
from handlers.realtor.words import money_of, price_of, rooms_of, short

Draft = PropertyDraft

DEAL_NAMES = {"SALE": "Sale", "RENT": "Rent by the month", "DAY": "Rent by the day"}
SHARES = (5_000, 4_500, 4_000, 3_000)
"""Commission shares that are agreed on most often, in hundredths of a percent."""


def _deal_now(t: Localizer, draft: Draft) -> Markup | None:
    return t(DEAL_NAMES[DEALS[draft.deal, draft.period]]) if draft.deal is not None else None


def _pick_deal(value: str, draft: Draft) -> Draft:
    deal, period = deal_of(value)
    return replace(draft, deal=deal, period=period)


def _ask_price(t: Localizer, draft: Draft) -> Markup:
    is_rent = draft.deal is Deal.RENT
    question = (
        t("What is the rent? For example: 60000") if is_rent else t("What is the price? For example: 18.5m or 18500000")
    )
    return with_now(t, question, price_of(t, draft, full=True))


def _paid_for(draft: Draft) -> tuple[Per, ...]:
    """What the price may be said to be for: the rent of a month or a day; a sale's is for nothing of the kind."""
    if draft.deal is not Deal.RENT:
        return ()
    return (Per.DAY,) if draft.period is RentPeriod.DAY else (Per.MONTH,)


def _read_price(text: str, draft: Draft, ctx: AnswerContext) -> Draft:
    currency = draft.price.currency if draft.price else currency_for(draft.city, ctx.me)
    price = parse_money(text, currency, PRICE, per=_paid_for(draft))
    if price.major < LEAST_LIKELY:
        meant = [Money(price.minor * factor, price.currency) for factor in FACTORS]
        raise AmbiguousAnswer([Choice(short(ctx.t, one), f"{one.minor}:{one.currency}") for one in meant])
    return replace(draft, price=price)


def _read_floor(text: str, draft: Draft, _around: AnswerContext) -> Draft:
    floor, total = answers.parse_floor(text)
    return replace(draft, floor=floor, total_floors=total or draft.total_floors)


def _floor_now(_t: Localizer, draft: Draft) -> str | None:
    if draft.floor is None:
        return None
    return f"{draft.floor}/{draft.total_floors}" if draft.total_floors is not None else str(draft.floor)


def _read_address(text: str, draft: Draft, _around: AnswerContext) -> Draft:
    street, house = parse_address(text)
    return replace(draft, street=street, house_number=house)


def _year(draft: Draft) -> str | None:
    return str(draft.year_built) if draft.year_built is not None else None


QUESTIONS: tuple[Question[Draft], ...] = (
    Question(
        key="deal",
        kind=AnswerKind.CHOICE,
        label=label("Deal"),
        ask=asking("Sale or rent?", _deal_now),
        choices=lambda t, _draft, _me: [Choice(t(name), value) for value, name in DEAL_NAMES.items()],
        meant=by_beginnings(
            {"SALE": r"прод|sell|sale", "RENT": r"помес|месяц|долг|month", "DAY": r"сут|посут|day|dai"}
        ),
        pick=_pick_deal,
    ),
    term_question("property_type", PropertyType, "What is it?", label("Type")),
    Question(
        key="city",
        kind=AnswerKind.CITY,
        label=label("City"),
        ask=asking("Which city? Choose, or type its name.", lambda t, d: place_name(t, d.city) if d.city else None),
        value=lambda text, _draft, ctx: read_city(text, ctx),
        choices=cities,
        of=str,
    ),
    Question(
        key="rooms",
        kind=AnswerKind.ROOMS,
        label=label("Rooms"),
        ask=asking("How many rooms?", lambda t, d: rooms_of(t, d.rooms) if d.rooms is not None else None),
        value=lambda text, _draft, _ctx: answers.parse_rooms(text),
        choices=lambda t, _draft, _me: [Choice(capital(rooms_of(t, rooms)), str(rooms)) for rooms in range(6)],
        of=int,
        per_row=3,
    ),
    Question(
        key="area",
        kind=AnswerKind.AREA,
        label=label("Area"),
        ask=asking(
            "What is the area in square metres? For example: 54 or 54.5",
            lambda t, d: t.area(d.area) if d.area is not None else None,
        ),
        value=lambda text, _draft, _ctx: answers.parse_area(text),
    ),
    Question(
        key="price",
        kind=AnswerKind.MONEY,
        label=label("Price"),
        ask=_ask_price,
        read=_read_price,
        pick=lambda value, draft: replace(draft, price=money_of(value)),
    ),
    Question(
        key="commission_share",
        kind=AnswerKind.SHARE,
        label=label("Commission"),
        ask=asking(
            "What share of the commission goes to the colleague who brings a client? Choose, or type: 50/50, 45%",
            lambda t, d: None if d.commission_share is None else t.percent(d.commission_share),
        ),
        value=lambda text, _draft, _ctx: answers.parse_share(text),
        choices=lambda t, _draft, _me: [Choice(t.percent(share), str(share)) for share in SHARES],
        of=int,
        per_row=4,
    ),
    Question(
        key="metro_station",
        kind=AnswerKind.STATION,
        label=label("Metro"),
        ask=asking(
            "Which metro station is the nearest? Type its name.",
            lambda t, d: d.metro_station and place_name(t, d.metro_station, d.city, *METRO),
        ),
        value=lambda text, draft, ctx: read_metro(text, draft.city, ctx),
        of=str,
        hangs_on=("city",),
        applies=lambda draft: has_metro(draft.city),
        optional=True,
        later=True,
    ),
    Question(
        key="district",
        kind=AnswerKind.DISTRICT,
        label=label("District"),
        ask=asking(
            "Which district? Type its name.",
            lambda t, d: d.district and place_name(t, d.district, d.city, *DISTRICT),
        ),
        value=lambda text, draft, ctx: read_district(text, draft.city, ctx),
        choices=lambda t, draft, _me: places(t, districts_of(draft.city), draft.city, DISTRICT),
        of=str,
        optional=True,
        later=True,
    ),
    Question(
        key="address",
        field="street",
        kind=AnswerKind.STREET,
        label=label("Address"),
        ask=asking(
            "Street and house? For example: Lesnaya, 4",
            lambda _t, d: ", ".join(part for part in (d.street, d.house_number) if part),
        ),
        read=_read_address,
        optional=True,
        skip=lambda draft: replace(draft, street=None, house_number=None),
        later=True,
    ),
    Question(
        key="residential_complex",
        kind=AnswerKind.TITLE,
        label=label("Complex"),
        ask=asking("What is the residential complex called?", field_now("residential_complex")),
        value=lambda text, _draft, _ctx: said(text, limits.NAME, "Please write the name of the complex."),
        optional=True,
        later=True,
    ),
    Question(
        key="floor",
        kind=AnswerKind.FLOOR,
        label=label("Floor"),
        ask=asking("Which floor, and of how many? For example: 5/9", _floor_now),
        read=_read_floor,
        optional=True,
        skip=lambda draft: replace(draft, floor=None, total_floors=None),
        later=True,
    ),
    Question(
        key="year_built",
        kind=AnswerKind.YEAR,
        label=label("Year built"),
        ask=asking("In which year was it built? For example: 2015", lambda _t, d: _year(d)),
        value=lambda text, _draft, _ctx: answers.parse_year(text),
        optional=True,
        later=True,
    ),
    term_question("property_class", PropertyClass, "Which class?", label("Class"), optional=True, later=True),
    term_question("condition", Condition, "In which condition?", label("Condition"), optional=True, later=True),
    photos_question(),
    Question(
        key="description",
        kind=AnswerKind.TEXT,
        label=label("Description"),
        ask=asking(
            "What else should colleagues know? Everybody sees it, so no phones, please.", field_now("description")
        ),
        value=lambda text, _draft, _ctx: said_to_all(text),
        in_own_words=True,
        optional=True,
        later=True,
        most_typed=limits.LONG_TEXT,
    ),
)
