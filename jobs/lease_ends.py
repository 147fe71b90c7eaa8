"""The ends of leases are told in good time; offers to realtors follow what is let and what becomes vacant."""

import logging
from collections.abc import Callable

from domain.estate.leases.lease import LeaseId
from domain.estate.leases.tell_lease_ends import leases_to_tell_of, tell_lease_ends
from domain.estate.objects.keep_offers import look_at_offer, offers_to_look_at
from domain.estate.objects.premises import PremisesId
from domain.work import Work

log = logging.getLogger(__name__)

BATCH = 200


async def tell_of_lease_ends(new_work: Callable[[], Work]) -> int:
    """Tell whoever is to be told by now; a lease that fails is tried again at the next tick, and stops no other one."""
    told = 0
    after = LeaseId(0)
    while leases := await leases_to_tell_of(new_work(), after, BATCH):
        after = leases[-1]
        for one in leases:
            try:
                told += await tell_lease_ends(new_work(), one)
            except Exception:
                log.exception("nobody is told that lease %d ends", one)
    return told


async def keep_offers(new_work: Callable[[], Work]) -> int:
    """Put away what is let, and propose to offer what has become vacant; returns how many of either."""
    done = 0
    after = PremisesId(0)
    while objects := await offers_to_look_at(new_work(), after, BATCH):
        after = objects[-1]
        for one in objects:
            try:
                done += await look_at_offer(new_work(), one)
            except Exception:
                log.exception("the offer of object %d does not follow", one)
    return done
