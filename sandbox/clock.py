"""A clock that runs with the machine or stands still, and can be moved."""

from datetime import UTC, datetime, timedelta


class Clock:
    """`Clock()` runs, `Clock(moment)` stands at that moment; call it for the time, in UTC."""

    def __init__(self, stands_at: datetime | None = None) -> None:
        self._stands_at = stands_at
        self._moved = timedelta()

    def __call__(self) -> datetime:
        """The time now."""
        return (self._stands_at or datetime.now(UTC)) + self._moved

    def forward(self, *, seconds: float = 0, hours: float = 0, days: float = 0) -> datetime:
        """Moves the clock and returns the time it shows now."""
        self._moved += timedelta(seconds=seconds, hours=hours, days=days)
        return self()
