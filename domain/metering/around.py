"""Whose day it is at an object, when its readings are taken, and when its manager's next day begins."""

import datetime as dt

from domain.estate.objects.premises import Premises
from domain.metering.window import Days
from domain.work import Work


async def object_today(work: Work, premises: Premises) -> dt.date:
    """Which day it is for who keeps the object."""
    manager = await work.people.get(premises.manager_id)
    return work.now().astimezone(manager.zone).date()


def days_of(premises: Premises) -> Days:
    """The days of every month on which the object's readings are taken."""
    return Days(premises.readings_from_day, premises.readings_until_day)


async def watch_object(work: Work, premises: Premises) -> None:
    """Have the object's readings looked at from the manager's next midnight on."""
    manager = await work.people.get(premises.manager_id)
    tomorrow = work.now().astimezone(manager.zone).date() + dt.timedelta(days=1)
    midnight = dt.datetime.combine(tomorrow, dt.time(), tzinfo=manager.zone)
    await work.metering.meters.watch(premises.id, midnight.astimezone(dt.UTC))
