"""When a person is told: at once, with the hourly or daily digest, or only in the inbox; never in their quiet hours."""

import datetime as dt
from dataclasses import dataclass

from domain.notifications.notification import URGENT, NotificationKind
from domain.people.person import Person, PushPace

HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """What becomes of one notification: a push of its own, a place in a digest, or neither."""

    push: bool
    not_before: dt.datetime | None = None
    """End of the quiet hours, if it is quiet now."""
    digest_at: dt.datetime | None = None


def pace_of(person: Person, kind: NotificationKind, now: dt.datetime) -> Pace:
    """How this person wants to hear about this kind of thing."""
    if kind in URGENT or person.push_pace is PushPace.AT_ONCE:
        return Pace(push=True, not_before=person.quiet_ends(now))
    if person.push_pace is PushPace.OFF:
        return Pace(push=False)
    return Pace(push=False, digest_at=next_digest(person, now))


def next_digest(person: Person, now: dt.datetime) -> dt.datetime:
    """The next full hour or the next digest hour of the person's own clock, moved to the end of quiet hours."""
    local = now.astimezone(person.zone)
    if person.push_pace is PushPace.HOURLY:
        due = (local.replace(minute=0, second=0, microsecond=0).astimezone(dt.UTC)) + HOUR
    else:
        today = dt.datetime.combine(local.date(), dt.time(person.digest_hour), tzinfo=person.zone)
        tomorrow = dt.datetime.combine(
            local.date() + dt.timedelta(days=1), dt.time(person.digest_hour), tzinfo=person.zone
        )
        due = (today if today > local else tomorrow).astimezone(dt.UTC)
    return person.quiet_ends(due) or due
