"""A month of the calendar: what each day holds, and what the month comes to."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.calendar.event import AHEAD
from domain.calendar.looking import DaySum
from domain.calendar.show_event import objects_of
from domain.calendar.totals import Total
from domain.estate.objects.premises import Premises, PremisesId
from domain.people.person import Action, Person
from domain.refusal import NotFound
from domain.work import Work, query


class Mark(StrEnum):
    """What a day holds; of several the one that needs looking at first."""

    OVERDUE = "overdue"
    BOTH = "both"
    INCOME = "income"
    EXPENSE = "expense"
    REMINDER = "reminder"
    """Something planned without any money."""
    DONE = "done"


_BY_DIRECTION = {
    (True, True): Mark.BOTH,
    (True, False): Mark.INCOME,
    (False, True): Mark.EXPENSE,
    (False, False): Mark.REMINDER,
}
"""The mark of what is planned, by whether money comes and whether it goes."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month in figures."""

    first: dt.date
    today: dt.date
    horizon: dt.date
    """Repeating events are there up to this day."""
    marks: Mapping[dt.date, Mark]
    totals: Mapping[str, Total]
    """By currency, the person's own first."""
    premises: Premises | None
    """The only object that is looked at, if so."""


@query(Action.KEEP_CALENDAR)
async def show_month(
    work: Work, actor: Person, first: dt.date | None = None, *, premises_id: PremisesId | None = None
) -> Month:
    """The month of this day, of one object or of all; the present one unless said otherwise."""
    today = work.now().astimezone(actor.zone).date()
    first = (first or today).replace(day=1)
    after = (first + dt.timedelta(days=32)).replace(day=1)
    premises = (await objects_of(work, actor)).get(premises_id) if premises_id is not None else None
    if premises_id is not None and premises is None:
        raise NotFound
    sums = await work.calendar.sums(actor.id, first, after - dt.timedelta(days=1), premises_id)
    totals: dict[str, Total] = {}
    for code in sorted({one.currency for one in sums}, key=lambda code: (code != actor.currency, code)):
        totals[code] = Total(code)
    for one in sums:
        totals[one.currency] = totals[one.currency].with_day(one, today)
    days: dict[dt.date, list[DaySum]] = {}
    for one in sums:
        days.setdefault(one.day, []).append(one)
    marks = {day: mark_of(of_day, today) for day, of_day in days.items()}
    return Month(first, today, today + AHEAD, marks, totals, premises)


def mark_of(sums: Iterable[DaySum], today: dt.date) -> Mark:
    """The mark of a day with these sums."""
    planned = [one for one in sums if not one.is_done]
    if not planned:
        return Mark.DONE
    if any(one.day < today for one in planned):
        return Mark.OVERDUE
    return _BY_DIRECTION[any(one.income for one in planned), any(one.expense for one in planned)]
