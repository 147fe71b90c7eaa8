"""The outbox: one message a cause, one at a time to a person, and what becomes of it when its sender dies."""

import asyncio
import datetime as dt

import pytest
from sqlalchemy import text

from domain.delivery import Importance, Push
from domain.people.person import Person
from storage.database import Database
from storage.outbox import LEASE, SqlOutboxQueue
from storage.sealing import Sealer
from tests.storage.conftest import NewPerson, NewWork
from tests.support.clock import HeldClock


def about(to: Person, key: str, **more: object) -> Push:
    return Push(to=to.id, kind="test", data={"key": key}, dedup_key=key, **more)  # type: ignore[arg-type]


@pytest.fixture
def tell(new_work: NewWork):  # type: ignore[no-untyped-def]
    async def tell(*pushes: Push) -> None:
        work = new_work()
        async with work.writing("tell"):
            for push in pushes:
                await work.outbox.add(push)
            await work.commit(None)

    return tell


async def claimed(queue: SqlOutboxQueue, limit: int = 10) -> list[str]:
    return [outgoing.data["key"] for outgoing in await queue.claim(limit)]


async def test_a_message_is_kept_only_with_its_cause(
    queue: SqlOutboxQueue, new_work: NewWork, new_person: NewPerson
) -> None:
    anna = await new_person("Анна")
    work = new_work()
    async with work.writing("tell"):
        await work.outbox.add(about(anna, "a"))
    assert await claimed(queue) == []


async def test_one_cause_is_told_once(queue: SqlOutboxQueue, tell, new_person: NewPerson) -> None:  # type: ignore[no-untyped-def]
    anna = await new_person("Анна")
    await tell(about(anna, "a"), about(anna, "a"))
    await tell(about(anna, "a"))
    outgoing_messages = await queue.claim(10)
    assert [(one.to, one.chat_id, one.kind, one.data, one.attempts) for one in outgoing_messages] == [
        (anna.id, anna.telegram_id, "test", {"key": "a"}, 1)
    ]
    await queue.settle([(outgoing_messages[0].id, 77)], [])
    await tell(about(anna, "a"))
    assert await claimed(queue) == []


async def test_each_person_gets_one_message_at_a_time_oldest_first(  # type: ignore[no-untyped-def]
    queue: SqlOutboxQueue, tell, new_person: NewPerson
) -> None:
    anna, boris = await new_person("Анна"), await new_person("Борис")
    await tell(about(anna, "a1"), about(anna, "a2"), about(boris, "b1"))
    first = await queue.claim(10)
    assert [one.data["key"] for one in first] == ["a1", "b1"]
    assert await claimed(queue) == []
    await queue.settle([(first[0].id, 1)], [])
    assert await claimed(queue) == ["a2"]


async def test_a_message_waits_for_its_time(  # type: ignore[no-untyped-def]
    queue: SqlOutboxQueue, tell, new_person: NewPerson, clock: HeldClock
) -> None:
    anna = await new_person("Анна")
    later = clock.now() + LEASE
    await tell(about(anna, "later", not_before=later))
    assert await claimed(queue) == []
    clock.set(later - dt.timedelta(seconds=1))
    assert await claimed(queue) == []
    clock.set(later)
    assert await claimed(queue) == ["later"]


async def test_a_message_can_be_taken_back_until_it_is_sent(  # type: ignore[no-untyped-def]
    queue: SqlOutboxQueue, tell, new_work: NewWork, new_person: NewPerson
) -> None:
    anna = await new_person("Анна")
    await tell(about(anna, "a"))
    work = new_work()
    async with work.writing("cancel"):
        await work.outbox.cancel(anna.id, "test", "a")
        await work.commit(None)
    assert await claimed(queue) == []


async def test_after_its_sender_died_a_critical_message_goes_again_and_an_ephemeral_one_does_not(  # type: ignore[no-untyped-def]
    queue: SqlOutboxQueue, tell, new_person: NewPerson, clock: HeldClock, database: Database
) -> None:
    anna, boris = await new_person("Анна"), await new_person("Борис")
    await tell(about(anna, "critical"), about(boris, "ephemeral", importance=Importance.EPHEMERAL))
    assert await claimed(queue) == ["critical", "ephemeral"]
    clock.advance(seconds=LEASE.total_seconds() - 1)
    assert await claimed(queue) == []
    clock.advance(seconds=1)
    again = await queue.claim(10)
    assert [(one.data["key"], one.attempts) for one in again] == [("critical", 2)]
    async with database.reading() as connection:
        states = await connection.execute(text("SELECT dedup_key, state FROM outbox ORDER BY id"))
        assert [tuple(row) for row in states] == [("critical", "sending"), ("ephemeral", "dead")]


async def test_a_lost_ephemeral_message_is_given_up_though_nothing_else_is_due(  # type: ignore[no-untyped-def]
    queue: SqlOutboxQueue, tell, new_person: NewPerson, clock: HeldClock, database: Database
) -> None:
    anna = await new_person("Анна")
    await tell(about(anna, "ephemeral", importance=Importance.EPHEMERAL))
    await claimed(queue)
    clock.advance(seconds=LEASE.total_seconds())
    assert await claimed(queue) == []
    async with database.reading() as connection:
        assert await connection.scalar(text("SELECT state FROM outbox")) == "dead"


async def test_a_new_sender_takes_over_at_once(  # type: ignore[no-untyped-def]
    queue: SqlOutboxQueue, tell, new_person: NewPerson
) -> None:
    anna = await new_person("Анна")
    await tell(about(anna, "a"))
    await claimed(queue)
    await queue.take_over()
    assert await claimed(queue) == ["a"]


async def test_an_attempt_that_does_not_count_is_not_counted(  # type: ignore[no-untyped-def]
    queue: SqlOutboxQueue, tell, new_person: NewPerson, clock: HeldClock
) -> None:
    anna = await new_person("Анна")
    await tell(about(anna, "a"))
    for counts, attempts in ((False, 1), (True, 1), (True, 2), (False, 3), (False, 3)):
        outgoing = (await queue.claim(1))[0]
        assert outgoing.attempts == attempts
        await queue.postpone(outgoing.id, clock.now(), counts=counts)


async def test_who_blocked_the_bot_is_remembered_and_told_nothing_more(  # type: ignore[no-untyped-def]
    queue: SqlOutboxQueue, tell, new_work: NewWork, new_person: NewPerson, clock: HeldClock
) -> None:
    anna, boris = await new_person("Анна"), await new_person("Борис")
    await tell(about(anna, "a1"), about(anna, "a2"), about(boris, "b1"))
    await queue.claim(1)
    await queue.unreachable(anna.id)
    assert await claimed(queue) == ["b1"]
    work = new_work()
    async with work.reading():
        assert (await work.people.get(anna.id)).blocked_at == clock.now()


async def test_an_unreadable_message_is_given_up_and_holds_up_nobody(  # type: ignore[no-untyped-def]
    queue: SqlOutboxQueue, tell, new_person: NewPerson, database: Database, clock: HeldClock
) -> None:
    anna, boris = await new_person("Анна"), await new_person("Борис")
    await tell(about(anna, "a"), about(boris, "b"))
    async with database.writing() as connection:
        await connection.execute(
            text("UPDATE outbox SET payload = :junk WHERE dedup_key = 'a'"), {"junk": b"\x01junk" * 9}
        )
    assert await claimed(queue) == ["b"]
    async with database.reading() as connection:
        assert await connection.scalar(text("SELECT state FROM outbox WHERE dedup_key = 'a'")) == "dead"


async def test_two_senders_never_take_the_same_message(  # type: ignore[no-untyped-def]
    database_url: str, sealer: Sealer, clock: HeldClock, tell, new_person: NewPerson
) -> None:
    people = [await new_person(f"Анна {number}") for number in range(20)]
    await tell(*(about(person, f"{person.id}:{number}") for person in people for number in range(3)))
    databases = [Database(database_url) for _ in range(1 if database_url.startswith("sqlite") else 3)]
    queues = [SqlOutboxQueue(databases[number % len(databases)], sealer, clock) for number in range(3)]
    taken: list[str] = []
    in_flight: set[int] = set()

    async def send(queue: SqlOutboxQueue) -> None:
        idle = 0
        while idle < 5:
            outgoing_messages = await queue.claim(7)
            idle = 0 if outgoing_messages else idle + 1
            for outgoing in outgoing_messages:
                assert outgoing.to not in in_flight, "two messages to one person at a time"
                in_flight.add(outgoing.to)
            await asyncio.sleep(0.002)
            for outgoing in outgoing_messages:
                taken.append(outgoing.data["key"])
                in_flight.discard(outgoing.to)
            await queue.settle([(outgoing.id, 1) for outgoing in outgoing_messages], [])

    async with asyncio.timeout(60):
        await asyncio.gather(*(send(queue) for queue in queues))
    for database in databases:
        await database.close()
    assert sorted(taken) == sorted(f"{person.id}:{number}" for person in people for number in range(3))
    for person in people:
        own = [key for key in taken if key.startswith(f"{person.id}:")]
        assert own == sorted(own)
