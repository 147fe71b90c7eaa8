"""Rent falls due: what is due by the manager's calendar is charged, and who has not paid is reminded, each once."""

import logging
from collections.abc import Callable

from domain.estate.leases.lease import LeaseId
from domain.estate.leases.rent import book_due_rent, rent_to_book
from domain.estate.money.reminded import Reminded
from domain.estate.money.reminders import look_at_leases, nothing_to_tell, remind
from domain.work import Work

log = logging.getLogger(__name__)

BATCH = 200


async def book_rent(new_work: Callable[[], Work]) -> int:
    """Charge every month that is due; a lease that fails is tried again at the next tick, and stops no other one."""
    booked = 0
    after: LeaseId | None = LeaseId(0)
    while after is not None:
        due, after = await rent_to_book(new_work(), after, BATCH)
        for one in due:
            try:
                booked += await book_due_rent(new_work(), one.lease_id)
            except Exception:
                log.exception("the rent of lease %d is not booked", one.lease_id)
    return booked


async def remind_of_rent(new_work: Callable[[], Work]) -> int:
    """Tell tenants what they have to pay, then managers what was not paid; returns how many were told."""
    return sum([await _remind(new_work, whom) for whom in Reminded])


async def _remind(new_work: Callable[[], Work], whom: Reminded) -> int:
    told = 0
    tried: set[LeaseId] = set()
    while looked := await look_at_leases(new_work(), whom, BATCH):
        if looked.quiet:
            await nothing_to_tell(new_work(), looked)
        elif tried.issuperset(looked.to_tell):
            break
        for one in set(looked.to_tell) - tried:
            try:
                told += await remind(new_work(), whom, one)
            except Exception:
                log.exception("nobody is reminded of lease %d", one)
        tried.update(looked.to_tell)
    return told
