"""A person chooses how they are spoken to: language, time zone, currency and home city."""

import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.calendar.remind_due import follow_time_zone
from domain.gazetteer import Gazetteer, PlaceKind
from domain.money import CURRENCIES
from domain.people.change_pushes import settle_digest
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect

_LANGUAGE = re.compile(r"[a-z]{2,3}")
"""How a code of ISO 639 looks; which of them have words is the bot's affair."""


@effect(Action.USE_BOT)
async def change_language(work: Work, actor: Person, language: str) -> None:
    """Speak this language from now on, as far as there are words for it, and write numbers and dates its way."""
    if not _LANGUAGE.fullmatch(language):
        raise Refusal("I do not know this language.")
    actor.language = language
    return await work.commit(None)


@effect(Action.USE_BOT)
async def change_time_zone(work: Work, actor: Person, zone: str, *, with_country: bool = False) -> None:
    """Reckon days and quiet hours by this IANA time zone; a digest that waits moves with it.

    One that was said because the country has several goes `with_country`: another country takes it away again.
    """
    await keep_time_zone(work, actor, zone, chosen=not with_country)
    return await work.commit(None)


@effect(Action.USE_BOT)
async def change_currency(work: Work, actor: Person, currency: str) -> None:
    """Take sums without a currency for this one."""
    actor.currency = known_currency(currency)
    return await work.commit(None)


@effect(Action.USE_BOT)
async def change_home_city(work: Work, actor: Person, city_id: int | None) -> None:
    """Offer this city first, a place of the gazetteer; None offers none."""
    city = Gazetteer.standard().get(city_id)
    if city_id is not None and (city is None or city.kind is not PlaceKind.CITY):
        raise Refusal("I do not know this city.")
    actor.home_city = city.ru if city is not None else None
    return await work.commit(None)


async def keep_time_zone(work: Work, actor: Person, zone: str, *, chosen: bool) -> None:
    """The same in the present transaction."""
    actor.time_zone, actor.time_zone_chosen = known_zone(zone), chosen
    settle_digest(actor, work.now())
    await follow_time_zone(work, actor)


def known_zone(zone: str) -> str:
    """The zone's name itself if there is such a zone; refused otherwise."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refusal("There is no such time zone.") from None
    return zone


def known_currency(currency: str) -> str:
    """The code itself if something is paid in it somewhere; refused otherwise."""
    if currency not in CURRENCIES:
        raise Refusal("I do not know this currency.")
    return currency
