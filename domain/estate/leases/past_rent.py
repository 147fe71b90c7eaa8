"""A lease that began before it was entered: whether the months that have fallen due since then were paid."""

from enum import StrEnum

from domain.estate.leases.lease import Lease
from domain.estate.money.booking import book_payment
from domain.estate.money.settling import statement_of
from domain.ledger.entry import Article, Method
from domain.people.person import PersonId
from domain.work import Work


class PastRent(StrEnum):
    """What the manager says of the months before."""

    PAID = "paid"
    """Each on its due day."""
    OPEN = "open"
    """Not, or the payments are entered one by one."""


async def note_past_rent(work: Work, lease: Lease, past: PastRent, by: PersonId) -> None:
    """Book a payment for each month that fell due before today, on its due day, if all were paid."""
    if past is not PastRent.PAID:
        return
    today = work.now().astimezone((await work.people.get(by)).zone).date()
    account = await statement_of(work, lease, today)
    for one in account.charges:
        charge = one.charge
        if charge.article is Article.RENT and one.owed > 0 and charge.on < today:
            await book_payment(work, lease, minor=one.owed, on=charge.on, method=Method.BANK, by=by)
