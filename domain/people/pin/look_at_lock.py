"""Whether the PIN has to be asked for now; being at it keeps the lock open, and a forgotten PIN ends in its time."""

import datetime as dt
from dataclasses import dataclass

from domain.people.person import Action, Person
from domain.people.pin.lock import MOST_TRIES, NOTICED_EVERY
from domain.people.pin.scrambled import drop_pin
from domain.work import Work, effect, query


@dataclass(frozen=True, slots=True)
class LockView:
    """A person's lock as it is now."""

    is_shut: bool
    idle_minutes: int
    tries_left: int
    blocked_until: dt.datetime | None
    reset_due_at: dt.datetime | None
    is_over: bool
    """Whether a forgotten PIN's time has come, so that it can be dropped."""
    is_stale: bool
    """Whether activity should be noted again."""


@query(Action.USE_BOT)
async def look_at_lock(work: Work, actor: Person) -> LockView | None:
    """The actor's lock, or None without a PIN."""
    lock, now = await work.pins.of(actor.id), work.now()
    if lock is None:
        return None
    blocked = lock.blocked(now)
    tries = 0 if blocked is None and lock.blocked_until is not None else lock.tries
    return LockView(
        is_shut=lock.is_shut(now),
        idle_minutes=lock.idle_minutes,
        tries_left=MOST_TRIES - tries if blocked is None else 0,
        blocked_until=blocked,
        reset_due_at=lock.reset_due_at,
        is_over=not lock.is_in_force(now),
        is_stale=lock.seen_at is None or now - lock.seen_at >= NOTICED_EVERY,
    )


@effect(Action.USE_BOT)
async def notice_activity(work: Work, actor: Person) -> None:
    """The person is at it: the lock stays open; a forgotten PIN whose time has come is dropped."""
    lock, now = await work.pins.of(actor.id, hold=True), work.now()
    if lock is not None and lock.is_in_force(now):
        lock.notice(now)
        await work.pins.keep(lock)
    elif lock is not None:
        await drop_pin(work, actor)
    return await work.commit(None)


@effect(Action.USE_BOT)
async def lock_now(work: Work, actor: Person) -> bool:
    """Ask for the PIN from now on; False if there is none."""
    lock = await work.pins.of(actor.id, hold=True)
    if lock is not None and lock.is_in_force(work.now()):
        lock.shut()
        await work.pins.keep(lock)
        return await work.commit(True)
    return await work.commit(False)
