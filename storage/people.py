"""People, their sealed personal data and the keys that open it."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    false,
    func,
    select,
)

from domain.people.person import Person, PersonId, PushPace, Role
from domain.refusal import NotFound
from storage.database import mapping, metadata, numbered_by_database
from storage.scope import Scope
from storage.types import Choice, Choices, RowId, UtcTime

person = Table(
    "person",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("telegram_id", RowId, nullable=False, unique=True),
    Column("first_name", String(256), nullable=False),
    Column("last_name", String(256)),
    Column("username", String(64), index=True),
    Column("language", String(8), nullable=False),
    Column("agency", String(128)),
    Column("roles", Choices(Role), nullable=False),
    Column("active_role", Choice(Role)),
    Column("time_zone", String(64), nullable=False),
    Column("time_zone_chosen", Boolean, nullable=False, server_default=false()),
    Column("currency", String(3), nullable=False),
    Column("home_city", String(128)),
    Column("country", String(2)),
    Column("phone_fingerprint", String(64), unique=True),
    Column("phone_verified_at", UtcTime),
    Column("pin_set_at", UtcTime),
    Column("push_pace", Choice(PushPace), nullable=False),
    Column("quiet_from", Integer),
    Column("quiet_until", Integer),
    Column("digest_hour", Integer, nullable=False),
    Column("next_digest_at", UtcTime),
    Column("blocked_at", UtcTime),
    Column("erased_at", UtcTime),
    Column("created_at", UtcTime, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_person_next_digest_at", "next_digest_at"),
)

data_key = Table(
    "data_key",
    metadata,
    Column("person_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("wrapped", LargeBinary, nullable=False),
)

sealed_value = Table(
    "sealed_value",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("person_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("about", String(64), nullable=False),
    Column("name", String(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("person_id", "about", "name"),
)

mapping.map_imperatively(
    Person,
    person,
    version_id_col=person.c.version,
)

# asked by every update: put together once
_BY_TELEGRAM = select(Person).where(person.c.telegram_id == bindparam("account"))


class SqlPeople:
    """Stored people."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def _seen(self, found: Person | None) -> Person | None:
        if found is not None:
            found.is_platform_admin = found.telegram_id in self._scope.admin_ids
        return found

    async def get(self, person_id: PersonId) -> Person:
        """The person, or `NotFound`."""
        found = self._seen(await self._scope.session.get(Person, person_id))
        if found is None:
            raise NotFound
        return found

    async def by_telegram(self, telegram_id: int) -> Person | None:
        """The person behind a Telegram account."""
        return self._seen(await self._scope.session.scalar(_BY_TELEGRAM, {"account": telegram_id}))

    async def by_phone(self, fingerprint: str) -> Person | None:
        """The person who has verified the phone with this keyed hash."""
        query = select(Person).where(person.c.phone_fingerprint == fingerprint)
        return self._seen(await self._scope.session.scalar(query))

    async def by_username(self, username: str) -> Person | None:
        """The person with this Telegram username, in any letter case."""
        query = select(Person).where(person.c.username == username.removeprefix("@").lower())
        return self._seen(await self._scope.session.scalar(query))

    async def count_by_role(self) -> dict[Role | None, int]:
        """How many people have each role; None counts those with no role at all."""
        query = select(person.c.roles, func.count()).where(person.c.erased_at.is_(None)).group_by(person.c.roles)
        counted: Counter[Role | None] = Counter()
        for roles, count in await self._scope.session.execute(query):
            for role in roles or (None,):
                counted[role] += count
        return dict(counted)

    async def digest_due(self, now: dt.datetime, limit: int) -> list[Person]:
        """People whose digest should have gone out by now, the longest waiting first."""
        query = (
            select(Person)
            .where(person.c.next_digest_at <= now)
            .order_by(person.c.next_digest_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return list(await self._scope.session.scalars(query))

    def add(self, new: Person) -> None:
        """Keep a new person; the id is there after `flush`."""
        new.is_platform_admin = new.telegram_id in self._scope.admin_ids
        self._scope.session.add(numbered_by_database(new))


class SqlVault:
    """Personal data, sealed with its owner's key."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def _key(self, owner: PersonId, *, make: bool) -> bytes | None:
        known = self._scope.person_keys.get(owner)
        if known is not None:
            return known
        session = self._scope.session
        wrapped = await session.scalar(select(data_key.c.wrapped).where(data_key.c.person_id == owner))
        if wrapped is not None:
            key = self._scope.sealer.unwrap(owner, wrapped)
        elif make:
            key, wrapped = self._scope.sealer.new_person_key(owner)
            await session.execute(data_key.insert().values(person_id=owner, wrapped=wrapped))
        else:
            return None
        self._scope.person_keys[owner] = key
        return key

    async def read(self, owner: PersonId, about: str) -> dict[str, str]:
        """What is kept about something; empty if nothing, or if the key is destroyed."""
        key = await self._key(owner, make=False)
        if key is None:
            return {}
        rows = await self._scope.session.execute(
            select(sealed_value.c.name, sealed_value.c.sealed).where(
                sealed_value.c.person_id == owner, sealed_value.c.about == about
            )
        )
        return {name: self._scope.sealer.open(sealed, _place(owner, about, name), key) for name, sealed in rows}

    async def write(self, owner: PersonId, about: str, values: Mapping[str, str | None]) -> None:
        """Keep or change values; None removes one."""
        session = self._scope.session
        await session.flush()
        await session.execute(
            delete(sealed_value).where(
                sealed_value.c.person_id == owner,
                sealed_value.c.about == about,
                sealed_value.c.name.in_(list(values)),
            )
        )
        kept = {name: value for name, value in values.items() if value}
        if not kept:
            return
        key = await self._key(owner, make=True)
        await session.execute(
            sealed_value.insert(),
            [
                {
                    "person_id": owner,
                    "about": about,
                    "name": name,
                    "sealed": self._scope.sealer.seal(value, _place(owner, about, name), key),
                }
                for name, value in kept.items()
            ],
        )

    def fingerprint(self, kind: str, value: str) -> str:
        """A keyed hash by which a value can be found again without being readable."""
        return self._scope.sealer.fingerprint(kind, value)

    async def destroy(self, owner: PersonId) -> None:
        """Erase everything of this owner by destroying the key and the rows."""
        self._scope.person_keys.pop(owner, None)
        await self._scope.session.execute(delete(sealed_value).where(sealed_value.c.person_id == owner))
        await self._scope.session.execute(delete(data_key).where(data_key.c.person_id == owner))


def _place(owner: PersonId, about: str, name: str) -> str:
    return f"sealed_value:{owner}:{about}:{name}"
