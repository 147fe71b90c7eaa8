"""Who rents any of one's objects now, and who has left and still owes: a page at a time, by object (OT8)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from domain.estate.analytics.whose import Whose, scope_of
from domain.estate.leases.lease import Lease
from domain.estate.leases.show_lease import LeaseView, view_of
from domain.estate.money.account import accounts_of
from domain.estate.objects.list_premises import natural
from domain.ledger.entry import account_of_lease
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class TenantPage:
    """A page, and how many there are in all."""

    items: tuple[LeaseView, ...]
    total: int
    manages_any: bool
    """Whether any of them is the actor's own to keep, or nobody rents anything."""


@query(Action.MANAGE_OBJECTS)
async def all_tenants(work: Work, actor: Person, *, offset: int = 0, limit: int = 4) -> TenantPage:
    """Over all the objects of the actor, as an owner or as a manager, whichever is in front."""
    scope = await scope_of(work, actor, Whose(), 0)
    names = {one.id: one for one in scope.objects}
    shown = await _with_us(work, await work.estate.leases.of_premises(names.keys()), scope.today) if names else []
    shown.sort(key=lambda one: (natural(names[one.premises_id].name), one.starts_on, one.id))
    accounts = await accounts_of(work, shown[offset : offset + limit], scope.today)
    views = [await view_of(work, actor, names[one.lease.premises_id], one) for one in accounts]
    managers = {names[one.premises_id].manager_id for one in shown}
    return TenantPage(tuple(views), len(shown), not shown or actor.id in managers)


async def _with_us(work: Work, leases: Iterable[Lease], today: dt.date) -> list[Lease]:
    """The leases that run, and those that are over or to come and have something overdue."""
    valid = [one for one in leases if not one.is_void]
    late = await work.estate.figures.overdue([account_of_lease(one.id) for one in valid], today) if valid else {}
    return [one for one in valid if one.covers(today) or account_of_lease(one.id) in late]
