"""One person's lock: open while they are at it, shut after a while, and shut to everybody for a time after guesses."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from domain.people.person import PersonId

MOST_TRIES = 5
"""Wrong ones before nobody may try for a while."""
BLOCKED = dt.timedelta(minutes=15)
RESET_AFTER = dt.timedelta(hours=24)
"""How long somebody who has forgotten the PIN waits, and whoever the PIN belongs to has time to stop it."""
PROOF = dt.timedelta(minutes=10)
"""How long after the present PIN was entered for that purpose it can be changed or removed."""
IDLE_CHOICES = (5, 15, 60)
"""Minutes."""
USUAL_IDLE = 15
NOTICED_EVERY = dt.timedelta(seconds=30)
"""Activity is noted no more often than this."""


@dataclass(eq=False, kw_only=True)
class PinLock:
    """What is known of a person's lock; the hash of the PIN is in the vault."""

    person_id: PersonId
    set_at: dt.datetime
    idle_minutes: int = USUAL_IDLE
    seen_at: dt.datetime | None = None
    """The last activity since it was opened; None while it is shut."""
    tries: int = 0
    """Begun since the last right one; counted before they are checked, so that none goes uncounted."""
    blocked_until: dt.datetime | None = None
    proved_at: dt.datetime | None = None
    """When the PIN was entered in order to change or remove it."""
    reset_due_at: dt.datetime | None = None
    """When a forgotten PIN stops to be asked for."""
    version: int = 0

    def is_in_force(self, now: dt.datetime) -> bool:
        """Whether there is a PIN: a forgotten one is none when its time has come."""
        return self.reset_due_at is None or now < self.reset_due_at

    def is_shut(self, now: dt.datetime) -> bool:
        """Whether the PIN has to be entered first."""
        if not self.is_in_force(now):
            return False
        return self.seen_at is None or now - self.seen_at >= dt.timedelta(minutes=self.idle_minutes)

    def blocked(self, now: dt.datetime) -> dt.datetime | None:
        """Until when nobody may try, or None."""
        return self.blocked_until if self.blocked_until is not None and now < self.blocked_until else None

    def count_try(self, now: dt.datetime) -> bool:
        """Begin a try; False if there may be none now."""
        if self.blocked(now) is not None:
            return False
        if self.blocked_until is not None:
            self.tries, self.blocked_until = 0, None
        self.tries += 1
        if self.tries >= MOST_TRIES:
            self.blocked_until = now + BLOCKED
        return True

    def open(self, now: dt.datetime, *, proves: bool = False) -> None:
        """The right PIN was entered; whoever knows it has not forgotten it."""
        self.seen_at, self.tries, self.blocked_until, self.reset_due_at = now, 0, None, None
        self.proved_at = now if proves else None

    def shut(self) -> None:
        """Ask from now on."""
        self.seen_at, self.proved_at = None, None

    def notice(self, now: dt.datetime) -> None:
        """The person is at it."""
        if not self.is_shut(now):
            self.seen_at = now

    def is_proved(self, now: dt.datetime) -> bool:
        """Whether it may be changed or removed."""
        return self.proved_at is not None and now - self.proved_at < PROOF


class Pins(Protocol):
    """Stored locks."""

    async def of(self, person_id: PersonId, *, hold: bool = False) -> PinLock | None:
        """The person's lock, if there is one; `hold` keeps others from changing it in this transaction."""

    async def keep(self, lock: PinLock) -> None:
        """Keep a new or changed lock."""

    async def drop(self, person_id: PersonId) -> None:
        """Remove the person's lock."""
