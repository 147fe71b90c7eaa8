"""A clock that a test holds: time stands still until the test, or whoever sleeps, moves it on."""

import asyncio
import datetime as dt

NOON = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
"""When tests begin, unless they say otherwise: a Saturday noon in UTC."""


class HeldClock:
    """Stands at one moment; sleeping moves it on at once, so nobody really waits."""

    def __init__(self, now: dt.datetime = NOON) -> None:
        self._now = now

    def now(self) -> dt.datetime:
        """The held moment, in UTC with its zone."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Move on by so many seconds at once, and let others have their turn."""
        self.advance(seconds=max(0.0, seconds))
        await asyncio.sleep(0)

    def advance(self, **delta: float) -> None:
        """Let time pass: `advance(hours=2)`."""
        self._now += dt.timedelta(**delta)

    def set(self, moment: dt.datetime) -> None:
        """Go to another moment, which has a time zone."""
        if moment.tzinfo is None:
            raise ValueError("a moment without a time zone")
        self._now = moment.astimezone(dt.UTC)
