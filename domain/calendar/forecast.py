"""What the coming months will bring if everything planned happens; what is overdue already is named apart."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from domain.calendar.draft import YEARS
from domain.calendar.totals import Total, Totals, totals_of
from domain.estate.objects.premises import PremisesId
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.typed.calendar_words import months_later
from domain.work import Work, query

LENGTHS = (3, 6, 12)
"""Months."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The coming months in figures, and what they are made of."""

    totals: Totals
    """From today to the last day; what is planned in them is the forecast, what is done ahead is no more to come."""
    overdue: Mapping[str, Total]
    """What should have happened before, by currency; it is not among the totals."""
    repeating: int
    """How many repeating events the planned is made of, and how many that happen once."""
    single: int


@query(Action.KEEP_CALENDAR)
async def show_forecast(work: Work, actor: Person, months: int, *, premises_id: PremisesId | None = None) -> Forecast:
    """The rest of this month and so many months after it."""
    if months not in LENGTHS:
        raise Refusal("A forecast is for 3, 6 or 12 months.")
    today = work.now().astimezone(actor.zone).date()
    last = months_later(today.replace(day=1), months + 1) - dt.timedelta(days=1)
    repeating, single = await work.calendar.count_planned(actor.id, today, last, premises_id)
    before = await totals_of(work, actor, months_later(today, -12 * YEARS), today - dt.timedelta(days=1), premises_id)
    return Forecast(
        totals=await totals_of(work, actor, today, last, premises_id),
        overdue={code: total for code, total in before.overall.items() if total.overdue},
        repeating=repeating,
        single=single,
    )
