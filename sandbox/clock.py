"""A clock that runs with the machine or stands still, and can be moved; whoever sleeps by it wakes when it is moved."""

import asyncio
from datetime import UTC, datetime, timedelta


class Clock:
    """`Clock()` runs, `Clock(moment)` stands at that moment; call it, or `now()`, for the time in UTC."""

    def __init__(self, stands_at: datetime | None = None) -> None:
        self._stands_at = stands_at
        self._moved = timedelta()
        self._sleepers: set[asyncio.Future[None]] = set()

    def __call__(self) -> datetime:
        """The time now."""
        return (self._stands_at or datetime.now(UTC)) + self._moved

    def now(self) -> datetime:
        """The time now."""
        return self()

    async def sleep(self, seconds: float) -> None:
        """Waits until this clock has gone on by so many seconds, by itself or because it was moved."""
        until = self() + timedelta(seconds=seconds)
        while (left := (until - self()).total_seconds()) > 0:
            moved: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._sleepers.add(moved)
            try:
                await asyncio.wait([moved], timeout=left)
            finally:
                self._sleepers.discard(moved)

    def forward(self, *, seconds: float = 0, hours: float = 0, days: float = 0) -> datetime:
        """Moves the clock and returns the time it shows now."""
        self._moved += timedelta(seconds=seconds, hours=hours, days=days)
        for sleeper in self._sleepers:
            if not sleeper.done():
                sleeper.set_result(None)
        return self()
