"""The inbox: updates kept before they are acknowledged, worked through in order within a lane."""

import datetime as dt
import json
import secrets
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    bindparam,
    case,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from domain.delivery import ChatState, ClaimedUpdate, IncomingUpdate, WaitingLane
from storage.database import Database, metadata
from storage.sealing import Sealer, Unreadable
from storage.types import Choice, Json, RowId, UtcTime


class UpdateState(StrEnum):
    """How far an update has come."""

    NEW = "new"
    DONE = "done"
    QUARANTINED = "quarantined"


inbox = Table(
    "inbox",
    metadata,
    Column("seq", RowId, primary_key=True),
    Column("update_id", RowId, nullable=False, unique=True),
    Column("lane", String(64), nullable=False),
    Column("album", String(64)),
    Column("raw", LargeBinary),
    Column("state", Choice(UpdateState), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("excused", Integer, nullable=False, server_default="0"),
    Column("received_at", UtcTime, nullable=False),
    Column("done_at", UtcTime),
    Column("failure", String(256)),
    Column("last_known", RowId),
    Column("answers", Json),
    Column("pressed", RowId),
    Index("ix_inbox_work", "state", "lane", "seq"),
    Index("ix_inbox_done_at", "done_at"),
)

lane = Table(
    "lane",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("state", String(128)),
    Column("data", LargeBinary),
    Column("holder", String(16)),
    Column("leased_until", UtcTime),
    Column("not_before", UtcTime),
)

LEASE = dt.timedelta(seconds=60)
"""How long a worker may be silent about a lane before another one takes it over."""
ALBUM_PAUSE = dt.timedelta(milliseconds=700)
"""Telegram sends an album's photos one by one; when none has come for so long, it is whole."""

_NOW = bindparam("now", type_=UtcTime)
_IS_FREE = or_(lane.c.holder.is_(None), lane.c.leased_until.is_(None), lane.c.leased_until <= _NOW) & or_(
    lane.c.not_before.is_(None), lane.c.not_before <= _NOW
)
# one that failed was told to wait; one that was begun and was not told anything was cut short
_INTERRUPTED = func.max(case((lane.c.not_before.is_(None), inbox.c.attempts), else_=0)).label("interrupted")
_IS_WAITING = (inbox.c.lane == bindparam("which")) & (inbox.c.state == UpdateState.NEW)
_IS_TAKEN = inbox.c.seq.in_(bindparam("taken", expanding=True))
_IS_OURS = (lane.c.name == bindparam("which")) & (lane.c.holder == bindparam("by"))

# What every update asks is put together once: to make these statements anew costs as much as to run them.
_WAITING_LANES = (
    select(inbox.c.lane, _INTERRUPTED)
    .outerjoin(lane, lane.c.name == inbox.c.lane)
    .where(inbox.c.state == UpdateState.NEW, _IS_FREE)
    .group_by(inbox.c.lane)
    .order_by(_INTERRUPTED.desc(), func.min(inbox.c.seq))
    .limit(bindparam("most", type_=Integer))
)
_NEXT_TURN = select(func.min(lane.c.not_before)).where(lane.c.not_before > _NOW)
_OLDEST = select(inbox).where(_IS_WAITING).order_by(inbox.c.seq).limit(1)
_ALBUM = select(inbox).where(_IS_WAITING, inbox.c.album == bindparam("album")).order_by(inbox.c.seq)
_MORE = select(inbox.c.seq).where(_IS_WAITING).limit(1)
_TRY = (
    update(inbox)
    .where(_IS_TAKEN)
    .values(
        attempts=inbox.c.attempts + 1, last_known=func.coalesce(inbox.c.last_known, bindparam("newest", type_=RowId))
    )
)
_DONE = (
    update(inbox)
    .where(inbox.c.update_id.in_(bindparam("updates", expanding=True)))
    .values(state=UpdateState.DONE, done_at=_NOW, raw=None, answers=bindparam("given", type_=Json))
)
_KEEP_CONVERSATION = (
    update(lane).where(_IS_OURS).values(state=bindparam("now_at"), data=bindparam("now_data", type_=LargeBinary))
)
_LET_GO = (
    update(lane).where(_IS_OURS).values(holder=None, leased_until=None, not_before=bindparam("until", type_=UtcTime))
)


def _take(insert: Callable[[Table], Any]) -> Any:
    """Take the lane if it is free, whether there has been anything in it before or not."""
    new = insert(lane).values(
        name=bindparam("which"), holder=bindparam("by"), leased_until=bindparam("until", type_=UtcTime)
    )
    held = {"holder": new.excluded.holder, "leased_until": new.excluded.leased_until, "not_before": None}
    return new.on_conflict_do_update(index_elements=["name"], set_=held, where=_IS_FREE).returning(
        lane.c.state, lane.c.data
    )


_TAKE = {insert: _take(insert) for insert in (sqlite.insert, postgresql.insert)}


class SqlInbox:
    """Updates that have arrived and are not yet done. Every call is a transaction of its own."""

    def __init__(self, database: Database, sealer: Sealer, clock: Clock) -> None:
        self._database = database
        self._sealer = sealer
        self._clock = clock
        self._holder = secrets.token_hex(8)
        self._insert = (sqlite if database.is_sqlite else postgresql).insert

    async def accept(self, arrivals: Sequence[IncomingUpdate]) -> int:
        """Keep what is new (a known update id is dropped); returns how many were new."""
        if not arrivals:
            return 0
        now = self._clock.now()
        rows = [
            {
                "update_id": one.update_id,
                "lane": one.lane,
                "album": one.album,
                "raw": self._sealer.seal(one.raw, f"inbox:{one.update_id}"),
                "state": UpdateState.NEW,
                "attempts": 0,
                "received_at": now,
                "pressed": one.pressed,
            }
            for one in arrivals
        ]
        async with self._database.writing() as connection:
            kept = await connection.execute(
                self._insert(inbox)
                .values(rows)
                .on_conflict_do_nothing(index_elements=["update_id"])
                .returning(inbox.c.seq)
            )
            return len(kept.all())

    async def waiting_lanes(self, limit: int) -> list[WaitingLane]:
        """Lanes with work that nobody holds: the interrupted first, then the longest waiting."""
        async with self._database.reading() as connection:
            rows = await connection.execute(_WAITING_LANES, {"now": self._clock.now(), "most": limit})
            return [WaitingLane(row.lane, row.interrupted > 0) for row in rows]

    async def next_turn(self) -> dt.datetime | None:
        """When the next lane that was told to wait may go on."""
        async with self._database.reading() as connection:
            due: dt.datetime | None = await connection.scalar(_NEXT_TURN, {"now": self._clock.now()})
        return due

    async def claim(self, name: str, last_known: int | None = None) -> tuple[list[ClaimedUpdate], ChatState] | None:
        """Take the lane's oldest update (a whole album at once) and its conversation; None if nothing waits."""
        now = self._clock.now()
        async with self._database.writing() as connection:
            taking = {"which": name, "by": self._holder, "until": now + LEASE, "now": now}
            held = (await connection.execute(_TAKE[self._insert], taking)).first()
            if held is None:
                return None
            oldest = (await connection.execute(_OLDEST, {"which": name})).first()
            if oldest is None:
                await self._let_go(connection, name)
                return None
            rows = [oldest]
            if oldest.album is not None:
                rows = list((await connection.execute(_ALBUM, {"which": name, "album": oldest.album})).all())
                whole_at = max(row.received_at for row in rows) + ALBUM_PAUSE
                if whole_at > now:
                    await self._let_go(connection, name, until=whole_at)
                    return None
            taken = {"taken": [row.seq for row in rows]}
            try:
                claimed = [self._claimed(row) for row in rows]
            except Unreadable:
                # trying again will not make it readable, and those behind it must not wait
                aside = {"state": UpdateState.QUARANTINED, "failure": "cannot be opened", "done_at": now}
                await connection.execute(update(inbox).where(_IS_TAKEN).values(**aside), taken)
                await self._let_go(connection, name)
                return None
            await connection.execute(_TRY, {**taken, "newest": last_known})
        return claimed, ChatState(held.state, self._open_data(name, held.data))

    def _claimed(self, row: Row[Any]) -> ClaimedUpdate:
        return ClaimedUpdate(
            update_id=row.update_id,
            lane=row.lane,
            album=row.album,
            raw=self._sealer.open(row.raw, f"inbox:{row.update_id}"),
            attempts=row.attempts + 1,
            received_at=row.received_at,
            last_known=row.last_known,
            excused=row.excused,
        )

    def _open_data(self, name: str, sealed: bytes | None) -> dict[str, object]:
        if sealed is None:
            return {}
        try:
            data: dict[str, object] = json.loads(self._sealer.open(sealed, f"lane:{name}"))
        except Unreadable:
            return {}
        return data

    async def renew(self, name: str) -> None:
        """Hold on to a claimed lane a little longer."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(lane)
                .where(lane.c.name == name, lane.c.holder == self._holder)
                .values(leased_until=self._clock.now() + LEASE)
            )

    async def finish(
        self, claimed: Sequence[ClaimedUpdate], conversation: ChatState | None, answers: Sequence[int] = ()
    ) -> bool:
        """Mark the updates done, blank their bodies, keep the conversation if it changed, and let the lane go."""
        now = self._clock.now()
        name = claimed[0].lane
        async with self._database.writing() as connection:
            updates = [one.update_id for one in claimed]
            await connection.execute(_DONE, {"updates": updates, "now": now, "given": list(answers)})
            if conversation is not None:
                data = self._sealer.seal(json.dumps(conversation.data, ensure_ascii=False), f"lane:{name}")
                # the word of one whose lane has been taken over comes too late
                await connection.execute(
                    _KEEP_CONVERSATION,
                    {"which": name, "by": self._holder, "now_at": conversation.state, "now_data": data},
                )
            await self._let_go(connection, name)
            return (await connection.execute(_MORE, {"which": name})).first() is not None

    async def postpone(self, name: str, until: dt.datetime, *, excused: Sequence[ClaimedUpdate] = ()) -> None:
        """Let the lane go and leave it alone until then; against the `excused` updates this attempt does not count."""
        async with self._database.writing() as connection:
            if excused:
                ours = inbox.c.update_id.in_([one.update_id for one in excused])
                await connection.execute(update(inbox).where(ours).values(excused=inbox.c.excused + 1))
            await self._let_go(connection, name, until=until)

    async def quarantine(self, claimed: Sequence[ClaimedUpdate], reason: str) -> None:
        """Put updates aside for an admin and let the lane go on."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(inbox)
                .where(inbox.c.update_id.in_([one.update_id for one in claimed]))
                .values(state=UpdateState.QUARANTINED, failure=reason[:256], done_at=self._clock.now())
            )
            await self._let_go(connection, claimed[0].lane)

    async def _let_go(self, connection: AsyncConnection, name: str, until: dt.datetime | None = None) -> None:
        await connection.execute(_LET_GO, {"which": name, "by": self._holder, "until": until})

    async def release(self) -> None:
        """Let go of every lane this process holds (it is stopping)."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(lane).where(lane.c.holder == self._holder).values(holder=None, leased_until=None)
            )

    async def holders(self) -> list[str]:
        """The processes that hold lanes."""
        query = select(lane.c.holder).where(lane.c.holder.is_not(None)).distinct()
        async with self._database.reading() as connection:
            return list(await connection.scalars(query))

    async def take_over(self, holders: Sequence[str]) -> None:
        """Free the lanes that dead processes hold."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(lane).where(lane.c.holder.in_(holders)).values(holder=None, leased_until=None)
            )

    @property
    def presence_key(self) -> int:
        """The number under which this process shows that it is alive."""
        return self.key_of(self._holder)

    @staticmethod
    def key_of(holder: str) -> int:
        """The number of a process that holds lanes; it fits an advisory lock."""
        return int(holder, 16) >> 1

    async def oldest_waiting(self) -> dt.datetime | None:
        """When the oldest unfinished update arrived."""
        query = select(func.min(inbox.c.received_at)).where(inbox.c.state == UpdateState.NEW)
        async with self._database.reading() as connection:
            oldest: dt.datetime | None = await connection.scalar(query)
        return oldest

    async def quarantined(self) -> int:
        """How many updates are set aside."""
        query = select(func.count()).select_from(inbox).where(inbox.c.state == UpdateState.QUARANTINED)
        async with self._database.reading() as connection:
            return await connection.scalar(query) or 0

    async def redrive(self) -> int:
        """Give the quarantined updates another chance; returns how many."""
        async with self._database.writing() as connection:
            done = await connection.execute(
                update(inbox)
                .where(inbox.c.state == UpdateState.QUARANTINED)
                .values(state=UpdateState.NEW, attempts=0, excused=0, done_at=None)
            )
            return done.rowcount

    async def forget(self, before: dt.datetime, limit: int) -> int:
        """Remove finished rows older than this; returns how many."""
        old = select(inbox.c.seq).where(inbox.c.state == UpdateState.DONE, inbox.c.done_at < before).limit(limit)
        async with self._database.writing() as connection:
            done = await connection.execute(delete(inbox).where(inbox.c.seq.in_(old)))
            return done.rowcount
