"""An object's day begins: its tenants are reminded of readings, complete months are billed, verifications announced."""

import logging
from collections.abc import Callable

from domain.estate.objects.premises import PremisesId
from domain.metering.look_at_objects import look_at_object, objects_to_look_at
from domain.work import Work

log = logging.getLogger(__name__)

BATCH = 200


async def look_at_readings(new_work: Callable[[], Work]) -> int:
    """Look at every object whose day has begun; one that fails is tried again at the next tick, and stops no other."""
    tried: set[PremisesId] = set()
    while due := [one for one in await objects_to_look_at(new_work(), BATCH + len(tried)) if one not in tried]:
        for one in due:
            tried.add(one)
            try:
                await look_at_object(new_work(), one)
            except Exception:
                log.exception("the readings of object %d are not looked at", one)
    return len(tried)
