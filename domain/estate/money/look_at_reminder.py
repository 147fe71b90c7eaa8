"""Before a reminder goes out, who sends it sees what will reach whom, and whom it cannot reach."""

from dataclasses import dataclass

from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount, account_of
from domain.estate.money.booking import tenant_of
from domain.estate.money.remind_debtor import asked
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that has not been sent."""

    account: LeaseAccount
    may_manage: bool
    """Whether who looks keeps the object, and so has the tenant's contact."""
    is_reached: bool
    """Whether the tenant is in the bot."""
    is_sent: bool
    """Whether one has been sent today."""


@query(Action.MANAGE_OBJECTS)
async def look_at_reminder(work: Work, actor: Person, lease_id: LeaseId) -> Reminder:
    """What the tenant of a lease that the actor keeps or owns would be reminded of."""
    lease = await work.estate.leases.get(lease_id)
    premises = await work.estate.premises.seen_by(actor.id, lease.premises_id)
    today = work.now().astimezone(actor.zone).date()
    tenant = await tenant_of(work, lease)
    is_sent = tenant is not None and bool(await work.notifications.noted([tenant], [asked(lease.id, today)]))
    account = await account_of(work, lease, today)
    return Reminder(account, actor.may(Action.MANAGE_OBJECTS, at=premises), tenant is not None, is_sent)
