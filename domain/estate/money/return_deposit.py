"""A manager hands the deposit, or a part of it, back in money; a debt stays what it is."""

from domain.estate.leases.lease import LeaseId
from domain.estate.leases.rent import managers_today
from domain.estate.money.account import HANDED_BACK, LeaseAccount, account_of
from domain.estate.money.booking import book_payment, must_be_amount, tell_of_payment
from domain.ledger.entry import Article, Entry, EntryId, EntryKind, Method, account_of_lease
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect


class DebtChanged(Conflict):
    """What is owed, or billed ahead, is not what the manager has looked at; `account` has it as it is now."""

    def __init__(self, account: LeaseAccount, said: Refusal) -> None:
        super().__init__(said.message, **said.facts)
        self.account = account


@effect(Action.MANAGE_OBJECTS)
async def return_deposit(
    work: Work, actor: Person, lease_id: LeaseId, minor: int, *, seen: tuple[int, int] | None = None
) -> EntryId:
    """Book that `minor` minor units of the deposit were handed back; `Conflict` if less is held by now.

    `seen` is what was owed and billed ahead when the manager decided; `DebtChanged` if either is another by now.
    """
    lease = await work.estate.leases.managed_by(actor.id, lease_id, hold=True)
    must_be_amount(minor, lease.currency)
    today = await managers_today(work, lease)
    account = await account_of(work, lease, today)
    if seen is not None and seen != (account.owed.minor, account.billed_ahead.minor):
        raise DebtChanged(account, Refusal("What is owed has changed meanwhile. Please look once more."))
    held = account.deposit_held
    if held.minor <= 0:
        raise Conflict("No deposit is held any more.")
    if minor > held.minor:
        raise Conflict("Of this deposit at most {most} can be handed back.", most=held)
    handed = Entry(
        account=account_of_lease(lease.id),
        kind=EntryKind.CHARGE,
        on=today,
        minor=minor,
        currency=lease.currency,
        booked_at=work.now(),
        booked_by=actor.id,
        article=Article.DEPOSIT,
        arithmetic={HANDED_BACK: True},
    )
    payment = await book_payment(work, lease, minor=minor, on=today, method=Method.DEPOSIT, by=actor.id, settles=handed)
    await tell_of_payment(work, lease, payment, by=actor.id)
    return await work.commit(payment.id)
