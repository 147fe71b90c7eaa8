"""A manager takes back what was booked by mistake: the row stays, another one cancels it and says why."""

from domain.estate.leases.lease import LeaseId
from domain.estate.money.booking import MOST_NOTE, tell_tenant_of_entry
from domain.estate.money.settling import settle_account
from domain.ledger.entry import EntryId, account_of_lease
from domain.ledger.reversal import reversal_of
from domain.notifications.notification import NotificationKind
from domain.people.person import Action, Person
from domain.refusal import Conflict, NotFound, Refusal
from domain.typed.limits import tidy
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def reverse_entry(work: Work, actor: Person, lease_id: LeaseId, entry_id: EntryId, reason: str) -> EntryId:
    """Take back an entry of a lease that the actor keeps; the tenant is told."""
    lease = await work.estate.leases.managed_by(actor.id, lease_id, hold=True)
    rows = await work.ledger.of([account_of_lease(lease.id)])
    entry = next((one for one in rows if one.id == entry_id), None)
    if entry is None:
        raise NotFound
    if entry.reverses is not None:
        raise Refusal("This row only takes another one back. Book the right amount instead.")
    before = next((one for one in rows if one.reverses == entry.id), None)
    if before is not None:
        raise Conflict("This has been taken back already, {moment}.", moment=before.booked_at)
    why = tidy(reason, MOST_NOTE)
    if why is None:
        raise Refusal("Say in a few words why, for example: entered twice.")
    reversal = reversal_of(entry, booked_at=work.now(), booked_by=actor.id, note=why)
    await work.ledger.add(reversal)
    await settle_account(work, lease)
    key = f"reversed:{entry.id}"
    await tell_tenant_of_entry(work, lease, NotificationKind.PAYMENT_REVERSED, entry, key, by=actor.id)
    return await work.commit(reversal.id)
