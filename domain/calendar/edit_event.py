"""An owner changes an event: this time only, this and the following times, or all of them.

What was changed for one time alone stays so when the rest changes; what is done stays as it was. A series that goes on
differently from some day on becomes two: one that ends before it, and one that begins with it.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from domain.calendar.draft import EventDraft
from domain.calendar.event import PLAIN, Event, Occurrence, OccurrenceId
from domain.calendar.making import occurrences_due
from domain.calendar.repetition import Repeat, Rule
from domain.calendar.splitting import detach, split
from domain.estate.objects.premises import PremisesId
from domain.files.sent_by import must_have_sent
from domain.files.stored_file import FileId
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect

OF_SERIES = ("repeat", "until")
SUMS = {"income", "expense", "currency"}


class Extent(StrEnum):
    """How much of a repeating event a change or a deletion is for."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


@effect(Action.KEEP_CALENDAR)
async def edit_event(
    work: Work,
    actor: Person,
    occurrence_id: OccurrenceId,
    version: int,
    extent: Extent,
    changes: Mapping[str, Any],
) -> OccurrenceId:
    """Set the fields of `EventDraft` named in `changes`; returns the occurrence, which keeps its id.

    `version` is the one the person saw: if it is no longer the present one, `Conflict`.
    """
    seen = await work.calendar.occurrence(actor.id, occurrence_id)
    event = await work.calendar.event(actor.id, seen.event_id, hold=True)
    pivot = await work.calendar.occurrence(actor.id, occurrence_id, hold=True)
    if pivot.version != version:
        raise Conflict
    if not event.repeats:
        extent = Extent.ALL
    elif "repeat" in changes and extent is Extent.ALL:
        # how often it comes back cannot change for what is past
        extent = Extent.FOLLOWING
    await _check(work, actor, pivot, event, extent, changes)
    if extent is Extent.ONE:
        touched = [pivot]
    else:
        touched = await _change_series(work, actor, event, pivot, extent, changes)
    _change_pivot(pivot, changes)
    for one in touched:
        one.plan_reminder(work.now(), actor.zone)
    await work.calendar.keep(*touched)
    return await work.commit(pivot.id)


async def _check(
    work: Work, actor: Person, pivot: Occurrence, event: Event, extent: Extent, changes: Mapping[str, Any]
) -> None:
    if extent is Extent.ONE and any(name in changes for name in OF_SERIES):
        raise Refusal("How often it repeats belongs to all of them.")
    if changes.get("receipt") is not None:
        await must_have_sent(work, actor, FileId(changes["receipt"]))
    before = EventDraft.of(pivot, event)
    if "premises_id" in changes:
        await work.estate.premises.seen_by(actor.id, PremisesId(changes["premises_id"]))
    elif before.premises_id is None:
        # its object was deleted: everything else can be changed all the same
        before = replace(before, premises_id=0)
    if extent is Extent.ONE or not any(name in changes for name in ("day", "until")):
        # a single time may have been moved past the end of the others
        before = replace(before, until=None)
    replace(before, **changes).checked(work.now().astimezone(actor.zone).date())


async def _change_series(
    work: Work, actor: Person, event: Event, pivot: Occurrence, extent: Extent, changes: Mapping[str, Any]
) -> list[Occurrence]:
    """Change the event and its planned occurrences, apart from the pivot; returns all of them as they are now."""
    if extent is Extent.FOLLOWING and pivot.number > 0:
        event, rows = await split(work, event, pivot.number)
    else:
        rows = await work.calendar.series(event.id)
    old, before = event.rule, {name: getattr(event, name) for name in PLAIN}
    event.rule = new = _new_rule(old, pivot, changes)
    for row in rows:
        if row is pivot or row.is_done:
            continue
        _set(row, _for_all(row, changes, before))
        if row.day == old.nth(row.number):
            row.day = new.nth(row.number)
    if "day" not in changes and pivot.day == old.nth(pivot.number):
        pivot.day = new.nth(pivot.number)
    _set(event, changes)
    rows = await _fit(work, actor, event, pivot, rows, repeats_otherwise=new.repeat is not old.repeat)
    await work.calendar.keep(event)
    return rows


def _new_rule(old: Rule, pivot: Occurrence, changes: Mapping[str, Any]) -> Rule:
    rule = replace(old, **{name: changes[name] for name in OF_SERIES if name in changes})
    if rule.repeat is Repeat.NONE:
        rule = replace(rule, until=None)
    if rule.repeat is not old.repeat:
        # it begins anew with the pivot
        day = changes.get("day", pivot.day)
        return replace(rule, start=day, wanted_day=day.day)
    if "day" in changes:
        return rule.begun_so_that(pivot.number, changes["day"])
    return rule


async def _fit(
    work: Work, actor: Person, event: Event, pivot: Occurrence, rows: list[Occurrence], *, repeats_otherwise: bool
) -> list[Occurrence]:
    """Take away what the series no longer has, and add what it lacks; what is done stays, on its own if need be."""
    made = 0 if repeats_otherwise else _made_within(event)
    over = [row for row in rows if row is not pivot and row.number >= made]
    if repeats_otherwise:
        pivot.number = 0
    event.made = max(made, pivot.number + 1)
    done = await _take_away(work, event, over)
    return [*(row for row in rows if row not in over), *done, *occurrences_due(event, work.now(), actor.zone)]


async def _take_away(work: Work, event: Event, over: list[Occurrence]) -> list[Occurrence]:
    """Drop what is planned, and let what is done stand on its own; returns that."""
    done = [row for row in over if row.is_done]
    await work.calendar.drop(*(row for row in over if not row.is_done))
    for row in done:
        await detach(work, event, row)
    return done


def _made_within(event: Event) -> int:
    """How many of the occurrences made so far the rule still has, now that it may end sooner."""
    rule = event.rule
    return sum(rule.until is None or rule.nth(number) <= rule.until for number in range(event.made))


def _for_all(row: Occurrence, changes: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """The changes that this one takes part in: what was changed for it alone stays, sums with their currency."""
    own = {name for name in PLAIN if getattr(row, name) != before[name]}
    if "currency" in changes and own & SUMS:
        own |= SUMS
    return {name: value for name, value in changes.items() if name in PLAIN and name not in own}


def _change_pivot(pivot: Occurrence, changes: Mapping[str, Any]) -> None:
    _set(pivot, changes)
    pivot.day = changes.get("day", pivot.day)
    pivot.receipt = changes.get("receipt", pivot.receipt)
    if pivot.is_done:
        # what is changed about something done is what it came to
        pivot.done_income = changes.get("income", pivot.done_income)
        pivot.done_expense = changes.get("expense", pivot.done_expense)


def _set(row: Occurrence | Event, changes: Mapping[str, Any]) -> None:
    for name in PLAIN:
        if name in changes:
            setattr(row, name, changes[name])
