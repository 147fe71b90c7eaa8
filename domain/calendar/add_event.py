"""An owner puts income or an expense into the calendar, once or repeating; what is past can be done from the start."""

from typing import Any

from domain.calendar.draft import EventDraft
from domain.calendar.event import Event, OccurrenceId
from domain.calendar.making import occurrences_due
from domain.estate.objects.premises import PremisesId
from domain.files.sent_by import must_have_sent
from domain.files.stored_file import FileId
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect


@effect(Action.KEEP_CALENDAR)
async def add_event(work: Work, actor: Person, draft: EventDraft) -> OccurrenceId:
    """Keep it as the actor's own; returns its first occurrence. A `Refusal` says what is missing or cannot be."""
    now = work.now()
    today = now.astimezone(actor.zone).date()
    known = draft.checked(today)
    if known.premises_id is None or known.day is None:
        raise Refusal("Not everything is filled in yet.")
    premises = await work.estate.premises.seen_by(actor.id, PremisesId(known.premises_id))
    receipt = FileId(known.receipt) if known.receipt is not None else None
    await must_have_sent(work, actor, receipt)
    plain: dict[str, Any] = known.values("premises_id", "day", "currency", "done", "month_day", "receipt")
    event = Event(
        owner_id=actor.id,
        created_at=now,
        premises_id=premises.id,
        currency=known.currency or premises.currency,
        starts_on=known.day,
        wanted_day=known.month_day or known.day.day,
        **plain,
    )
    await work.calendar.keep(event)
    made = occurrences_due(event, now, actor.zone)
    made[0].receipt = receipt
    if known.done:
        for one in made:
            if one.day <= today:
                one.finish(one.day, one.income, one.expense)
    await work.calendar.keep(event, *made)
    return await work.commit(made[0].id)
