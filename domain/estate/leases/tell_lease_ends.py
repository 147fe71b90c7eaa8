"""That a lease ends is told 60, 30 and 7 days before, once each: to the manager, the owner and the tenant.

Each person is told at nine of their own morning, or as soon as possible after it; a lease that was prolonged meanwhile
is told of anew, by its new last day.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from domain.estate.leases.lease import Lease, LeaseId
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import PersonId
from domain.work import Work

MORNING = 9
"""The hour of a person's own day from which they are told."""
LATE = dt.timedelta(days=3)
"""After a stop so long this notice is no longer worth telling; the next one will be."""
Side = Literal["manager", "owner", "tenant"]
"""As whom somebody is told: what they can do about it differs."""


async def leases_to_tell_of(work: Work, after: LeaseId, limit: int) -> list[LeaseId]:
    """Some of the leases whose end may have to be told by now, by id."""
    async with work.reading():
        furthest_east = work.now() + dt.timedelta(hours=14)
        return await work.estate.leases.with_notice_due(furthest_east.date(), after, limit)


async def tell_lease_ends(work: Work, lease_id: LeaseId) -> int:
    """Tell whoever is to be told by now; returns how many were."""
    async with work.writing("tell_lease_ends"):
        lease = await work.estate.leases.get(lease_id, hold=True)
        if lease.notice_on is None or lease.ends_on is None:
            return 0
        told, waiting = 0, False
        for person_id, side in (await _concerned(work, lease)).items():
            person = await work.people.get(person_id)
            local = work.now().astimezone(person.zone)
            if local.date() > lease.notice_on + LATE:
                continue
            if local.date() < lease.notice_on or local.hour < MORNING:
                waiting = True
            else:
                told += await _tell(work, lease, person_id, side)
        if not waiting:
            await work.estate.leases.plan_notice(lease, lease.next_notice(lease.notice_on))
        await work.commit(None)
        return told


async def _concerned(work: Work, lease: Lease) -> Mapping[PersonId, Side]:
    """Who is told, each once, by what they can do about it."""
    premises = await work.estate.premises.get(lease.premises_id)
    owner, tenant = await work.estate.parties.get(premises.owner_id), await work.estate.parties.get(lease.tenant_id)
    concerned: dict[PersonId, Side] = {premises.manager_id: "manager"}
    if owner.person_id is not None and owner.is_present:
        concerned.setdefault(owner.person_id, "owner")
    if tenant.person_id is not None and tenant.is_present:
        concerned.setdefault(tenant.person_id, "tenant")
    return concerned


async def _tell(work: Work, lease: Lease, person_id: PersonId, side: Side) -> bool:
    if lease.notice_on is None or lease.ends_on is None:
        return False
    about = f"lease_ends:{lease.id}:{lease.ends_on}:{(lease.ends_on - lease.notice_on).days}"
    if not await work.notifications.first_time(person_id, about):
        return False
    kind = NotificationKind.RENTAL_ENDS if side == "tenant" else NotificationKind.LEASE_ENDS
    data = {"lease_id": lease.id, "as": side, "ends_on": lease.ends_on.isoformat()}
    await tell(work, person_id, kind, data, f"{about}:{person_id}")
    return True
