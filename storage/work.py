"""One piece of work on the database: its repositories, its transaction and its operation key."""

import datetime as dt
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

from sqlalchemy import Column, Index, String, Table, Text, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.exc import StaleDataError

from domain.clock import Clock
from domain.matching.deals.rules import MatchRules
from domain.refusal import TryAgain
from domain.work import Done
from storage.calendar import SqlCalendar
from storage.database import Database, metadata
from storage.estate.repositories import SqlEstateRepositories
from storage.files import SqlFiles
from storage.ledger import SqlLedger
from storage.letters import SqlLetters
from storage.matching.repositories import SqlMatchingRepositories
from storage.metering.repositories import SqlMeteringRepositories
from storage.notifications import SqlNotifications
from storage.outbox import SqlOutbox
from storage.people import SqlPeople, SqlVault
from storage.pins import SqlPins
from storage.scope import Scope
from storage.sealing import Sealer
from storage.types import UtcTime

operation = Table(
    "operation",
    metadata,
    Column("key", String(160), primary_key=True),
    Column("result", Text, nullable=False),
    Column("done_at", UtcTime, nullable=False),
    Index("ix_operation_done_at", "done_at"),
)

R = TypeVar("R")

REPEATABLE = {"40001", "40P01", "55P03"}
"""After these PostgreSQL wants the transaction repeated: serialization failure, deadlock, lock not available."""


class SqlWork:
    """The repositories, the clock, and one transaction at a time."""

    def __init__(
        self,
        database: Database,
        sealer: Sealer,
        clock: Clock,
        rules: MatchRules,
        admin_ids: frozenset[int],
        origin: str | None = None,
    ) -> None:
        self._database = database
        self._scope = Scope(sealer, clock, rules, admin_ids)
        self._origin = origin
        """What asked for this work ("update:7"); its effects are numbered under it, the same on a redelivery."""
        self._effects = 0
        self._key: str | None = None
        self._business_key: str | None = None
        self.people = SqlPeople(self._scope)
        self.vault = SqlVault(self._scope)
        self.pins = SqlPins(self._scope)
        self.files = SqlFiles(self._scope)
        self.matching = SqlMatchingRepositories(self._scope)
        self.estate = SqlEstateRepositories(self._scope)
        self.ledger = SqlLedger(self._scope)
        self.calendar = SqlCalendar(self._scope)
        self.metering = SqlMeteringRepositories(self._scope)
        self.letters = SqlLetters(self._scope)
        self.notifications = SqlNotifications(self._scope)
        self.outbox = SqlOutbox(self._scope)

    def now(self) -> dt.datetime:
        """The present moment, in UTC with its zone."""
        return self._scope.clock.now()

    async def flush(self) -> None:
        """Send the changes to the database, so that new rows get their ids."""
        await self._scope.session.flush()

    def once(self, key: str) -> "SqlWork":
        """The same work under a business key: done once, whoever asks again."""
        scope = self._scope
        twin = SqlWork(self._database, scope.sealer, scope.clock, scope.rules, scope.admin_ids, self._origin)
        twin._business_key = key
        return twin

    async def commit(self, result: R = None) -> R:  # type: ignore[assignment]
        """Make the changes last, together with the operation's key and this JSON-ready answer, which is returned."""
        session = self._scope.session
        if self._key is not None:
            await session.execute(
                operation.insert().values(key=self._key, result=json.dumps(result), done_at=self.now())
            )
        await session.commit()
        return result

    @asynccontextmanager
    async def writing(self, use_case: str) -> AsyncIterator[Done | None]:
        """A transaction that may change rows, rolled back unless committed; gives the answer of a repeated one."""
        self._key = self._operation_key(use_case)
        try:
            async with self._database.writing_session() as session, self._opened(session):
                yield await self._done_before()
            self._effects += 1
        except (StaleDataError, IntegrityError) as error:
            # a version or a unique constraint decided between two at once: on the second look it is a plain answer
            raise TryAgain from error
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) in REPEATABLE:
                raise TryAgain from error
            raise

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[None]:
        """A transaction that only reads."""
        async with self._database.reading_session() as session, self._opened(session):
            yield

    @asynccontextmanager
    async def _opened(self, session: AsyncSession) -> AsyncIterator[None]:
        self._scope.open_session = session
        try:
            yield
        finally:
            self._scope.open_session = None
            self._scope.person_keys.clear()

    def _operation_key(self, use_case: str) -> str | None:
        if self._business_key is not None:
            return f"{self._business_key}:{use_case}"
        return None if self._origin is None else f"{self._origin}:{self._effects}:{use_case}"

    async def _done_before(self) -> Done | None:
        if self._key is None:
            return None
        query = select(operation.c.result).where(operation.c.key == self._key)
        result = await self._scope.session.scalar(query)
        return None if result is None else Done(json.loads(result))
