"""A tenant withdraws a report of a payment that nobody has decided on yet; who was asked to confirm it is told."""

from domain.estate.money.report import ReportId, ReportStatus
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Action, Person
from domain.refusal import Conflict, NotFound
from domain.work import Work, effect


@effect(Action.RENT)
async def withdraw_report(work: Work, actor: Person, report_id: ReportId) -> ReportId:
    """Take the actor's own report back; `Conflict` if it was decided on or withdrawn."""
    report = await work.estate.payment_reports.get(report_id)
    if report.person_id != actor.id:
        raise NotFound
    lease = await work.estate.leases.get(report.lease_id, hold=True)
    report = await work.estate.payment_reports.get(report_id, hold=True)
    if report.status is ReportStatus.WITHDRAWN:
        raise Conflict("You have withdrawn this report already, {moment}.", moment=report.decided_at)
    if report.status is not ReportStatus.PENDING:
        raise Conflict("This report has been answered already, {moment}.", moment=report.decided_at)
    report.status, report.decided_at = ReportStatus.WITHDRAWN, work.now()
    await work.estate.payment_reports.save(report)
    manager = (await work.estate.premises.get(lease.premises_id)).manager_id
    data = {"report_id": report.id, "lease_id": lease.id}
    await tell(work, manager, NotificationKind.PAYMENT_REPORTED, data, f"withdrawn:{report.id}")
    return await work.commit(report.id)
