"""A platform admin sees how the platform is doing, and gives updates that were set aside another try."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from domain.delivery import Inbox, OutboxQueue
from domain.people.person import Action, Person, Role
from domain.work import Work, query

IN_HAND = dt.timedelta(minutes=1)
"""What came in so recently is being worked on, this very question among it."""


@dataclass(frozen=True, slots=True)
class PlatformStatus:
    """How the platform is doing."""

    people: Mapping[Role | None, int]
    """By role; None counts those without any."""
    oldest_waiting: dt.datetime | None
    """When the update arrived that has waited the longest, if any has waited for long."""
    set_aside: int
    """Updates that failed three times."""
    on_their_way: int
    """Messages to send, those for later included."""
    undeliverable: int


@query(Action.ADMINISTER)
async def status(work: Work, _actor: Person, inbox: Inbox, queue: OutboxQueue) -> PlatformStatus:
    """Count what an admin should know."""
    oldest = await inbox.oldest_waiting()
    return PlatformStatus(
        people=await work.people.count_by_role(),
        oldest_waiting=oldest if oldest is not None and work.now() - oldest >= IN_HAND else None,
        set_aside=await inbox.quarantined(),
        on_their_way=await queue.waiting(),
        undeliverable=await queue.dead(),
    )


@query(Action.ADMINISTER)
async def try_again(_work: Work, _actor: Person, inbox: Inbox) -> int:
    """Give what was set aside another try; returns how many updates."""
    return await inbox.redrive()
