"""A manager reminds the tenants of an object of readings that are missing, each at most once a day."""

import datetime as dt

from domain.estate.leases.lease import LeaseId
from domain.estate.money.booking import tenant_of
from domain.estate.objects.premises import PremisesId
from domain.metering.around import days_of, object_today
from domain.metering.book import books_of
from domain.metering.sharing import in_month
from domain.metering.window import Window
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Action, Person, PersonId
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def remind_of_readings(work: Work, actor: Person, premises_id: PremisesId) -> int:
    """Tell those whose readings of the period that is open, or has closed last, are missing; returns how many."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id, hold=True)
    today = await object_today(work, premises)
    window = days_of(premises).open_or_last(today)
    books = await books_of(work, premises)
    late = [one for one in in_month(books.leases, window.month) if books.missing(window.month, one.id)]
    if not late:
        raise Conflict("Nothing is missing: all readings of {name} are there.", name=premises.name)
    tenants = {one.id: tenant for one in late if (tenant := await tenant_of(work, one)) is not None}
    if not tenants:
        raise Refusal(
            "No tenant of {name} is in the bot yet. Please call them, or enter the readings.", name=premises.name
        )
    told = [await _remind(work, lease_id, tenant, window, today) for lease_id, tenant in tenants.items()]
    if not any(told):
        raise Conflict("The tenants of {name} have been reminded today already.", name=premises.name)
    return await work.commit(sum(told))


async def _remind(work: Work, lease_id: LeaseId, tenant: PersonId, window: Window, today: dt.date) -> bool:
    """Once a day; returns whether it was the first time today."""
    about = f"readings_asked:{lease_id}:{today}"
    if not await work.notifications.first_time(tenant, about):
        return False
    kind = NotificationKind.READINGS_OPEN if window.covers(today) else NotificationKind.READINGS_CLOSED
    data = {"lease_id": lease_id, "month": f"{window.month:%Y-%m}", "closes": window.closes.isoformat()}
    await tell(work, tenant, kind, data, about)
    return True
