"""A tenant reports a payment made elsewhere; who keeps the object is asked to confirm it."""

import datetime as dt

from domain.estate.leases.lease import LeaseId
from domain.estate.leases.rent import managers_today
from domain.estate.money.booking import MOST_NOTE, must_be_amount, must_be_past
from domain.estate.money.report import PaymentReport, ReportId
from domain.files.sent_by import must_have_sent
from domain.files.stored_file import FileId
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.typed.limits import tidy
from domain.work import Work, effect


@effect(Action.RENT)
async def report_payment(
    work: Work,
    actor: Person,
    lease_id: LeaseId,
    minor: int,
    on: dt.date,
    *,
    note: str | None = None,
    receipt: FileId | None = None,
) -> ReportId:
    """Keep the report for a decision; the same one, while it waits, is not made twice."""
    lease = await work.estate.leases.rented_by(actor.id, lease_id, hold=True)
    must_be_amount(minor, lease.currency)
    must_be_past(on, max(await managers_today(work, lease), work.now().astimezone(actor.zone).date()))
    await must_have_sent(work, actor, receipt)
    if any(one.minor == minor and one.on == on for one in await work.estate.payment_reports.pending([lease.id])):
        raise Refusal("You have reported the same payment already. It waits to be confirmed.")
    report = PaymentReport(
        lease_id=lease.id,
        person_id=actor.id,
        minor=minor,
        currency=lease.currency,
        on=on,
        receipt=receipt,
        note=tidy(note, MOST_NOTE),
        created_at=work.now(),
    )
    await work.estate.payment_reports.save(report)
    premises = await work.estate.premises.get(lease.premises_id)
    data = {"report_id": report.id, "lease_id": lease.id}
    await tell(work, premises.manager_id, NotificationKind.PAYMENT_REPORTED, data, f"reported:{report.id}")
    return await work.commit(report.id)
