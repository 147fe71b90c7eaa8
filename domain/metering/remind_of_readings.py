"""A manager reminds the tenants of an object of readings that are missing, each at most once a day."""

from domain.estate.money.booking import tenant_of
from domain.estate.objects.premises import PremisesId
from domain.metering.around import days_of, object_today
from domain.metering.book import books_of
from domain.metering.sharing import in_month
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def remind_of_readings(work: Work, actor: Person, premises_id: PremisesId) -> int:
    """Tell those whose readings of the period that is open, or has closed last, are missing; returns how many."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id, hold=True)
    today, days = await object_today(work, premises), days_of(premises)
    window = days.open_on(today) or days.last_closed(today)
    books = await books_of(work, premises)
    late = [one for one in in_month(books.leases, window.month) if books.missing(window.month, one.id)]
    if not late:
        raise Conflict("Nothing is missing: all readings of {name} are there.", name=premises.name)
    tenants = {one.id: tenant for one in late if (tenant := await tenant_of(work, one)) is not None}
    if not tenants:
        raise Refusal(
            "No tenant of {name} is in the bot yet. Please call them, or enter the readings.", name=premises.name
        )
    kind = NotificationKind.READINGS_OPEN if window.covers(today) else NotificationKind.READINGS_CLOSED
    told = 0
    for lease_id, tenant in tenants.items():
        about = f"readings_asked:{lease_id}:{today}"
        if await work.notifications.first_time(tenant, about):
            month = f"{window.month:%Y-%m}"
            data = {"lease_id": lease_id, "month": month, "closes": window.closes.isoformat()}
            await tell(work, tenant, kind, data, about)
            told += 1
    if not told:
        raise Conflict("The tenants of {name} have been reminded today already.", name=premises.name)
    return await work.commit(told)
