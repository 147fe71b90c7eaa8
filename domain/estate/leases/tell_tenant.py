"""A tenant who has joined is told when a lease is added for them, its rent changes, or it ends sooner than agreed."""

from enum import StrEnum
from typing import Any

from domain.estate.leases.lease import Lease
from domain.estate.money.booking import tenant_of
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.work import Work


class Change(StrEnum):
    """What has become of a lease."""

    ADDED = "added"
    RENT = "rent"
    ENDED = "ended"
    CALLED_OFF = "called_off"


async def tell_tenant(work: Work, lease: Lease, change: Change, **facts: Any) -> None:
    """Tell the tenant, in the present transaction; `facts` are JSON-ready."""
    tenant = await tenant_of(work, lease)
    if tenant is None:
        return
    data = {"lease_id": lease.id, "change": change, **facts}
    await tell(
        work, tenant, NotificationKind.RENTAL_CHANGED, data, f"rental:{lease.id}:{change}:{work.now().isoformat()}"
    )
