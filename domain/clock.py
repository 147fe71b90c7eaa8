"""Time comes from one clock that is handed in, so that a test can hold it."""

import asyncio
import datetime as dt
from typing import Protocol


class Clock(Protocol):
    """What time it is, and waiting."""

    def now(self) -> dt.datetime:
        """The present moment, in UTC with its zone."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> dt.datetime:
        """The present moment, in UTC with its zone."""
        return dt.datetime.now(dt.UTC)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)
