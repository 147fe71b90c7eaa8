"""How events are found and added up in the database: filters, places in a list that stay, sums by day."""

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from domain.calendar.event import Occurrence
from domain.calendar.looking import EventCursor, Filter, What
from domain.calendar.repetition import Repeat
from domain.estate.objects.premises import PremisesId
from domain.people.person import PersonId
from storage import words
from storage.calendar.tables import event, occurrence
from storage.estate.tables import premises

KINDS: dict[What, tuple[ColumnElement[bool], ...]] = {
    What.ALL: (),
    What.INCOME: (func.coalesce(occurrence.c.done_income, occurrence.c.income) > 0,),
    What.EXPENSE: (func.coalesce(occurrence.c.done_expense, occurrence.c.expense) > 0,),
    What.OVERDUE: (occurrence.c.done_on.is_(None),),
    What.DONE: (occurrence.c.done_on.is_not(None),),
}


def conditions(
    owner: PersonId, wanted: Filter, cursor: EventCursor | None = None, *, backwards: bool = False
) -> list[ColumnElement[bool]]:
    """What the filter lets through, and of that only what lies after the cursor, or before it."""
    found = [occurrence.c.owner_id == owner, occurrence.c.removal_id.is_(None), *KINDS[wanted.what]]
    if wanted.what is What.OVERDUE:
        found.append(occurrence.c.day < wanted.today)
    if wanted.premises_id is not None:
        found.append(occurrence.c.premises_id == wanted.premises_id)
    if wanted.first is not None:
        found.append(occurrence.c.day >= wanted.first)
    if wanted.last is not None:
        found.append(occurrence.c.day <= wanted.last)
    for word in words.plain(wanted.words or "").split():
        named = select(premises.c.id).where(premises.c.search_text.contains(word, autoescape=True))
        found.append(or_(occurrence.c.search_text.contains(word, autoescape=True), occurrence.c.premises_id.in_(named)))
    if cursor is not None:
        found.append(_beyond(cursor, later=wanted.latest_first == backwards))
    return found


def _beyond(cursor: EventCursor, *, later: bool) -> ColumnElement[bool]:
    day, id_ = occurrence.c.day, occurrence.c.id
    if later:
        return or_(day > cursor.day, and_(day == cursor.day, id_ > cursor.id))
    return or_(day < cursor.day, and_(day == cursor.day, id_ < cursor.id))


def page_query(owner: PersonId, wanted: Filter, cursor: EventCursor | None, *, backwards: bool) -> Select[Occurrence]:
    """The occurrences after the cursor (or before it), nearest to it first."""
    columns = (occurrence.c.day, occurrence.c.id)
    order = columns if wanted.latest_first == backwards else tuple(one.desc() for one in columns)
    return select(Occurrence).where(*conditions(owner, wanted, cursor, backwards=backwards)).order_by(*order)


def sums_query(owner: PersonId, first: dt.date, last: dt.date, premises_id: PremisesId | None) -> Select[Any]:
    """Income and expense, as they are and as they were planned, and how many events."""
    row = occurrence.c
    group = (row.day, row.premises_id, row.currency, row.done_on.is_not(None))
    query = (
        select(
            *group,
            func.sum(func.coalesce(row.done_income, row.income)),
            func.sum(func.coalesce(row.done_expense, row.expense)),
            func.sum(row.income),
            func.sum(row.expense),
            func.count(),
        )
        .where(row.owner_id == owner, row.removal_id.is_(None), row.day.between(first, last))
        .group_by(*group)
        .order_by(row.day)
    )
    return query if premises_id is None else query.where(row.premises_id == premises_id)


def planned_query(owner: PersonId, first: dt.date, last: dt.date, premises_id: PremisesId | None) -> Select[bool, int]:
    """Whether it repeats, and how many such events have something planned."""
    row, repeats = occurrence.c, event.c.repeat != Repeat.NONE
    query = (
        select(repeats, func.count(row.event_id.distinct()))
        .join_from(occurrence, event, row.event_id == event.c.id)
        .where(row.owner_id == owner, row.removal_id.is_(None), row.done_on.is_(None), row.day.between(first, last))
        .group_by(repeats)
    )
    return query if premises_id is None else query.where(row.premises_id == premises_id)
