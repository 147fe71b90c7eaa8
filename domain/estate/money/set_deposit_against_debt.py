"""A manager sets the deposit, or a part of it, against what is owed; what is left of it stays held."""

from domain.estate.leases.lease import LeaseId
from domain.estate.leases.rent import managers_today
from domain.estate.money.account import account_of
from domain.estate.money.booking import book_payment, must_be_amount, tell_of_payment
from domain.ledger.entry import Article, EntryId, Method
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def set_deposit_against_debt(work: Work, actor: Person, lease_id: LeaseId, minor: int) -> EntryId:
    """Pay `minor` minor units of what is due out of the deposit; `Conflict` if less is held or due by now."""
    lease = await work.estate.leases.managed_by(actor.id, lease_id, hold=True)
    must_be_amount(minor, lease.currency)
    today = await managers_today(work, lease)
    account = await account_of(work, lease, today)
    if account.deposit_held.minor <= 0:
        raise Conflict("No deposit is held any more.")
    if any(one.owed and one.charge.article is Article.DEPOSIT for one in account.statement.charges):
        raise Refusal("The deposit has not been paid in full. Take its charge back, and what was paid counts as rent.")
    if minor > account.deposit_for_debt.minor:
        raise Conflict("By now at most {most} of the deposit pays what is owed.", most=account.deposit_for_debt)
    payment = await book_payment(work, lease, minor=minor, on=today, method=Method.DEPOSIT, by=actor.id)
    await tell_of_payment(work, lease, payment, by=actor.id)
    return await work.commit(payment.id)
