"""How a property and a lead are put into words, everywhere: one line for lists and pushes, a few lines for cards."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from babel.numbers import format_compact_decimal
from markupsafe import Markup

from bot.localization import Localizer, bold, lines
from bot.names.places import place_name
from domain.gazetteer import PlaceKind
from domain.gazetteer.place import DISTRICT_KINDS
from domain.matching.deals.match import MatchStatus
from domain.matching.leads.lead import Lead
from domain.matching.leads.lead_card import LeadCard
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.leads.show_lead import LeadView
from domain.matching.properties.property import Property
from domain.matching.properties.property_card import PropertyCard
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.recommendations.budget import Budget
from domain.matching.status import RentPeriod
from domain.matching.terms import Condition, Deal, PaymentMethod, PropertyClass, PropertyType
from domain.money import Money

AnyProperty = Property | PropertyCard | PropertyDraft
AnyLead = Lead | LeadCard | LeadDraft

MILLION = 1_000_000
"""Roubles, soms, dollars; smaller sums are short enough as they are."""

MOST_STORY = 300
"""Characters of a description on a card."""

NAMES: dict[Enum, str] = {
    Deal.SALE: "sale",
    Deal.RENT: "rent",
    PropertyType.APARTMENT: "flat",
    PropertyType.HOUSE: "house",
    PropertyType.APARTMENTS: "serviced apartments",
    PropertyType.TOWNHOUSE: "townhouse",
    PropertyClass.ECONOMY: "economy class",
    PropertyClass.COMFORT: "comfort class",
    PropertyClass.BUSINESS: "business class",
    PropertyClass.ELITE: "elite class",
    Condition.ROUGH: "bare walls",
    Condition.PRE_FINISHING: "white box",
    Condition.FINISHING: "finished",
    Condition.DESIGN: "designer renovation",
    PaymentMethod.CASH: "cash",
    PaymentMethod.MORTGAGE: "mortgage",
    PaymentMethod.EXCHANGE: "exchange",
    RentPeriod.MONTH: "by the month",
    RentPeriod.DAY: "by the day",
    MatchStatus.PENDING: "under discussion",
    MatchStatus.ACCEPTED: "agreed",
    MatchStatus.REJECTED: "turned down",
    MatchStatus.COMPLETED: "completed",
}
"""What the words of a deal are called within a sentence; gettext messages."""

OFFERED = {Deal.SALE: "For sale", Deal.RENT: "For rent"}
WANTED = {Deal.SALE: "To buy", Deal.RENT: "To rent"}


def name_of(t: Localizer, term: Enum) -> Markup:
    """A deal's word in the middle of a sentence: "flat", "comfort class"."""
    return t(NAMES[term])


def rooms_of(t: Localizer, rooms: int) -> Markup:
    """Rooms as they are advertised; 0 is a studio."""
    return t("studio") if rooms == 0 else t("{rooms}-room", rooms=str(rooms))


def rooms_wanted(t: Localizer, rooms: Iterable[int]) -> Markup:
    """Numbers of rooms that suit, neighbours joined: "studio, 1–2-room"."""
    numbers = sorted(set(rooms))
    runs: list[list[int]] = []
    for number in numbers:
        if number and runs and runs[-1][-1] == number - 1 and runs[-1][0]:
            runs[-1].append(number)
        else:
            runs.append([number])
    counted = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs if run[0])
    said = [t("studio")] if 0 in numbers else []
    if counted:
        said.append(t("{rooms}-room", rooms=counted))
    return Markup(", ").join(said)


def short(t: Localizer, money: Money) -> Markup:
    """A sum as one says it: 18.5 million; in full below a million."""
    if abs(money.major) < MILLION:
        return t.fact(money)
    # the sign stands where the full sum has it
    one = t.money(Money.of(1, money.currency))
    return Markup.escape(one.replace("1", figure(t, money), 1))


def figure(t: Localizer, money: Money) -> Markup:
    """The same without the sign of its currency."""
    if abs(money.major) < MILLION:
        return Markup.escape(t.number(money.major))
    return Markup.escape(format_compact_decimal(float(money.major), locale=t.locale, fraction_digits=2))


def money_of(value: str) -> Money:
    """The sum of a button or a doubt: minor units and the currency."""
    minor, currency = value.split(":")
    return Money(int(minor), currency)


def price_of(t: Localizer, p: AnyProperty, *, full: bool = False) -> Markup | None:
    """What it costs; a rent says for how long."""
    if p.price is None:
        return None
    sum_ = t.fact(p.price) if full else short(t, p.price)
    return _for_period(t, sum_, p.deal, p.period)


def budget_of(t: Localizer, budget: Budget, deal: Deal | None = None, period: RentPeriod | None = None) -> Markup:
    """What a client can pay: "up to 20 million", "8 to 10 million"."""
    least, most = budget.from_, budget.to
    if least is not None and most is not None:
        said = short(t, most) if least == most else t("{least} to {most}", least=short(t, least), most=short(t, most))
    elif least is not None:
        said = t("from {least}", least=short(t, least))
    else:
        said = t("up to {most}", most=short(t, most) if most is not None else None)
    return _for_period(t, said, deal, period)


def _for_period(t: Localizer, said: Markup, deal: Deal | None, period: RentPeriod | None) -> Markup:
    if deal is not Deal.RENT:
        return said
    return t("{price} a day", price=said) if period is RentPeriod.DAY else t("{price} a month", price=said)


def area_wanted(t: Localizer, least: int | None, most: int | None) -> Markup | None:
    """An area that suits: "from 50 m²", "40 to 60 m²"."""
    if least is not None and most is not None:
        return t("{least} to {most}", least=t.number(least // 100), most=t.area(most))
    if least is not None:
        return t("from {least}", least=t.area(least))
    return t("up to {most}", most=t.area(most)) if most is not None else None


def metro(t: Localizer, name: str, city: str | None) -> Markup:
    """A station, marked as one."""
    return t("{station} metro", station=place_name(t, name, city, PlaceKind.METRO))


# a property


def property_line(t: Localizer, p: AnyProperty) -> Markup:
    """One line: deal, rooms, area, floor, the nearest place, price."""
    deal = t(OFFERED[p.deal]) if p.deal else None
    return _joined(", ", deal, *_essence(t, p), _floor(p), _nearest(t, p), price_of(t, p))


def property_name(t: Localizer, p: AnyProperty) -> Markup:
    """The shortest that tells it from others: "2-room, Arbatskaya metro", for a title or a button."""
    return _joined(", ", _what(t, p), _nearest(t, p) or (place_name(t, p.city) if p.city else None))


def property_card(t: Localizer, p: AnyProperty, *, with_commission: bool = True, most_told: int = MOST_STORY) -> Markup:
    """A few lines with everything known; the first is a title."""
    floor = _floor(p)
    on_floor = t("floor {floor}", floor=floor) if floor else None
    head = _joined(" · ", t(OFFERED[p.deal]) if p.deal else None, *_essence(t, p), on_floor)
    per_metre = price_per_metre(t, p)
    built = t("built in {year}", year=str(p.year_built)) if p.year_built else None
    qualities = (name_of(t, one) for one in (p.property_class, p.condition) if one is not None)
    return _lines(
        bold(head) if head else None,
        _places(t, p),
        _joined(" · ", price_of(t, p, full=True), per_metre),
        _joined(" · ", built, *qualities),
        commission_line(t, p) if with_commission else None,
        _told(p.description, most_told),
    )


def address_line(t: Localizer, p: AnyProperty) -> Markup | None:
    """Where it is, more exactly than its line says: the street with the house, the complex, the district."""
    return (
        _joined(
            ", ",
            Markup.escape(place_name(t, p.district, p.city, *DISTRICT_KINDS))
            if p.district and p.metro_station
            else None,
            p.street,
            p.house_number,
            t("“{name}” complex", name=p.residential_complex) if p.residential_complex else None,
        )
        or None
    )


def client_line(t: Localizer, lead: LeadCard) -> Markup | None:
    """Who the client of a colleague's lead is, once that is open."""
    client = _joined(", ", lead.client_name, lead.client_contacts)
    return t("👤 Client: {client}", client=client) if client else None


def commission_line(t: Localizer, p: AnyProperty) -> Markup | None:
    """What the colleague who brings a client gets."""
    if p.commission_share is None:
        return None
    return t("Commission: {share}", share=t.percent(p.commission_share))


def price_per_metre(t: Localizer, p: AnyProperty) -> Markup | None:
    """The price of a square metre, for a sale."""
    if p.price is None or not p.area or p.deal is Deal.RENT:
        return None
    whole = (p.price.major * 100 / p.area).quantize(Decimal(1), ROUND_HALF_UP)
    return t("{price}/m²", price=Money.of(whole, p.price.currency))


def _what(t: Localizer, p: AnyProperty) -> Markup | None:
    """Rooms for a flat, the kind and its rooms for anything else."""
    rooms = rooms_of(t, p.rooms) if p.rooms is not None else None
    if p.property_type in (None, PropertyType.APARTMENT):
        return rooms or (name_of(t, p.property_type) if p.property_type else None)
    return _joined(", ", name_of(t, p.property_type), rooms)


def _essence(t: Localizer, p: AnyProperty) -> tuple[Markup | None, Markup | None]:
    return _what(t, p), Markup.escape(t.area(p.area)) if p.area is not None else None


def _floor(p: AnyProperty) -> Markup | None:
    if p.floor is None:
        return None
    return Markup.escape(f"{p.floor}/{p.total_floors}" if p.total_floors is not None else str(p.floor))


def _nearest(t: Localizer, p: AnyProperty) -> Markup | None:
    if p.metro_station:
        return metro(t, p.metro_station, p.city)
    if p.district:
        return Markup.escape(place_name(t, p.district, p.city, *DISTRICT_KINDS))
    return Markup.escape(p.street) if p.street else None


def _places(t: Localizer, p: AnyProperty) -> Markup:
    return _joined(
        ", ",
        place_name(t, p.city) if p.city else None,
        metro(t, p.metro_station, p.city) if p.metro_station else None,
        place_name(t, p.district, p.city, *DISTRICT_KINDS) if p.district else None,
        p.street,
        p.house_number,
        t("“{name}” complex", name=p.residential_complex) if p.residential_complex else None,
    )


# a lead


def lead_line(t: Localizer, lead: AnyLead) -> Markup:
    """One line: what for, rooms, area, where, the budget."""
    wanted = t(WANTED[lead.deal]) if lead.deal else None
    return _joined(
        ", ",
        wanted,
        _what_is_wanted(t, lead),
        area_wanted(t, lead.area_min, lead.area_max),
        _where_first(t, lead),
        budget_of(t, lead.budget, lead.deal, lead.period) if lead.budget else None,
    )


def lead_name(t: Localizer, lead: AnyLead) -> Markup:
    """How its owner calls it, or the shortest that tells it from others; colleagues' cards have no title."""
    title = None if isinstance(lead, LeadCard) else lead.title
    if title:
        return Markup.escape(title)
    budget = budget_of(t, lead.budget, lead.deal, lead.period) if lead.budget else None
    return _joined(", ", _what_is_wanted(t, lead), _where_first(t, lead), budget)


def lead_card(t: Localizer, lead: AnyLead, *, most_told: int = MOST_STORY) -> Markup:
    """A few lines with everything a colleague may see; the first is a title."""
    head = _joined(
        " · ",
        t(WANTED[lead.deal]) if lead.deal else None,
        _what_is_wanted(t, lead),
        area_wanted(t, lead.area_min, lead.area_max),
    )
    qualities = (name_of(t, one) for one in (lead.property_class, lead.condition) if one is not None)
    payment = t("pays by: {how}", how=name_of(t, lead.payment_method)) if lead.payment_method else None
    return _lines(
        bold(head) if head else None,
        _joined(
            ", ",
            place_name(t, lead.city) if lead.city else None,
            *(metro(t, one, lead.city) for one in lead.metro_stations),
            *(place_name(t, one, lead.city, *DISTRICT_KINDS) for one in lead.districts),
        ),
        t("Budget: {budget}", budget=budget_of(t, lead.budget, lead.deal, lead.period)) if lead.budget else None,
        _joined(" · ", *qualities, payment),
        _told(lead.additional_requirements, most_told),
    )


def private_lines(t: Localizer, known: LeadDraft | LeadView) -> Markup | None:
    """What only the owner sees of a lead."""
    client = _joined(", ", known.client_name, known.client_contacts)
    said = _lines(
        t("🔒 Client: {client}", client=client) if client else None,
        t("🔒 Notes: {notes}", notes=shorten(known.notes, MOST_STORY)) if known.notes else None,
    )
    return said or None


def _what_is_wanted(t: Localizer, lead: AnyLead) -> Markup | None:
    rooms = rooms_wanted(t, lead.rooms) if lead.rooms else None
    kind = lead.property_type
    if kind is None or (kind is PropertyType.APARTMENT and rooms):
        return rooms
    return _joined(", ", name_of(t, kind), rooms)


def _where_first(t: Localizer, lead: AnyLead) -> Markup | None:
    stations = [metro(t, one, lead.city) for one in lead.metro_stations]
    districts = [Markup.escape(place_name(t, one, lead.city, *DISTRICT_KINDS)) for one in lead.districts]
    places = stations or districts
    if not places:
        return Markup.escape(place_name(t, lead.city)) if lead.city else None
    if len(places) == 1:
        return places[0]
    return t.n("{place} and {count} more place", "{place} and {count} more places", len(places) - 1, place=places[0])


def _told(story: str | None, most: int = MOST_STORY) -> Markup | None:
    """The beginning of what somebody wrote: a card stays one, and fits the caption of a photo."""
    return Markup.escape(shorten(story, most)) if story else None


def shorten(text: str, most: int) -> str:
    """The text, or its beginning up to a word's end with an ellipsis."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(maxsplit=1)[0].rstrip(",.;:—-") + "…"


def _joined(between: str, *parts: Markup | str | None) -> Markup:
    return Markup.escape(between).join(part for part in parts if part)


def _lines(*parts: Markup | None) -> Markup:
    return lines(*(part for part in parts if part))
