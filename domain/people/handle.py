"""How an admin names somebody: by @username, or by the number of their Telegram account."""

import re
from dataclasses import dataclass

from domain.people.person import Person
from domain.people.repository import People
from domain.refusal import NotFound, Refusal

MOST_TELEGRAM_ID = 2**52
"""Telegram's ids have at most 52 significant bits (Bot API, User.id)."""
_USERNAME = re.compile(r"(?:@|(?:https?://)?t\.me/)?([A-Za-z]\w{3,31})", re.ASCII)
_NUMBER = re.compile(r"[0-9]{3,16}")


@dataclass(frozen=True, slots=True)
class Handle:
    """A username in lower case, or a Telegram id."""

    username: str | None = None
    telegram_id: int | None = None

    @classmethod
    def parse(cls, text: str) -> "Handle":
        """Read `@anna`, `anna`, `t.me/anna` or `123456789`."""
        said = text.strip()
        if _NUMBER.fullmatch(said) and 0 < int(said) <= MOST_TELEGRAM_ID:
            return cls(telegram_id=int(said))
        name = _USERNAME.fullmatch(said)
        if name is None:
            raise Refusal("Write a @username or the number of a Telegram account, like @anna or 123456789.")
        return cls(username=name.group(1).lower())

    def __str__(self) -> str:
        return f"@{self.username}" if self.username else str(self.telegram_id)


async def find_person(people: People, handle: Handle) -> Person:
    """Whom the handle names; `NotFound` says that they have to write to the bot first."""
    if handle.telegram_id is not None:
        found = await people.by_telegram(handle.telegram_id)
    else:
        found = await people.by_username(handle.username or "")
    if found is None:
        raise NotFound("{who} has not talked to the bot yet. Ask them to send /start first.", who=str(handle))
    return found
