"""How use cases reach stored people and their personal data."""

import datetime as dt
from collections.abc import Mapping
from typing import Protocol

from domain.people.person import Person, PersonId, Role


class People(Protocol):
    """Stored people."""

    async def get(self, person_id: PersonId) -> Person:
        """The person, or `NotFound`."""

    async def by_telegram(self, telegram_id: int) -> Person | None:
        """The person behind a Telegram account."""

    async def by_phone(self, fingerprint: str) -> Person | None:
        """The person who has verified the phone with this keyed hash."""

    async def by_username(self, username: str) -> Person | None:
        """The person with this Telegram username, in any letter case."""

    async def count_by_role(self) -> dict[Role | None, int]:
        """How many people have each role; None counts those with no role at all."""

    async def digest_due(self, now: dt.datetime, limit: int) -> list[Person]:
        """People whose digest should have gone out by now, the longest waiting first."""

    def add(self, person: Person) -> None:
        """Keep a new person; the id is there after `flush`."""


class Vault(Protocol):
    """Personal data, encrypted at rest with one key a person; destroying the key erases it everywhere, backups too."""

    async def read(self, owner: PersonId, about: str) -> dict[str, str]:
        """What is kept about something ("person", "lead:12"); empty if nothing, or if the key is destroyed."""

    async def write(self, owner: PersonId, about: str, values: Mapping[str, str | None]) -> None:
        """Keep or change values; None removes one."""

    def fingerprint(self, kind: str, value: str) -> str:
        """A keyed hash by which a value can be found again without being readable."""

    async def destroy(self, owner: PersonId) -> None:
        """Erase everything of this owner by destroying the key and the rows."""
