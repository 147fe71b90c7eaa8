"""One process at a time sends and keeps the clock, and what a dead one held is free at once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text

from domain.delivery import IncomingUpdate
from storage import leadership as leading
from storage.database import Database
from storage.inbox import SqlInbox
from storage.leadership import Leadership, leadership
from storage.outbox import SqlOutboxQueue
from storage.sealing import Sealer
from tests.support.clock import HeldClock


class Process:
    """One of several processes on a database."""

    def __init__(self, url: str, sealer: Sealer, clock: HeldClock) -> None:
        self.database = Database(url)
        self.inbox = SqlInbox(self.database, sealer, clock)
        self.queue = SqlOutboxQueue(self.database, sealer, clock)
        self.leads = False
        self.times = 0

    async def duty(self, stop: asyncio.Event) -> None:
        self.leads = True
        self.times += 1
        await stop.wait()
        self.leads = False

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Leadership]:
        stop = asyncio.Event()
        async with leadership(self.database, self.inbox, self.queue) as standing:
            task = asyncio.create_task(standing.lead(stop, self.duty))
            try:
                yield standing
            finally:
                stop.set()
                async with asyncio.timeout(10):
                    await task
        await self.database.close()


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110  (there is nothing that would tell)
            await asyncio.sleep(0.01)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leading, "LOOK_SECONDS", 0.02)


async def test_a_process_leads_until_it_is_stopped(database_url: str, sealer: Sealer, clock: HeldClock) -> None:
    anna = Process(database_url, sealer, clock)
    async with anna.running():
        await until(lambda: anna.leads)
    assert not anna.leads


async def test_at_the_start_lanes_of_the_dead_are_free(database_url: str, sealer: Sealer, clock: HeldClock) -> None:
    dead = Process(database_url, sealer, clock)
    await dead.inbox.accept([IncomingUpdate(1, "lane", None, "{}")])
    assert await dead.inbox.claim("lane") is not None
    await dead.database.close()
    alive = Process(database_url, sealer, clock)
    async with alive.running():
        assert await alive.inbox.claim("lane") is not None


@pytest.mark.postgres
class TestSeveralProcesses:
    @pytest.fixture
    def url(self, databases) -> object:  # type: ignore[no-untyped-def]
        with databases.postgres() as url:
            yield url

    async def test_one_leads_and_another_takes_over(self, url: str, sealer: Sealer, clock: HeldClock) -> None:
        one, other = Process(url, sealer, clock), Process(url, sealer, clock)
        async with other.running():
            await until(lambda: other.leads)
            async with one.running():
                await asyncio.sleep(0.2)
                assert not one.leads
        async with one.running():
            await until(lambda: one.leads)

    async def test_the_living_keep_their_lanes(self, url: str, sealer: Sealer, clock: HeldClock) -> None:
        one, other = Process(url, sealer, clock), Process(url, sealer, clock)
        async with one.running(), other.running():
            await one.inbox.accept([IncomingUpdate(1, "lane", None, "{}")])
            assert await one.inbox.claim("lane") is not None
            await asyncio.sleep(0.2)
            assert await other.inbox.claim("lane") is None

    async def test_who_loses_the_connection_stops_leading_and_comes_back(
        self, url: str, sealer: Sealer, clock: HeldClock
    ) -> None:
        one = Process(url, sealer, clock)
        operator = Database(url)
        async with one.running():
            await until(lambda: one.leads)
            await one.inbox.accept([IncomingUpdate(1, "lane", None, "{}")])
            assert await one.inbox.claim("lane") is not None
            async with operator.writing() as connection:
                await connection.execute(
                    text(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    )
                )
            await until(lambda: one.times == 2)
            await until(lambda: one.leads)
            # it shows again that it is alive, so nobody takes its lanes
            other = Process(url, sealer, clock)
            async with other.running():
                await asyncio.sleep(0.1)
                assert await other.inbox.claim("lane") is None
        await operator.close()

    async def test_who_waits_for_the_lead_survives_a_lost_connection(
        self, url: str, sealer: Sealer, clock: HeldClock
    ) -> None:
        leader, waiting = Process(url, sealer, clock), Process(url, sealer, clock)
        operator = Database(url)
        async with waiting.running():
            await until(lambda: waiting.leads)
        async with leader.running():
            await until(lambda: leader.leads)
            again = Process(url, sealer, clock)
            async with again.running():
                for _ in range(3):
                    async with operator.writing() as connection:
                        await connection.execute(
                            text(
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                            )
                        )
                    await asyncio.sleep(0.1)
                await until(lambda: leader.leads or again.leads)
                await asyncio.sleep(0.1)
                assert leader.leads + again.leads == 1
        await operator.close()
