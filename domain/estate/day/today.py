"""What needs doing today about the objects that somebody keeps: six counts, for a manager's or landlord's home."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from domain.estate.parties.party import ShownParties
from domain.money import Money
from domain.people.person import Action, Person
from domain.work import Work, query

SOON = dt.timedelta(days=60)
"""Time enough to agree on another term, or to find another tenant."""


@dataclass(frozen=True, slots=True)
class Today:
    """The counts as of now, and how much there is in all."""

    day: dt.date
    objects: int
    owners: int
    tenants: int
    readings: int
    """Objects that lack readings of the period that is open, or has closed last."""
    overdue: int
    """Leases for which something should have been paid before today."""
    overdue_sums: tuple[Money, ...]
    """One a currency."""
    ending: int
    """Leases that end within `SOON`."""
    reports: int
    """Payments that tenants say they have made."""
    letters: int
    """Conversations that wait for an answer."""
    invitations: int
    """Owners and tenants who have not joined yet."""

    @property
    def is_quiet(self) -> bool:
        """Whether nothing needs doing."""
        return not any((self.readings, self.overdue, self.ending, self.reports, self.letters, self.invitations))


@query(Action.MANAGE_OBJECTS)
async def today(work: Work, actor: Person) -> Today:
    """The actor's own day, by a query for each count."""
    day = work.now().astimezone(actor.zone).date()
    debts = await work.estate.agenda.debts(actor.id, day)
    people = await work.estate.parties.counted(actor.id)
    return Today(
        day=day,
        objects=await work.estate.agenda.objects(actor.id),
        owners=people[ShownParties.OWNERS],
        tenants=people[ShownParties.TENANTS],
        readings=await _without_readings(work, actor, day),
        overdue=len(debts),
        overdue_sums=sums(one.owed for one in debts),
        ending=len(await work.estate.agenda.ending(actor.id, day, day + SOON)),
        reports=await work.estate.payment_reports.count_waiting_for(actor.id),
        letters=(await work.letters.counted(actor.id)).waiting,
        invitations=people[ShownParties.INVITED],
    )


async def _without_readings(work: Work, actor: Person, day: dt.date) -> int:
    counted = 0
    for days in await work.estate.agenda.reading_days(actor.id):
        counted += await work.estate.agenda.unread(actor.id, days, days.open_or_last(day))
    return counted


def sums(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """What it is in all, currency by currency."""
    totals: dict[str, int] = {}
    for one in amounts:
        totals[one.currency] = totals.get(one.currency, 0) + one.minor
    return tuple(Money(minor, currency) for currency, minor in totals.items())
