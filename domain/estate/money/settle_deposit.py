"""At the end a keeper settles the deposit: part of it pays what is owed, the rest is handed back, both on one day."""

from domain.estate.lease import LeaseId
from domain.estate.money.account import HANDED_BACK, account_of
from domain.estate.money.booking import book_payment, tell_of_payment
from domain.estate.rent import keepers_today
from domain.ledger.entry import Article, Entry, EntryId, EntryKind, Method, account_of_lease
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect


@effect(Action.KEEP_ESTATE)
async def settle_deposit(work: Work, actor: Person, lease_id: LeaseId, back: int) -> EntryId:
    """Put the deposit into the account, and hand `back` minor units of what no charge needs."""
    lease = await work.leases.kept_by(actor.id, lease_id, hold=True)
    today = await keepers_today(work, lease)
    before = await account_of(work, lease, today)
    held = before.deposit_held.minor
    if held <= 0:
        raise Conflict("No deposit is held any more.")
    if any(one.owed and one.charge.article is Article.DEPOSIT for one in before.statement.charges):
        raise Refusal("The deposit has not been paid in full. Take its charge back, and what was paid counts as rent.")
    payment = await book_payment(work, lease, minor=held, on=today, method=Method.DEPOSIT, by=actor.id)
    free = (await account_of(work, lease, today)).statement.advance
    if not 0 <= back <= min(held, free):
        raise Refusal("Of this deposit at most {most} can be handed back.", most=before.money(max(0, min(held, free))))
    if back:
        handed = Entry(
            account=account_of_lease(lease.id),
            kind=EntryKind.CHARGE,
            on=today,
            minor=back,
            currency=lease.currency,
            booked_at=work.now(),
            booked_by=actor.id,
            article=Article.DEPOSIT,
            arithmetic={HANDED_BACK: True},
        )
        await work.ledger.add(handed)
    await tell_of_payment(work, lease, payment, by=actor.id)
    return await work.commit(payment.id)
