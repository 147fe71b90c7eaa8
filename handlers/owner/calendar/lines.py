"""What was understood of a line becomes an entry to look over, with what is open or doubtful about it."""

import datetime as dt
from dataclasses import replace
from typing import Any

from domain.calendar.line import CalendarLine
from domain.calendar.line.new_object import new_object_of
from domain.calendar.line.words import without_receipt
from handlers.owner.calendar.add_event import FORM
from handlers.owner.calendar.entry import EventEntry, Way
from handlers.owner.calendar.questions import NEW_OBJECT, called, object_value

Item = dict[str, Any]
"""An entry with the context of its form, JSON-ready."""


def item_of(line: CalendarLine, entry: EventEntry) -> Item:
    """The line as it waits with the conversation."""
    filled = filled_of(line, entry)
    return {"entry": FORM.adapter.dump_python(filled, mode="json"), "context": context_of(line, entry)}


def filled_of(line: CalendarLine, entry: EventEntry) -> EventEntry:
    """The entry as far as the line says it."""
    way: Way = ""
    if line.income is not None or line.expense is not None:
        way = _way(line)
    new_object, description = None, line.description
    if description and entry.receipt is not None:
        description = without_receipt(description)
    if not entry.objects:
        new_object, description = new_object_of(line.description)
    return replace(
        entry,
        premises_id=line.premises_id,
        new_object=new_object,
        day=None if line.must_ask_day else line.day,
        income=line.income if way != "out" else 0,
        expense=line.expense if way != "in" else 0,
        amount=line.amount,
        currency=line.currency,
        is_named=line.is_named,
        description=description,
        at=line.at,
        repeat=line.repeat,
        repeat_said=True,
        month_day=line.month_day,
        until=line.until,
        remind_before=line.remind_before or 0,
        done=line.done,
        done_said=True,
        way=way,
    )


def context_of(line: CalendarLine, entry: EventEntry) -> dict[str, Any]:
    """What the review has to say besides: doubts, a guessed day, what was not understood."""
    context: dict[str, Any] = {"from_text": True, "unsure": _unsure(line, entry)}
    if line.day_is_guess and line.day is not None:
        context["guessed"] = line.day.isoformat()
    if line.not_understood:
        context["not_understood"] = list(line.not_understood)
    return context


def _way(line: CalendarLine) -> Way:
    if not line.income and not line.expense:
        return "none"
    return "both" if line.income and line.expense else "in" if line.income else "out"


def _unsure(line: CalendarLine, entry: EventEntry) -> dict[str, list[str]]:
    unsure = {
        "way": ["in", "out"] if line.amount is not None else [],
        "amount": [f"{minor} {line.currency}" for minor in line.other_amounts[:3]],
        "premises_id": _other_objects(line, entry),
        "day": [day.isoformat() for day in _other_days(line)],
    }
    return {name: values for name, values in unsure.items() if values}


def _other_objects(line: CalendarLine, entry: EventEntry) -> list[str]:
    """Those that it may be about as well; where none was named, a new one of the name that was said."""
    if line.other_objects:
        names = called(entry.objects)
        return [object_value(one, names[one]) for one in line.other_objects[:3]]
    new_object = new_object_of(line.description)[0] if line.object_is_guess else None
    return [object_value(NEW_OBJECT, new_object)] if new_object is not None else []


def _other_days(line: CalendarLine) -> list[dt.date]:
    """Those that it may be as well; all of them where one cannot tell."""
    return [*([line.day] if line.must_ask_day and line.day else []), *line.other_days[:2]]
