"""The inbox: what has arrived is worked through in order, once, by one worker a lane, whoever dies meanwhile."""

import asyncio
import datetime as dt
import random
from collections import defaultdict

import pytest
from sqlalchemy import text

from domain.delivery import ChatState, IncomingUpdate, WaitingLane
from storage.database import Database
from storage.inbox import LEASE, SqlInbox
from storage.sealing import Sealer
from tests.support.clock import HeldClock


def arrived(update_id: int, lane: str = "anna", album: str | None = None) -> IncomingUpdate:
    return IncomingUpdate(update_id, lane, album, f'{{"update_id": {update_id}}}')


async def claimed_ids(inbox: SqlInbox, lane: str = "anna") -> list[int] | None:
    taken = await inbox.claim(lane)
    return None if taken is None else [one.update_id for one in taken[0]]


async def test_an_update_that_arrives_twice_is_kept_once(inbox: SqlInbox) -> None:
    assert await inbox.accept([arrived(1), arrived(2)]) == 2
    assert await inbox.accept([arrived(2), arrived(3)]) == 1
    assert await inbox.accept([]) == 0


async def waiting_names(inbox: SqlInbox, limit: int) -> list[str]:
    return [waiting.lane for waiting in await inbox.waiting_lanes(limit)]


async def test_an_update_that_arrives_again_when_done_is_not_done_again(inbox: SqlInbox) -> None:
    await inbox.accept([arrived(1)])
    taken = await inbox.claim("anna")
    assert taken is not None
    await inbox.finish(taken[0], None)
    assert await inbox.accept([arrived(1)]) == 0
    assert await waiting_names(inbox, 10) == []


async def test_a_lane_is_worked_through_in_the_order_of_arrival(inbox: SqlInbox) -> None:
    await inbox.accept([arrived(7), arrived(5), arrived(6)])
    done = []
    while (taken := await inbox.claim("anna")) is not None:
        done += [one.update_id for one in taken[0]]
        await inbox.finish(taken[0], None)
    assert done == [7, 5, 6]


async def test_a_held_lane_gives_nothing_and_is_not_waiting(inbox: SqlInbox) -> None:
    await inbox.accept([arrived(1), arrived(2), arrived(3, "boris")])
    assert await claimed_ids(inbox) == [1]
    assert await claimed_ids(inbox) is None
    assert await waiting_names(inbox, 10) == ["boris"]


async def test_lanes_that_wait_longest_come_first(inbox: SqlInbox) -> None:
    await inbox.accept([arrived(1, "vera"), arrived(2, "anna"), arrived(3, "vera"), arrived(4, "boris")])
    assert await waiting_names(inbox, 10) == ["vera", "anna", "boris"]
    assert await waiting_names(inbox, 2) == ["vera", "anna"]


async def test_what_was_in_hand_when_a_process_died_comes_before_what_is_new(inbox: SqlInbox, clock: HeldClock) -> None:
    await inbox.accept([arrived(1, "vera"), arrived(2, "anna"), arrived(3, "boris")])
    await inbox.claim("boris")
    await inbox.claim("anna")
    await inbox.postpone("anna", clock.now() + dt.timedelta(seconds=1))
    await inbox.take_over(await inbox.holders())
    clock.advance(seconds=2)
    assert await inbox.waiting_lanes(10) == [
        WaitingLane("boris", True),
        WaitingLane("vera", False),
        WaitingLane("anna", False),
    ]


async def test_an_album_waits_until_it_is_whole_and_comes_as_one(inbox: SqlInbox, clock: HeldClock) -> None:
    await inbox.accept([arrived(1, album="a"), arrived(2, album="a")])
    assert await claimed_ids(inbox) is None
    clock.advance(milliseconds=500)
    await inbox.accept([arrived(3, album="a"), arrived(4)])
    clock.advance(milliseconds=300)
    assert await waiting_names(inbox, 10) == ["anna"]
    assert await claimed_ids(inbox) is None
    turn = await inbox.next_turn()
    assert turn is not None
    clock.set(turn)
    assert await claimed_ids(inbox) == [1, 2, 3]


async def test_an_attempt_is_counted_before_the_work_begins(
    database: Database, sealer: Sealer, clock: HeldClock
) -> None:
    for attempt in (1, 2, 3):
        process = SqlInbox(database, sealer, clock)
        await process.accept([arrived(1)])
        taken = await process.claim("anna")
        assert taken is not None
        assert taken[0][0].attempts == attempt
        clock.advance(seconds=LEASE.total_seconds() + 1)  # the process dies without a word


async def test_a_renewed_lane_is_not_taken_over(database: Database, sealer: Sealer, clock: HeldClock) -> None:
    one, other = SqlInbox(database, sealer, clock), SqlInbox(database, sealer, clock)
    await one.accept([arrived(1)])
    assert await claimed_ids(one) == [1]
    clock.advance(seconds=50)
    await one.renew("anna")
    clock.advance(seconds=50)
    assert await claimed_ids(other) is None
    clock.advance(seconds=20)
    assert await claimed_ids(other) == [1]


async def test_what_a_dead_process_held_is_free_when_taken_over(
    database: Database, sealer: Sealer, clock: HeldClock
) -> None:
    dead, alive = SqlInbox(database, sealer, clock), SqlInbox(database, sealer, clock)
    await dead.accept([arrived(1), arrived(2, "boris")])
    await claimed_ids(dead)
    await claimed_ids(alive, "boris")
    assert len(await alive.holders()) == 2
    holder = next(one for one in await alive.holders() if SqlInbox.key_of(one) == dead.presence_key)
    await alive.take_over([holder])
    assert await claimed_ids(alive) == [1]
    assert await claimed_ids(dead, "boris") is None


async def test_a_stopping_process_lets_everything_go(database: Database, sealer: Sealer, clock: HeldClock) -> None:
    stopping, other = SqlInbox(database, sealer, clock), SqlInbox(database, sealer, clock)
    await stopping.accept([arrived(1)])
    await claimed_ids(stopping)
    await stopping.release()
    assert await claimed_ids(other) == [1]


async def test_the_late_word_of_a_taken_over_process_changes_no_conversation(
    database: Database, sealer: Sealer, clock: HeldClock
) -> None:
    slow, other = SqlInbox(database, sealer, clock), SqlInbox(database, sealer, clock)
    await slow.accept([arrived(1), arrived(2)])
    late = await slow.claim("anna")
    assert late is not None
    clock.advance(seconds=LEASE.total_seconds() + 1)
    taken = await other.claim("anna")
    assert taken is not None
    await other.finish(taken[0], ChatState("asking:price", {"rooms": 2}))
    await slow.finish(late[0], ChatState("asking:rooms", {}))
    following = await other.claim("anna")
    assert following is not None
    assert following[0][0].update_id == 2
    assert following[1] == ChatState("asking:price", {"rooms": 2})


async def test_a_conversation_is_there_for_the_next_update(inbox: SqlInbox) -> None:
    await inbox.accept([arrived(1), arrived(2), arrived(3)])
    taken = await inbox.claim("anna")
    assert taken is not None
    assert taken[1] == ChatState(None, {})
    await inbox.finish(taken[0], ChatState("asking", {"city": "Бишкек"}))
    taken = await inbox.claim("anna")
    assert taken is not None
    assert taken[1] == ChatState("asking", {"city": "Бишкек"})
    await inbox.finish(taken[0], None)
    taken = await inbox.claim("anna")
    assert taken is not None
    assert taken[1] == ChatState("asking", {"city": "Бишкек"})


async def test_a_postponed_lane_is_left_alone_until_then(inbox: SqlInbox, clock: HeldClock) -> None:
    await inbox.accept([arrived(1)])
    await claimed_ids(inbox)
    until = clock.now() + LEASE
    await inbox.postpone("anna", until)
    assert await waiting_names(inbox, 10) == []
    assert await inbox.next_turn() == until
    clock.set(until)
    assert await claimed_ids(inbox) == [1]


async def test_quarantine_lets_the_lane_go_on_and_gives_another_chance_on_demand(inbox: SqlInbox) -> None:
    await inbox.accept([arrived(1), arrived(2)])
    taken = await inbox.claim("anna")
    assert taken is not None
    await inbox.quarantine(taken[0], "it fails every time " * 100)
    assert await inbox.quarantined() == 1
    assert await claimed_ids(inbox) == [2]
    await inbox.release()
    assert await inbox.redrive() == 1
    assert await inbox.quarantined() == 0
    taken = await inbox.claim("anna")
    assert taken is not None
    assert taken[0][0].update_id == 1
    assert taken[0][0].attempts == 1


async def test_what_cannot_be_opened_is_set_aside_and_the_lane_goes_on(
    inbox: SqlInbox, database: Database, clock: HeldClock
) -> None:
    await SqlInbox(database, Sealer(b"another key" * 3), clock).accept([arrived(1)])
    await inbox.accept([arrived(2)])
    assert await claimed_ids(inbox) is None
    assert await inbox.quarantined() == 1
    assert await claimed_ids(inbox) == [2]


async def test_a_done_update_is_blanked_and_later_forgotten(
    inbox: SqlInbox, database: Database, clock: HeldClock
) -> None:
    await inbox.accept([arrived(1), arrived(2, "boris")])
    assert await inbox.oldest_waiting() == clock.now()
    taken = await inbox.claim("anna")
    assert taken is not None
    await inbox.finish(taken[0], None)
    async with database.reading() as connection:
        bodies = await connection.scalars(text("SELECT raw FROM inbox ORDER BY update_id"))
        assert [body is None for body in bodies] == [True, False]
    clock.advance(hours=1)
    assert await inbox.forget(clock.now(), 10) == 1
    assert await inbox.forget(clock.now(), 10) == 0


async def test_bodies_are_sealed(inbox: SqlInbox, database: Database) -> None:
    await inbox.accept([IncomingUpdate(1, "anna", None, '{"text": "+996 700 123456"}')])
    async with database.reading() as connection:
        body = await connection.scalar(text("SELECT raw FROM inbox"))
    assert b"700" not in bytes(body)


@pytest.mark.parametrize("seed", [1, 2])
async def test_many_workers_keep_every_lane_in_order_and_do_nothing_twice(  # noqa: C901  (three kinds of workers)
    database_url: str, sealer: Sealer, clock: HeldClock, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  (chance, not a secret)
    databases = [Database(database_url) for _ in range(1 if database_url.startswith("sqlite") else 4)]
    processes = [SqlInbox(databases[number % len(databases)], sealer, clock) for number in range(4)]
    inbox_worker = [f"chat {number}" for number in range(50)]
    expected: dict[str, list[int]] = defaultdict(list)
    arrivals = []
    for update_id in range(1, 301):
        lane = chance.choice(inbox_worker)
        expected[lane].append(update_id)
        arrivals.append(arrived(update_id, lane))
    done: dict[str, list[int]] = defaultdict(list)
    held: set[str] = set()
    all_in = asyncio.Event()

    async def arrive() -> None:
        while arrivals:
            batch = [arrivals.pop(0) for _ in range(min(chance.randint(1, 20), len(arrivals)))]
            await processes[0].accept(batch)
            await processes[1].accept(batch)
        all_in.set()

    async def work(process: SqlInbox) -> None:
        while True:
            was_all_in = all_in.is_set()
            waiting = await waiting_names(process, 10)
            if not waiting and was_all_in and not held:
                return
            chance.shuffle(waiting)
            for lane in waiting:
                taken = await process.claim(lane)
                if taken is None:
                    continue
                assert lane not in held, "two hold one lane"
                held.add(lane)
                await asyncio.sleep(chance.random() * 0.002)
                done[lane] += [one.update_id for one in taken[0]]
                held.discard(lane)
                await process.finish(taken[0], ChatState("s", {"last": taken[0][-1].update_id}))
            await asyncio.sleep(0.001)

    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        tasks.create_task(arrive())
        for process in processes:
            tasks.create_task(work(process))
    assert done == expected
    for database in databases:
        await database.close()
