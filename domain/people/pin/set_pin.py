"""Setting, changing and removing the PIN: the present one is entered first, and a forgotten one needs the phone."""

import asyncio
import datetime as dt

from domain.people.about_me import BORN
from domain.people.confirm_phone import ABOUT_PERSON, has_confirmed_phone
from domain.people.person import Action, Person
from domain.people.pin.code import parse_pin, scrambled
from domain.people.pin.lock import IDLE_CHOICES, USUAL_IDLE, PinLock
from domain.people.pin.scrambled import drop_pin, keep_hash
from domain.refusal import Refusal
from domain.work import Work, effect, query


@query(Action.USE_BOT)
async def check_new_pin(work: Work, actor: Person, code: str) -> None:
    """Refuse a PIN that is none or is guessed first of all, and one that could not be reset when forgotten."""
    await _checked(work, actor, code)


async def set_pin(work: Work, actor: Person, code: str) -> None:
    """Have this PIN from now on; the lock is open."""
    await keep_pin(work, actor, code, await asyncio.to_thread(scrambled, code.strip()))


@effect(Action.USE_BOT)
async def keep_pin(work: Work, actor: Person, code: str, hashed: str) -> None:
    """Keep the hash of a new PIN; changing one needs the present one entered a moment ago."""
    await _checked(work, actor, code)
    lock, now = await work.pins.of(actor.id, hold=True), work.now()
    _must_be_proved(lock, now)
    idle = lock.idle_minutes if lock is not None else USUAL_IDLE
    await work.pins.drop(actor.id)
    await work.pins.keep(PinLock(person_id=actor.id, set_at=now, seen_at=now, idle_minutes=idle))
    await keep_hash(work, actor, hashed)
    actor.pin_set_at = now
    return await work.commit(None)


@effect(Action.USE_BOT)
async def remove_pin(work: Work, actor: Person) -> None:
    """Be without a PIN; the present one has been entered a moment ago."""
    _must_be_proved(await work.pins.of(actor.id, hold=True), work.now())
    await drop_pin(work, actor)
    return await work.commit(None)


@effect(Action.USE_BOT)
async def change_idle(work: Work, actor: Person, minutes: int) -> None:
    """Be asked after so many idle minutes."""
    lock = await work.pins.of(actor.id, hold=True)
    if lock is None or minutes not in IDLE_CHOICES:
        raise Refusal("There is no such choice any more.")
    lock.idle_minutes = minutes
    await work.pins.keep(lock)
    return await work.commit(None)


async def _checked(work: Work, actor: Person, code: str) -> None:
    if not has_confirmed_phone(actor):
        raise Refusal("Confirm your phone first: a forgotten PIN is reset by it.")
    private = await work.vault.read(actor.id, ABOUT_PERSON)
    born = private.get(BORN)
    parse_pin(
        code,
        birth_date=dt.date.fromisoformat(born) if born else None,
        phone=private.get("phone"),
        today=work.now().astimezone(actor.zone).date(),
    )


def _must_be_proved(lock: PinLock | None, now: dt.datetime) -> None:
    if lock is not None and lock.is_in_force(now) and not lock.is_proved(now):
        raise Refusal("Enter your present PIN first.")
