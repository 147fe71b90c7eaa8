"""The table of what happens when; APScheduler is only the clock, everything due is found in the database.

| job | when | what |
| --- | --- | --- |
| digests | every 30 s | people whose hourly or daily digest is due get it |
| reminders | every 20 s | people are reminded of what is due in their calendars |
| calendars | every hour | repeating events get what they lack two years ahead, deleted ones are gone after a day |
| rent | every 5 min | the rent of months that are due becomes a charge |
| rent_reminders | every minute | who has not paid is reminded from nine of their own morning, then the manager |
| readings | every minute | objects whose day has begun: readings reminded of, complete months billed |
| lease_ends | every 5 min | that a lease ends is told 60, 30 and 7 days before, at nine of each own morning |
| offers | every 10 min | what is let is no longer offered to realtors; what has become vacant is proposed again |
| documents | every 5 min | that a document of an object runs out is told a month before, at nine in the morning |
| housekeeping | every hour | what was finished 48 hours ago is forgotten, files that belong to nobody are removed |
"""

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from domain.clock import Clock
from domain.work import Work
from jobs.calendars import keep_calendars, send_reminders
from jobs.digests import send_digests
from jobs.documents import tell_of_documents
from jobs.lease_ends import keep_offers, tell_of_lease_ends
from jobs.readings import look_at_readings
from jobs.rent import book_rent, remind_of_rent

log = logging.getLogger(__name__)

FINISH_SECONDS = 8
"""How long a stop waits for jobs in hand: a supervisor kills after fifteen."""
KEEP = dt.timedelta(hours=48)
"""Telegram delivers an update again for at most 24 hours."""


class Housekeeping(Protocol):
    """Removes what is over."""

    async def forget(self, before: dt.datetime) -> int:
        """Remove what was finished before this moment; returns how many rows."""


class Schedule:
    """Runs the jobs of the table."""

    def __init__(self, new_work: Callable[[], Work], housekeeping: Housekeeping, clock: Clock) -> None:
        self._new_work = new_work
        self._housekeeping = housekeeping
        self._clock = clock
        self._scheduler: AsyncIOScheduler | None = None
        self._running: set[asyncio.Task[object]] = set()
        self.table: dict[str, tuple[int, Callable[[], Awaitable[object]]]] = {
            "digests": (30, self._digests),
            "reminders": (20, self._reminders),
            "calendars": (3600, self._calendars),
            "rent": (300, self._rent),
            "rent_reminders": (60, self._rent_reminders),
            "readings": (60, self._readings),
            "lease_ends": (300, self._lease_ends),
            "offers": (600, self._offers),
            "documents": (300, self._documents),
            "housekeeping": (3600, self._forget),
        }

    def start(self) -> None:
        """Let the clock tick; a job that was due while nothing ran simply finds more at its next tick."""
        scheduler = AsyncIOScheduler(
            timezone=dt.UTC, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        )
        for name, (seconds, _) in self.table.items():
            scheduler.add_job(
                self.run,
                "interval",
                args=(name,),
                seconds=seconds,
                id=name,
                next_run_time=dt.datetime.now(dt.UTC),
            )
        scheduler.start()
        self._scheduler = scheduler

    async def stop(self) -> None:
        """Let no job begin any more, and those that run come to their end, unless that takes too long."""
        scheduler, self._scheduler = self._scheduler, None
        if scheduler is None:
            return
        scheduler.pause()
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=FINISH_SECONDS)
            for one in late:
                one.cancel()
            if late:
                await asyncio.wait(late)
        scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Run every job of the table once, now."""
        for name in self.table:
            await self.run(name)

    async def run(self, name: str) -> None:
        """Run this job of the table once, now; one that fails is noted."""
        _, job = self.table[name]
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  (nothing else runs a coroutine)
        self._running.add(task)
        try:
            await job()
        except asyncio.CancelledError:
            log.warning("job %s was cut short; what is due stays due", name)
        except Exception:
            log.exception("job %s failed; what is due stays due", name)
        finally:
            self._running.discard(task)

    async def _digests(self) -> int:
        return await send_digests(self._new_work)

    async def _reminders(self) -> int:
        return await send_reminders(self._new_work)

    async def _calendars(self) -> int:
        return await keep_calendars(self._new_work)

    async def _rent(self) -> int:
        return await book_rent(self._new_work)

    async def _rent_reminders(self) -> int:
        return await remind_of_rent(self._new_work)

    async def _readings(self) -> int:
        return await look_at_readings(self._new_work)

    async def _lease_ends(self) -> int:
        return await tell_of_lease_ends(self._new_work)

    async def _offers(self) -> int:
        return await keep_offers(self._new_work)

    async def _documents(self) -> int:
        return await tell_of_documents(self._new_work)

    async def _forget(self) -> int:
        return await self._housekeeping.forget(self._clock.now() - KEEP)
