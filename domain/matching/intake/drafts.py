"""What was understood from a text becomes a draft to check; each doubt is named, contacts stay out of what all see.

A listing's contacts are dropped, since everybody sees a property; those of a request go to the lead's private part.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from domain.matching.intake.found import ContactKind, Found, Period, Side, Understood
from domain.matching.intake.okrugs import closest
from domain.matching.intake.wishes import further_wishes
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.plausible import is_plausible
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.recommendations.budget import Budget
from domain.matching.status import RentPeriod
from domain.matching.terms import Deal
from domain.money import Money
from domain.typed import limits

D = TypeVar("D")
LEAST_STORY = 50
"""Letters left over when the values are taken out; with fewer, nothing is lost by leaving the text out."""
_LINK = re.compile(r"(?:https?://|www\.|t\.me/)\S+", re.IGNORECASE)
_CALL = re.compile(
    r"\b(?:тел(?:ефон[а-я]{0,2})?|моб|звон[а-я]{2,5}|пиш[а-я]{1,4}|whats?app|call|tel|phone)\b[\s.:,—–-]*\0",
    re.IGNORECASE,
)
"""What invites to use a contact that has been taken out."""
_TAKEN_OUT = re.compile(r"(?:[,;]\s*)?\0(?:[,;\s]*\0)*")
_BARE_LABEL = re.compile(r"[^\w\n]*(?:\w+[^\w\n]*){0,4}$")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A field whose value is a guess, and what else it may be, as text: names, whole numbers, terms."""

    field: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read(Generic[D]):
    """A draft with what is doubtful in it."""

    draft: D
    doubts: tuple[Doubt, ...] = ()
    contacts_left_out: bool = False
    """Whether the text had contacts that nobody will see."""
    per_metre: Money | None = None
    """The price of a square metre by which the price was counted."""


@dataclass
class _Reading:
    """Takes values out of what was found, noting each doubt."""

    currency: str
    home_city: str | None
    doubts: list[Doubt] = field(default_factory=list)

    def value(self, name: str, found: Found[Any] | None) -> Any:
        if found is None:
            return None
        if not found.sure or found.alternatives:
            # a namesake of another kind or in another city is called the same: it is no choice
            others = dict.fromkeys(_as_text(one) for one in found.alternatives)
            others.pop(_as_text(found.value), None)
            self.doubts.append(Doubt(name, tuple(others)[:3]))
        return found.value

    def city(self, found: Found[Any] | None) -> str | None:
        place = self.value("city", found)
        if place is not None:
            if place.ru == self.home_city:
                self.doubts = [one for one in self.doubts if one.field != "city"]
            return str(place.ru)
        if self.home_city is not None:
            self.doubts.append(Doubt("city"))
        return self.home_city

    def money(self, name: str, found: Found[Money] | None, *, placed: bool) -> Money | None:
        """A sum; one without a currency is in the place's, else in the writer's own."""
        if found is None:
            return None
        if not placed and not found.sure and found.value.currency in ("RUB", self.currency):
            # the currency is a guess, so the writer's own is as good
            found = _in_currency(found, self.currency)
        if found.alternatives:
            self.doubts.append(Doubt(name, tuple(_as_text(one) for one in found.alternatives[:3])))
        elif not found.sure and found.value.currency != self.currency:
            self.doubts.append(Doubt(name, (self.currency,)))
        return found.value

    def unlikely(self, name: str, read: Understood, *sums: Money | None) -> None:
        """A sum that no property of this deal costs is in doubt."""
        period = _period(read)
        if any(one and read.deal and not is_plausible(one, read.deal, period) for one in sums):
            self.doubts.append(Doubt(name))

    def all_doubts(self, read: Understood) -> tuple[Doubt, ...]:
        """One a field; that of the deal comes first."""
        of_deal = [Doubt("deal")] if read.intent is not None and not read.intent.sure else []
        return _merged([*of_deal, *self.doubts])


def property_from(
    text: str, read: Understood, *, currency: str, home_city: str | None, begin: int = 0
) -> Read[PropertyDraft]:
    """The property that the text offers from `begin` on; `currency` and `home_city` are the writer's own."""
    reading = _Reading(currency, home_city)
    price = read.price or read.price_max or read.price_min
    asked = reading.money("price", price, placed=_is_placed(read))
    reading.unlikely("price", read, asked)
    if read.price_per_metre is not None:
        reading.doubts.append(Doubt("price"))
    draft = PropertyDraft(
        deal=read.deal,
        period=_period(read),
        property_type=reading.value("property_type", read.property_type),
        city=reading.city(read.city),
        district=_named(reading.value("district", _first(closest(read)))),
        metro_station=_named(reading.value("metro_station", _first(read.metro_stations))),
        street=reading.value("address", read.street),
        house_number=reading.value("address", read.house_number),
        residential_complex=reading.value("residential_complex", read.residential_complex),
        price=asked,
        area=reading.value("area", read.area or read.area_min or read.area_max),
        rooms=_fewest(reading, read.rooms),
        floor=reading.value("floor", read.floor),
        total_floors=reading.value("floor", read.total_floors),
        year_built=reading.value("year_built", read.year_built),
        property_class=reading.value("property_class", read.property_class),
        condition=reading.value("condition", read.condition),
        commission_share=reading.value("commission_share", read.commission),
        description=_story(text, read, begin),
    )
    return Read(
        draft,
        reading.all_doubts(read),
        contacts_left_out=bool(read.contacts),
        per_metre=read.price_per_metre.value if read.price_per_metre else None,
    )


def lead_from(text: str, read: Understood, *, currency: str, home_city: str | None, begin: int = 0) -> Read[LeadDraft]:
    """The lead that the text is from `begin` on; a district that was only guessed from a station is not asked for."""
    reading = _Reading(currency, home_city)
    budget = _budget(reading, read)
    rooms = reading.value("rooms", read.rooms) or ()
    draft = LeadDraft(
        deal=read.deal,
        period=_period(read),
        city=reading.city(read.city),
        districts=tuple(one.value.ru for one in closest(read) if one.sure or not read.metro_stations),
        metro_stations=tuple(one.value.ru for one in read.metro_stations),
        budget=budget,
        area_min=reading.value("area", read.area_min or (read.area if read.area_max is None else None)),
        area_max=reading.value("area", read.area_max),
        rooms=tuple(rooms),
        property_type=reading.value("property_type", read.property_type),
        property_class=reading.value("property_class", read.property_class),
        condition=reading.value("condition", read.condition),
        payment_method=reading.value("payment_method", read.payment_method),
        additional_requirements=_story(text, read, begin),
        client_name=reading.value("client_name", read.client_name),
        client_contacts=_reached_by(read),
    )
    return Read(draft, reading.all_doubts(read))


def _budget(reading: _Reading, read: Understood) -> Budget | None:
    """From what to what the client pays; a price in a lead is the most."""
    placed = _is_placed(read)
    least = reading.money("budget", read.price_min, placed=placed)
    most = reading.money("budget", read.price_max or (read.price if read.price_min is None else None), placed=placed)
    reading.unlikely("budget", read, least, most)
    stated = least or most
    if stated is None:
        return None
    return Budget(least.minor if least else None, most.minor if most else None, stated.currency)


def _is_placed(read: Understood) -> bool:
    """Whether the text says where, and so in which currency."""
    return bool(read.city or read.okrugs or read.districts or read.metro_stations)


def _reached_by(read: Understood) -> str | None:
    """How the client, or whoever passed the request on, can be reached; a site is nobody's."""
    ways = (one.value.value for one in read.contacts if one.value.kind is not ContactKind.SITE)
    return ", ".join(ways)[: limits.NOTE] or None


def _period(read: Understood) -> RentPeriod | None:
    if read.deal is not Deal.RENT:
        return None
    return RentPeriod.DAY if read.period is not None and read.period.value is Period.DAY else RentPeriod.MONTH


def _first(found: Iterable[Found[Any]]) -> Found[Any] | None:
    return next(iter(found), None)


def _named(place: Any) -> str | None:
    return None if place is None else str(place.ru)


def _fewest(reading: _Reading, found: Found[tuple[int, ...]] | None) -> int | None:
    if found is None or not found.value:
        return None
    first, *others = found.value
    others += [one[0] for one in found.alternatives if one]
    if others or not found.sure:
        reading.doubts.append(Doubt("rooms", tuple(str(one) for one in dict.fromkeys(others))))
    return first


def _as_text(value: Any) -> str:
    if isinstance(value, Money):
        return f"{value.minor}:{value.currency}"
    if isinstance(value, tuple):
        return ",".join(str(one) for one in value)
    return str(value.ru) if hasattr(value, "ru") else str(value)


def _in_currency(found: Found[Money], currency: str) -> Found[Money]:
    """The same numbers in another currency."""
    value, *others = (Money.of(one.major, currency) for one in (found.value, *found.alternatives))
    return replace(found, value=value, alternatives=tuple(others))


def _merged(doubts: list[Doubt]) -> tuple[Doubt, ...]:
    by_field: dict[str, tuple[str, ...]] = {}
    for one in doubts:
        by_field[one.field] = (*by_field.get(one.field, ()), *one.others)
    return tuple(Doubt(name, tuple(dict.fromkeys(others))) for name, others in by_field.items())


def _said_besides(text: str, read: Understood) -> str | None:
    """What has no field of its own: the plot, what an agent gets of the price, and a client's further wishes."""
    unfielded = [one for one in (read.land, read.commission_of_price) if one is not None and one.value]
    said = [text[one.start : one.end].strip() for one in sorted(unfielded, key=lambda one: one.start)]
    wishes = further_wishes(_LINK.sub(" ", read.rest)) if read.side is Side.LEAD else None
    return ", ".join([*([wishes] if wishes else []), *said])[: limits.LONG_TEXT] or None


def _story(text: str, read: Understood, begin: int) -> str | None:
    """The text itself without anybody's contacts and name, if it says more than the fields do; else what is left."""
    if sum(character.isalpha() for character in read.rest) < LEAST_STORY:
        return _said_besides(text, read)
    private = [(one.start, one.end) for one in read.contacts]
    if read.client_name is not None:
        private.append((read.client_name.start, read.client_name.end))
    kept: list[str] = []
    at = begin
    for start, end in sorted(private):
        kept.append(text[at:start])
        at = max(at, end)
    kept.append(text[at:])
    told = _LINK.sub("\0", "\0".join(kept))
    # a line that only announced a contact ("Phone:") says nothing without it
    said = [one for one in told.split("\n") if "\0" not in one or not _BARE_LABEL.fullmatch(one.replace("\0", " "))]
    story = _TAKEN_OUT.sub("", _CALL.sub("\0", "\n".join(said)))
    story = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]{2,}", " ", story))
    return story.strip()[: limits.LONG_TEXT] or None
