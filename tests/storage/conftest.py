"""What storage tests share: keys, an inbox, an outbox and pieces of work on a fresh database."""

from collections.abc import Awaitable, Callable

import pytest

from domain.matching.deals.rules import MatchRules
from domain.people.meet import Account, meet
from domain.people.person import Person
from storage.database import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.sealing import Sealer
from storage.work import SqlWork
from tests.support.clock import HeldClock

NewWork = Callable[..., SqlWork]
NewPerson = Callable[[str], Awaitable[Person]]


@pytest.fixture
def sealer() -> Sealer:
    return Sealer(bytes(range(32)))


@pytest.fixture
def inbox(database: Database, sealer: Sealer, clock: HeldClock) -> SqlInbox:
    return SqlInbox(database, sealer, clock)


@pytest.fixture
def queue(database: Database, sealer: Sealer, clock: HeldClock) -> SqlOutboxQueue:
    return SqlOutboxQueue(database, sealer, clock)


@pytest.fixture
def new_work(database: Database, sealer: Sealer, clock: HeldClock) -> NewWork:
    """A piece of work, for an update if its origin is given."""

    def new(origin: str | None = None) -> SqlWork:
        return SqlWork(database, sealer, clock, MatchRules(), frozenset(), origin)

    return new


@pytest.fixture
def new_person(new_work: NewWork) -> NewPerson:
    """Somebody who has talked to the bot."""
    known = 0

    async def new(first_name: str) -> Person:
        nonlocal known
        known += 1
        person = await meet(new_work(), Account(1000 + known, first_name, None, None, "ru"))
        assert person is not None
        return person

    return new
