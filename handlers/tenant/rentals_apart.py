"""What each of a tenant's rentals is called where one is chosen; two parts of one object are two rentals."""

from collections.abc import Iterable

from bot.localization import Localizer
from domain.disambiguation import told_apart
from domain.estate.leases.lease import LeaseId
from domain.estate.leases.my_rentals import Rental


def rentals_apart(t: Localizer, rentals: Iterable[Rental]) -> dict[LeaseId, str]:
    """Two of one name differ by the address, the area or the city, and by a number where even that is the same."""
    return told_apart(
        (
            one.account.lease.id,
            one.account.premises.name,
            (
                one.account.premises.address if one.account.premises.address != one.account.premises.name else None,
                t.area(area) if (area := one.account.lease.area or one.account.premises.area) else None,
                one.account.premises.city,
            ),
        )
        for one in rentals
    )
