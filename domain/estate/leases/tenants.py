"""Who rents by a lease, as its manager knows them."""

from collections.abc import Iterable

from domain.estate.leases.lease import Lease
from domain.estate.parties.party import Party, PartyId
from domain.work import Work


async def tenants_of(work: Work, leases: Iterable[Lease]) -> dict[PartyId, Party]:
    """The tenants of all these leases, by one query however many there are."""
    return {one.id: one for one in await work.estate.parties.many({one.tenant_id for one in leases})}
