"""A forgotten PIN ends a day after its person has shared their contact again; they are told, and can stop it."""

import datetime as dt

from domain.delivery import Push
from domain.people.person import Action, Person
from domain.people.phone import Phone
from domain.people.pin.lock import RESET_AFTER
from domain.refusal import Refusal
from domain.work import Work, effect

PUSH_KIND = "pin_reset"
"""What the outbox calls the two messages of a reset: that it has been asked for, and that it is done."""


@effect(Action.USE_BOT)
async def ask_reset(work: Work, actor: Person, number: str) -> str:
    """Let the PIN end a day from now (returned, ISO 8601); asked again, it ends no later and no sooner."""
    if work.vault.fingerprint("phone", Phone.parse(number).number) != actor.phone_fingerprint:
        raise Refusal("This is another number than the one you have confirmed here.")
    lock, now = await work.pins.of(actor.id, hold=True), work.now()
    if lock is None or not lock.is_in_force(now):
        raise Refusal("There is no PIN any more.")
    if lock.reset_due_at is None:
        lock.reset_due_at = now + RESET_AFTER
        await work.pins.keep(lock)
        await _tell(work, actor, lock.reset_due_at, at=now, is_over=False)
        await _tell(work, actor, lock.reset_due_at, at=lock.reset_due_at, is_over=True)
    return await work.commit(lock.reset_due_at.isoformat())


@effect(Action.USE_BOT)
async def stop_reset(work: Work, actor: Person) -> bool:
    """Keep the PIN after all; False if there is nothing to stop any more."""
    lock = await work.pins.of(actor.id, hold=True)
    if lock is None or lock.reset_due_at is None or not lock.is_in_force(work.now()):
        return await work.commit(False)
    lock.reset_due_at = None
    await work.pins.keep(lock)
    return await work.commit(True)


async def _tell(work: Work, person: Person, due: dt.datetime, *, at: dt.datetime, is_over: bool) -> None:
    await work.outbox.add(
        Push(
            to=person.id,
            kind=PUSH_KIND,
            data={"due": due.isoformat(), "is_over": is_over},
            dedup_key=f"pin_reset:{person.id}:{due.isoformat()}:{is_over}",
            not_before=at if is_over else None,
        )
    )
