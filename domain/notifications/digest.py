"""A digest gathers what is new since the last one into one message, at the hour its reader has chosen."""

from domain.delivery import Push
from domain.people.person import PushPace
from domain.work import Work

MOST_ENTRIES = 50


async def send_due_digests(work: Work, limit: int) -> int:
    """Hand the digests that are due now to the outbox; returns how many people were looked at."""
    async with work.writing("send_due_digests"):
        now = work.now()
        people = await work.people.digest_due(now, limit)
        for person in people:
            due = person.next_digest_at
            person.next_digest_at = None
            if person.push_pace is PushPace.OFF or person.blocked_at is not None or person.erased_at is not None:
                continue
            quiet_until = person.quiet_ends(now)
            entries = await work.notifications.unpushed(person.id, MOST_ENTRIES)
            if due is None or not entries:
                continue
            for entry in entries:
                entry.pushed_at = now
            await work.outbox.add(
                Push(
                    to=person.id,
                    kind="digest",
                    data={"notification_ids": [entry.id for entry in entries]},
                    dedup_key=f"digest:{person.id}:{due.isoformat()}",
                    not_before=quiet_until,
                )
            )
        await work.commit(None)
        return len(people)
