"""What a landlord begins the day with: how much is let, what this month brings, which lease ends next."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from domain.estate.lease import Lease
from domain.estate.money.account import accounts_of
from domain.estate.occupancy import by_premises, let_area, running
from domain.estate.party import Party, PartyKind
from domain.estate.premises import Premises
from domain.estate.this_month import MonthOfMoney, months_by_currency
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class EstateHome:
    """The figures of today, over all objects that are not in the archive; debts of ended leases included."""

    today: dt.date
    objects: int
    let: int
    """Objects of which something is let today."""
    whole_area: int
    let_area: int
    """Of those whose area is known."""
    months: Sequence[MonthOfMoney]
    next_end: tuple[Lease, Premises] | None
    """The lease of today that ends first."""
    managers: tuple[Party, ...]
    """As whom the person is looked after by managers: the parties to write to them as."""
    keeps_any: bool
    """Whether any of the objects is kept by the person alone."""


@query(Action.KEEP_ESTATE)
async def show_home(work: Work, actor: Person) -> EstateHome:
    """Over the objects that the actor keeps or owns."""
    today = work.now().astimezone(actor.zone).date()
    estate = await work.estate.all_seen_by(actor.id)
    known = {one.id: one for one in estate}
    leases = [one for one in await work.leases.of_premises(known.keys()) if not one.is_void] if known else []
    of_each = by_premises(leases)
    here = running(leases, today)
    ending = min((one for one in here if one.ends_on is not None), key=_end, default=None)
    parties = await work.parties.acting(actor.id, PartyKind.OWNER)
    return EstateHome(
        today=today,
        objects=len(estate),
        let=len({one.premises_id for one in here}),
        whole_area=sum(one.area or 0 for one in estate),
        let_area=sum(let_area(one, of_each[one.id], today) for one in estate),
        months=months_by_currency(await accounts_of(work, leases, today)) if leases else (),
        next_end=(ending, known[ending.premises_id]) if ending is not None else None,
        managers=tuple(one for one in parties if one.keeper_id != actor.id),
        keeps_any=any(one.keeper_id == actor.id for one in estate),
    )


def _end(lease: Lease) -> dt.date:
    return lease.ends_on or dt.date.max
