"""The outbox: messages to people, kept with their cause and sent by one sender."""

import datetime as dt
import json
from collections.abc import Collection, Sequence
from enum import StrEnum

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from domain.clock import Clock
from domain.delivery import Importance, OutgoingMessage, Push
from domain.people.person import PersonId
from storage.database import Database, metadata
from storage.people import person
from storage.scope import Scope
from storage.sealing import Sealer, Unreadable
from storage.types import Choice, RowId, UtcTime


class MessageState(StrEnum):
    """How far a message has come."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"
    CANCELLED = "cancelled"


outbox = Table(
    "outbox",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("person_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("dedup_key", String(160), nullable=False, unique=True),
    Column("payload", LargeBinary),
    Column("importance", Choice(Importance), nullable=False),
    Column("silent", Boolean, nullable=False),
    Column("state", Choice(MessageState), nullable=False),
    Column("not_before", UtcTime, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("leased_until", UtcTime),
    Column("created_at", UtcTime, nullable=False),
    Column("settled_at", UtcTime),
    Column("message_id", RowId),
    Column("failure", String(256)),
    Column("last_known", RowId),
    Index("ix_outbox_due", "state", "not_before", "id"),
    Index("ix_outbox_person", "person_id", "state"),
)

LEASE = dt.timedelta(seconds=60)
"""How long a sender may take over a message before another one picks it up."""


_NOW = bindparam("now", type_=UtcTime)
_IS_DUE = or_(
    (outbox.c.state == MessageState.WAITING) & (outbox.c.not_before <= _NOW),
    (outbox.c.state == MessageState.SENDING)
    & (outbox.c.leased_until <= _NOW)
    & (outbox.c.importance == Importance.CRITICAL),
)
_IS_LOST = (
    (outbox.c.state == MessageState.SENDING)
    & (outbox.c.leased_until <= _NOW)
    & (outbox.c.importance == Importance.EPHEMERAL)
)
_BUSY = select(outbox.c.person_id).where(outbox.c.state == MessageState.SENDING, outbox.c.leased_until > _NOW)
_FIRST = (
    select(func.min(outbox.c.id))
    .where(
        _IS_DUE,
        outbox.c.person_id.not_in(_BUSY),
        outbox.c.person_id.not_in(bindparam("resting", expanding=True)),
    )
    .group_by(outbox.c.person_id)
    .order_by(func.min(outbox.c.id))
    .limit(bindparam("most", type_=Integer))
)
# asked after every update and in between: to make it anew would cost as much as to run it
_SOMETHING_TO_DO = select(select(outbox.c.id).where(_IS_LOST).exists() | _FIRST.exists())
_TAKE = (
    update(outbox)
    .where(outbox.c.id.in_(_FIRST), _IS_DUE)
    .values(
        state=MessageState.SENDING,
        leased_until=bindparam("until", type_=UtcTime),
        attempts=outbox.c.attempts + 1,
        last_known=func.coalesce(outbox.c.last_known, bindparam("newest", type_=RowId)),
    )
    .returning(
        outbox.c.id,
        outbox.c.person_id,
        outbox.c.kind,
        outbox.c.dedup_key,
        outbox.c.payload,
        outbox.c.attempts,
        outbox.c.silent,
        outbox.c.last_known,
    )
)


class SqlOutbox:
    """Adding to the outbox, as part of a use case's transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def add(self, push: Push) -> None:
        """Keep the message with its cause; a known dedup key is dropped silently."""
        now = self._scope.clock.now()
        session = self._scope.session
        dialect = session.get_bind().dialect.name
        insert = (sqlite if dialect == "sqlite" else postgresql).insert(outbox)
        await session.execute(
            insert.values(
                person_id=push.to,
                kind=push.kind,
                dedup_key=push.dedup_key,
                payload=self._scope.sealer.seal(json.dumps(push.data), f"outbox:{push.dedup_key}"),
                importance=push.importance,
                silent=push.silent,
                state=MessageState.WAITING,
                not_before=push.not_before or now,
                attempts=0,
                created_at=now,
            ).on_conflict_do_nothing(index_elements=["dedup_key"])
        )

    async def cancel(self, to: PersonId, kind: str, dedup_key: str) -> bool:
        """Take back a message that has not been sent yet; returns whether there was one."""
        taken_back = await self._scope.session.execute(
            update(outbox)
            .where(
                outbox.c.dedup_key == dedup_key,
                outbox.c.person_id == to,
                outbox.c.kind == kind,
                outbox.c.state == MessageState.WAITING,
            )
            .values(state=MessageState.CANCELLED, settled_at=self._scope.clock.now(), payload=None)
            .returning(outbox.c.id)
        )
        return taken_back.first() is not None

    async def cancel_all(self, to: PersonId) -> None:
        """Take back whatever waits for a person who cannot, or does not want to, be written to any more."""
        await self._scope.session.execute(
            update(outbox)
            .where(outbox.c.person_id == to, outbox.c.state == MessageState.WAITING)
            .values(state=MessageState.CANCELLED, settled_at=self._scope.clock.now(), payload=None)
        )


class SqlOutboxQueue:
    """The sender's side of the outbox. Every call is a transaction of its own."""

    def __init__(self, database: Database, sealer: Sealer, clock: Clock) -> None:
        self._database = database
        self._sealer = sealer
        self._clock = clock

    async def claim(
        self, limit: int, *, resting: Collection[PersonId] = (), last_known: int | None = None
    ) -> list[OutgoingMessage]:
        """Take due messages with a lease, at most one a person, oldest first; nothing for people who are resting."""
        now = self._clock.now()
        due = {"now": now, "resting": list(resting), "most": limit}
        async with self._database.reading() as connection:
            if not await connection.scalar(_SOMETHING_TO_DO, due):
                return []
        async with self._database.writing() as connection:
            dead = {"state": MessageState.DEAD, "settled_at": now, "payload": None, "leased_until": None}
            await connection.execute(update(outbox).where(_IS_LOST).values(**dead, failure="the sender died"), due)
            taken = await connection.execute(_TAKE, {**due, "until": now + LEASE, "newest": last_known})
            rows = taken.all()
            addresses = await connection.execute(
                select(person.c.id, person.c.telegram_id).where(person.c.id.in_([row.person_id for row in rows]))
            )
            chats = {row.id: row.telegram_id for row in addresses}
            outgoing_messages = []
            for row in sorted(rows, key=lambda row: row.id):
                try:
                    data = json.loads(self._sealer.open(row.payload, f"outbox:{row.dedup_key}"))
                except Unreadable:
                    # trying again will not make it readable, and the others of this batch must not wait
                    unreadable = update(outbox).where(outbox.c.id == row.id)
                    await connection.execute(unreadable.values(**dead, failure="cannot be opened"))
                    continue
                outgoing_messages.append(
                    OutgoingMessage(
                        id=row.id,
                        to=row.person_id,
                        chat_id=chats[row.person_id],
                        kind=row.kind,
                        data=data,
                        attempts=row.attempts,
                        silent=row.silent,
                        last_known=row.last_known,
                    )
                )
        return outgoing_messages

    async def settle(self, sent: Sequence[tuple[int, int | None]], failed: Sequence[tuple[int, str]]) -> None:
        """Mark (row, message id) as sent and (row, reason) as impossible, in one transaction."""
        now = self._clock.now()
        async with self._database.writing() as connection:
            for row_id, message_id in sent:
                await connection.execute(
                    update(outbox)
                    .where(outbox.c.id == row_id)
                    .values(
                        state=MessageState.SENT,
                        message_id=message_id,
                        settled_at=now,
                        payload=None,
                        leased_until=None,
                    )
                )
            for row_id, reason in failed:
                await connection.execute(
                    update(outbox)
                    .where(outbox.c.id == row_id)
                    .values(
                        state=MessageState.DEAD,
                        failure=reason[:256],
                        settled_at=now,
                        payload=None,
                        leased_until=None,
                    )
                )

    async def postpone(self, outgoing_id: int, until: dt.datetime, *, counts: bool) -> None:
        """Try again later; `counts` says whether this was an attempt (a 429 is not)."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(outbox)
                .where(outbox.c.id == outgoing_id)
                .values(
                    state=MessageState.WAITING,
                    not_before=until,
                    leased_until=None,
                    attempts=outbox.c.attempts - (0 if counts else 1),
                )
            )

    async def unreachable(self, person_id: PersonId) -> None:
        """The person has blocked the bot: remember it, and cancel what waits for them."""
        now = self._clock.now()
        async with self._database.writing() as connection:
            await connection.execute(
                update(person).where(person.c.id == person_id, person.c.blocked_at.is_(None)).values(blocked_at=now)
            )
            await connection.execute(
                update(outbox)
                .where(
                    outbox.c.person_id == person_id, outbox.c.state.in_([MessageState.WAITING, MessageState.SENDING])
                )
                .values(
                    state=MessageState.CANCELLED, settled_at=now, payload=None, failure="the person blocked the bot"
                )
            )

    async def take_over(self) -> None:
        """Free what a dead sender had in hand; right only for the one sender there is."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(outbox).where(outbox.c.state == MessageState.SENDING).values(leased_until=self._clock.now())
            )

    async def waiting(self) -> int:
        """How many messages are on their way, those for later included."""
        return await self._count(outbox.c.state.in_([MessageState.WAITING, MessageState.SENDING]))

    async def dead(self) -> int:
        """How many messages could not be sent."""
        return await self._count(outbox.c.state == MessageState.DEAD)

    async def _count(self, which: ColumnElement[bool]) -> int:
        async with self._database.reading() as connection:
            return await connection.scalar(select(func.count()).select_from(outbox).where(which)) or 0

    async def forget(self, before: dt.datetime, limit: int) -> int:
        """Remove settled rows older than this; returns how many."""
        old = select(outbox.c.id).where(outbox.c.settled_at < before).limit(limit)
        async with self._database.writing() as connection:
            done = await connection.execute(delete(outbox).where(outbox.c.id.in_(old)))
        return done.rowcount
