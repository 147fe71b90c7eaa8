"""Who keeps or owns an object reminds its tenant of what is overdue, at most once a day."""

import datetime as dt

from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import account_of
from domain.estate.money.booking import tenant_of
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def remind_debtor(work: Work, actor: Person, lease_id: LeaseId) -> LeaseId:
    """Tell the tenant of the lease what they owe; a `Refusal` says why they are not told."""
    await remind_by_hand(work, actor, lease_id)
    return await work.commit(lease_id)


async def remind_by_hand(work: Work, actor: Person, lease_id: LeaseId) -> None:
    """The same in the present transaction."""
    lease = await work.estate.leases.get(lease_id, hold=True)
    await work.estate.premises.seen_by(actor.id, lease.premises_id)
    today = work.now().astimezone(actor.zone).date()
    account = await account_of(work, lease, today)
    name = account.tenant.name
    if account.owed.minor <= 0:
        raise Conflict("{name} owes nothing by now.", name=name)
    tenant = await tenant_of(work, lease)
    if tenant is None:
        raise Refusal("{name} is not in the bot yet. Please call or invite them.", name=name)
    if not await work.notifications.first_time(tenant, asked(lease.id, today)):
        raise Conflict("{name} has been reminded today already. Once a day is enough.", name=name)
    await tell(work, tenant, NotificationKind.DEBT_REMINDED, {"lease_id": lease.id}, asked(lease.id, today))


def asked(lease_id: LeaseId, today: dt.date) -> str:
    """Under what it is noted that a tenant has been reminded by hand on this day."""
    return f"asked:{lease_id}:{today}"
