"""A person changes what is known of them: names, birth date, country, e-mail and agency, or takes them back."""

import datetime as dt

from domain.people.about_me import BORN
from domain.people.agency import parse_agency
from domain.people.birth_date import check_birth_date
from domain.people.change_preferences import keep_time_zone
from domain.people.confirm_phone import ABOUT_PERSON
from domain.people.email import Email
from domain.people.names import Names, keep_names
from domain.people.person import Action, Person
from domain.people.phone import COUNTRIES
from domain.refusal import Refusal
from domain.work import Work, effect


@effect(Action.USE_BOT)
async def change_names(work: Work, actor: Person, names: Names | None) -> None:
    """Be called otherwise than in Telegram; None means as in Telegram."""
    await keep_names(work, actor, names)
    return await work.commit(None)


@effect(Action.USE_BOT)
async def change_birth_date(work: Work, actor: Person, born: dt.date | None) -> None:
    """Keep another date; None removes it."""
    if born is not None:
        check_birth_date(born, work.now().astimezone(actor.zone).date())
    await work.vault.write(actor.id, ABOUT_PERSON, {BORN: born.isoformat() if born is not None else None})
    return await work.commit(None)


@effect(Action.USE_BOT)
async def change_country(work: Work, actor: Person, country: str | None, time_zone: str | None = None) -> None:
    """Keep another country (ISO 3166) and the time zone that goes with it; None removes the country, keeps the zone."""
    actor.country = known_country(country) if country is not None else None
    if time_zone is not None:
        await keep_time_zone(work, actor, time_zone, chosen=False)
    return await work.commit(None)


@effect(Action.USE_BOT)
async def change_email(work: Work, actor: Person, email: str | None) -> None:
    """Keep another address; None removes it."""
    address = Email.parse(email).address if email is not None else None
    await work.vault.write(actor.id, ABOUT_PERSON, {"email": address})
    return await work.commit(None)


@effect(Action.USE_BOT)
async def change_agency(work: Work, actor: Person, agency: str | None) -> None:
    """Keep another name; None means working for oneself."""
    actor.agency = parse_agency(agency) if agency is not None else None
    return await work.commit(None)


def known_country(country: str) -> str:
    """The code itself if there is such a country; refused otherwise."""
    if country not in COUNTRIES:
        raise Refusal("I do not know this country.")
    return country
