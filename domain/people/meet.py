"""Somebody writes to the bot: a known person is recognised, a new one is remembered; names are kept up to date."""

from dataclasses import dataclass

from domain.people.person import Person
from domain.people.tidy_name import tidy_name
from domain.refusal import TryAgain
from domain.work import ATTEMPTS, Work

BEGIN_WITH = {"ru": ("Europe/Moscow", "RUB"), "en": ("Europe/Moscow", "USD")}
"""Time zone and currency by language, to begin with; both are the person's to change."""


@dataclass(frozen=True, slots=True)
class Account:
    """What Telegram tells of whoever sent an update."""

    telegram_id: int
    first_name: str
    last_name: str | None
    username: str | None
    language: str


async def meet(work: Work, account: Account) -> Person:
    """The person behind the account, remembered from now on."""
    known = await recognise(work, account)
    if known is not None:
        return known
    for attempt in range(1, ATTEMPTS + 1):
        try:
            async with work.writing("meet"):
                return await _keep_names(work, await _known(work, account) or _begin(work, account), account)
        except TryAgain:
            if attempt == ATTEMPTS:
                raise
    raise AssertionError("unreachable")


async def recognise(work: Work, account: Account) -> Person | None:
    """The person behind the account if we know them, their names kept up to date; a stranger stays one."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            async with work.reading():
                known = await _known(work, account)
            if known is None or (_names_of(known) == _names_in(account) and known.blocked_at is None):
                return known
            async with work.writing("recognise"):
                present = await _known(work, account)
                return await _keep_names(work, present, account) if present is not None else None
        except TryAgain:
            if attempt == ATTEMPTS:
                raise
    raise AssertionError("unreachable")


async def _known(work: Work, account: Account) -> Person | None:
    return await work.people.by_telegram(account.telegram_id)


def _names_of(person: Person) -> tuple[str, str | None, str | None]:
    return person.first_name, person.last_name, person.username


def _names_in(account: Account) -> tuple[str, str | None, str | None]:
    username = account.username.lower() if account.username else None
    return tidy_name(account.first_name) or "…", tidy_name(account.last_name), username


async def _keep_names(work: Work, person: Person, account: Account) -> Person:
    first, last, username = _names_in(account)
    before = await work.people.by_username(username) if username else None
    if before is not None and before is not person:
        # a username that has passed to another account no longer names who had it before
        before.username = None
    person.first_name, person.last_name, person.username = first, last, username
    person.blocked_at = None
    await work.flush()
    await work.commit(None)
    return person


def _begin(work: Work, account: Account) -> Person:
    zone, currency = BEGIN_WITH[account.language]
    person = Person(
        telegram_id=account.telegram_id,
        first_name=account.first_name,
        language=account.language,
        created_at=work.now(),
        time_zone=zone,
        currency=currency,
    )
    work.people.add(person)
    return person
