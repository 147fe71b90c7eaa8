"""A person chooses when they hear of what is new: how soon, in which hours never, and when the daily digest comes."""

import datetime as dt

from domain.notifications.pace import next_digest
from domain.people.person import Action, Person, PushPace
from domain.people.quiet_hours import QuietHours
from domain.refusal import Refusal
from domain.work import Work, effect


@effect(Action.USE_BOT)
async def change_pace(work: Work, actor: Person, pace: PushPace) -> None:
    """Be told at once, hourly, daily, or only find it in the inbox; what waits for a digest follows."""
    actor.push_pace = pace
    settle_digest(actor, work.now())
    return await work.commit(None)


@effect(Action.USE_BOT)
async def change_quiet_hours(work: Work, actor: Person, hours: QuietHours | None) -> None:
    """Be left alone in these hours; None means never."""
    actor.quiet_from, actor.quiet_until = (hours.begin, hours.end) if hours is not None else (None, None)
    settle_digest(actor, work.now())
    return await work.commit(None)


@effect(Action.USE_BOT)
async def change_digest_hour(work: Work, actor: Person, hour: int) -> None:
    """Get the daily digest at this hour of one's own clock."""
    if not 0 <= hour <= 23:
        raise Refusal("An hour is from 0 to 23.")
    actor.digest_hour = hour
    settle_digest(actor, work.now())
    return await work.commit(None)


def settle_digest(person: Person, now: dt.datetime) -> None:
    """Move a digest that waits to where the preferences put it now; who wants none finds it all in the inbox."""
    if person.next_digest_at is None:
        return
    match person.push_pace:
        case PushPace.OFF:
            person.next_digest_at = None
        case PushPace.AT_ONCE:
            person.next_digest_at = person.quiet_ends(now) or now
        case _:
            person.next_digest_at = next_digest(person, now)
