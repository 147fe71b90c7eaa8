"""A manager confirms that a reported payment has come, perhaps of another amount, or says that it has not."""

from domain.estate.leases.lease import Lease
from domain.estate.leases.rent import managers_today
from domain.estate.money.booking import MOST_NOTE, book_payment, tell_of_payment
from domain.estate.money.report import PaymentReport, ReportId, ReportStatus
from domain.ledger.entry import EntryId, Method
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.typed.limits import tidy
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def confirm_report(work: Work, actor: Person, report_id: ReportId, minor: int | None = None) -> EntryId:
    """Book the payment, once however often it is asked for; the tenant is told the new balance."""
    report, lease = await _held(work, actor, report_id)
    report.must_be_open()
    payment = await book_payment(
        work,
        lease,
        minor=report.minor if minor is None else minor,
        on=min(report.on, await managers_today(work, lease)),
        method=Method.BANK,
        by=actor.id,
        key=f"report:{report.id}",
        receipt=report.receipt,
        arithmetic={"reported": report.minor},
    )
    report.status, report.decided_at, report.entry_id = ReportStatus.CONFIRMED, work.now(), payment.id
    await work.estate.payment_reports.save(report)
    await tell_of_payment(work, lease, payment, by=actor.id)
    return await work.commit(payment.id)


@effect(Action.MANAGE_OBJECTS)
async def decline_report(work: Work, actor: Person, report_id: ReportId, reason: str) -> ReportId:
    """Say why it does not count; the tenant is told. It can still be confirmed when the money comes."""
    report, _ = await _held(work, actor, report_id)
    report.must_be_open()
    if report.status is ReportStatus.DECLINED:
        raise Conflict("You have said already that it has not come, {moment}.", moment=report.decided_at)
    why = tidy(reason, MOST_NOTE)
    if why is None:
        raise Refusal("Say in a few words why, for example: no money has come.")
    report.status, report.decided_at, report.reason = ReportStatus.DECLINED, work.now(), why
    await work.estate.payment_reports.save(report)
    data = {"report_id": report.id, "lease_id": report.lease_id}
    await tell(work, report.person_id, NotificationKind.PAYMENT_DECLINED, data, f"declined:{report.id}")
    return await work.commit(report.id)


async def _held(work: Work, actor: Person, report_id: ReportId) -> tuple[PaymentReport, Lease]:
    report = await work.estate.payment_reports.get(report_id)
    lease = await work.estate.leases.managed_by(actor.id, report.lease_id, hold=True)
    return await work.estate.payment_reports.get(report_id, hold=True), lease
