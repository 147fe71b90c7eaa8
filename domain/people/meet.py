"""Somebody writes to the bot: a known person is recognised, a new one is remembered; names are kept up to date."""

from dataclasses import dataclass

from domain.people.person import Person
from domain.refusal import TryAgain
from domain.work import ATTEMPTS, Work

MOST_NAME = 128
NOWHERE = str.maketrans(
    "", "", "\x00\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
"""Characters that show nothing, or turn the text around them over."""
CITY_LANGUAGES = {"ru": ("Europe/Moscow", "RUB"), "en": ("Europe/Moscow", "USD")}
"""Time zone and currency to begin with; both are the person's to change."""


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
    first, last = tidy_name(account.first_name) or "…", tidy_name(account.last_name)
    username = account.username.lower() if account.username else None
    for attempt in range(1, ATTEMPTS + 1):
        try:
            async with work.reading():
                known = await work.people.by_telegram(account.telegram_id)
            if known is not None and (
                known.first_name,
                known.last_name,
                known.username,
                known.blocked_at,
            ) == (
                first,
                last,
                username,
                None,
            ):
                return known
            async with work.writing("meet"):
                person = await work.people.by_telegram(account.telegram_id)
                if person is None:
                    zone, currency = CITY_LANGUAGES[account.language]
                    person = Person(
                        telegram_id=account.telegram_id,
                        first_name=first,
                        language=account.language,
                        created_at=work.now(),
                        time_zone=zone,
                        currency=currency,
                    )
                    work.people.add(person)
                if person.erased_at is None:
                    person.first_name, person.last_name, person.username = first, last, username
                    person.blocked_at = None
                await work.flush()
                await work.commit(None)
                return person
        except TryAgain:
            if attempt == ATTEMPTS:
                raise
    raise AssertionError("unreachable")


def tidy_name(name: str | None) -> str | None:
    """A name as it can be shown: one line, nothing invisible, of bearable length."""
    if not name:
        return None
    shown = "".join(character if character.isprintable() else " " for character in name.translate(NOWHERE))
    return " ".join(shown.split())[:MOST_NAME].strip() or None
