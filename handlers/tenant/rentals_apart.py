"""What each of a tenant's rentals is called where one is chosen; two parts of one object are two rentals."""

from collections.abc import Iterable

from bot.speech import Speech
from domain.estate.lease import LeaseId
from domain.estate.my_rentals import Rental
from domain.telling_apart import told_apart


def rentals_apart(t: Speech, rentals: Iterable[Rental]) -> dict[LeaseId, str]:
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
