"""The PIN is entered: a try is counted before it is checked, so that killing the process or asking twice at once gains
nothing; five wrong ones shut the lock to everybody for a quarter of an hour.
"""

import asyncio
import datetime as dt
from dataclasses import dataclass

from domain.people.person import Action, Person
from domain.people.pin.code import is_right, looks_like_pin
from domain.people.pin.lock import MOST_TRIES
from domain.people.pin.scrambled import kept_hash
from domain.work import Work, effect, query


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of a try."""

    is_right: bool
    tries_left: int = MOST_TRIES
    blocked_until: dt.datetime | None = None


async def enter_pin(work: Work, actor: Person, code: str, *, proves: bool = False) -> Entered:
    """Try a PIN; the right one opens the lock, and `proves` that it may be changed or removed."""
    if not await begin_try(work, actor):
        return await _so_far(work, actor)
    kept = await hash_to_check(work, actor)
    # slow on purpose, so neither in a transaction nor in the way of other chats
    if kept is not None and looks_like_pin(code) and await asyncio.to_thread(is_right, code.strip(), kept):
        await open_lock(work, actor, proves=proves)
        return Entered(is_right=True)
    return await _so_far(work, actor)


@effect(Action.USE_BOT)
async def begin_try(work: Work, actor: Person) -> bool:
    """Count a try; False if there may be none now."""
    lock = await work.pins.of(actor.id, hold=True)
    allowed = lock is not None and lock.count_try(work.now())
    if lock is not None:
        await work.pins.keep(lock)
    return await work.commit(allowed)


@query(Action.USE_BOT)
async def hash_to_check(work: Work, actor: Person) -> str | None:
    """The hash of the actor's PIN."""
    return await kept_hash(work, actor)


@effect(Action.USE_BOT)
async def open_lock(work: Work, actor: Person, *, proves: bool) -> None:
    """The PIN was right."""
    lock = await work.pins.of(actor.id, hold=True)
    if lock is not None:
        lock.open(work.now(), proves=proves)
        await work.pins.keep(lock)
    return await work.commit(None)


async def _so_far(work: Work, actor: Person) -> Entered:
    left, until = await tries_so_far(work, actor)
    return Entered(is_right=False, tries_left=left, blocked_until=until)


@query(Action.USE_BOT)
async def tries_so_far(work: Work, actor: Person) -> tuple[int, dt.datetime | None]:
    """How many tries are left, and until when there are none."""
    lock = await work.pins.of(actor.id)
    if lock is None:
        return 0, None
    until = lock.blocked(work.now())
    return (MOST_TRIES - lock.tries if until is None else 0), until
