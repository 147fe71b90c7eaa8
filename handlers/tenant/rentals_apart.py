"""What each of a tenant's rentals is called where one is chosen; two parts of one object are two rentals."""

from collections.abc import Iterable

from bot.lists.object_labels import facts_of
from bot.localization import Localizer
from domain.disambiguation import told_apart
from domain.estate.leases.lease import LeaseId
from domain.estate.leases.my_rentals import Rental


def rentals_apart(t: Localizer, rentals: Iterable[Rental]) -> dict[LeaseId, str]:
    """Two of one name differ by the address, the area or the city, and by a number where even that is the same."""
    accounts = [one.account for one in rentals]
    return told_apart((one.lease.id, one.premises.name, facts_of(t, one.premises, one.lease.area)) for one in accounts)
