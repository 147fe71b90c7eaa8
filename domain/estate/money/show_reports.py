"""Reports of payments: those that wait for a manager, and one of them as whoever it concerns sees it."""

from dataclasses import dataclass

from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount, account_of, accounts_of
from domain.estate.money.report import PaymentReport, ReportId
from domain.people.person import Action, Person
from domain.refusal import NotFound
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report with the account that it is about, as it is now."""

    report: PaymentReport
    account: LeaseAccount


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """Some of the reports, and how many there are in all."""

    items: tuple[ReportView, ...]
    total: int


@query(Action.MANAGE_OBJECTS)
async def list_reports(work: Work, actor: Person, *, offset: int = 0, limit: int = 5) -> ReportsPage:
    """What waits for the actor's decision, the oldest first."""
    reports = await work.estate.payment_reports.waiting_for(actor.id, offset=offset, limit=limit)
    leases = {one.id: one for one in await work.estate.leases.many({report.lease_id for report in reports})}
    today = work.now().astimezone(actor.zone).date()
    accounts = {one.lease.id: one for one in await accounts_of(work, list(leases.values()), today)}
    views = tuple(ReportView(one, accounts[one.lease_id]) for one in reports)
    return ReportsPage(views, await work.estate.payment_reports.count_waiting_for(actor.id))


@query(Action.USE_BOT)
async def show_report(work: Work, actor: Person, report_id: ReportId) -> ReportView:
    """A report that the actor has made or has to decide on, or `NotFound`."""
    report = await work.estate.payment_reports.get(report_id)
    lease = await work.estate.leases.get(LeaseId(report.lease_id))
    premises = await work.estate.premises.get(lease.premises_id)
    if actor.id not in (report.person_id, premises.manager_id):
        raise NotFound
    return ReportView(report, await account_of(work, lease, work.now().astimezone(actor.zone).date()))
