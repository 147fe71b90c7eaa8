"""Somebody who has just taken up a role tells of themselves, as much as they like."""

import datetime as dt

from domain.people.about_me import BORN
from domain.people.birth_date import check_birth_date
from domain.people.change_preferences import keep_time_zone, known_currency
from domain.people.change_profile import known_country
from domain.people.confirm_phone import ABOUT_PERSON
from domain.people.email import Email
from domain.people.names import Names, keep_names
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.USE_BOT)
async def introduce(
    work: Work,
    actor: Person,
    *,
    email: str | None = None,
    agency: str | None = None,
    names: Names | None = None,
    country: str | None = None,
    birth_date: dt.date | None = None,
    currency: str | None = None,
    time_zone: str | None = None,
    time_zone_chosen: bool = False,
) -> None:
    """Keep what the person has told of themselves; what is None stays as it is.

    The time zone is either one that they have chosen, or that of their country.
    """
    if email is not None:
        await work.vault.write(actor.id, ABOUT_PERSON, {"email": Email.parse(email).address})
    if agency is not None:
        actor.agency = agency
    if names is not None:
        await keep_names(work, actor, names)
    if country is not None:
        actor.country = known_country(country)
    if birth_date is not None:
        check_birth_date(birth_date, work.now().astimezone(actor.zone).date())
        await work.vault.write(actor.id, ABOUT_PERSON, {BORN: birth_date.isoformat()})
    if currency is not None:
        actor.currency = known_currency(currency)
    if time_zone is not None:
        await keep_time_zone(work, actor, time_zone, chosen=time_zone_chosen)
    return await work.commit(None)
