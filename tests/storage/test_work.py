"""A piece of work happens whole or not at all, once however often it is asked for, and loses nothing to another."""

import asyncio
import datetime as dt

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from domain.matching.deals.rules import MatchRules
from domain.people.meet import Account, meet
from domain.people.person import Action, Person, PersonId
from domain.refusal import NotFound, TryAgain
from domain.work import Work, effect
from storage.database import Database
from storage.sealing import Sealer
from storage.work import SqlWork
from tests.storage.conftest import NewPerson, NewWork
from tests.support.clock import HeldClock


@effect(Action.USE_BOT)
async def one_more(work: Work, actor: Person) -> int:
    """Count one up, the way a careless use case would: read, think, write."""
    actor.digest_hour += 1
    await asyncio.sleep(0)
    return await work.commit(actor.digest_hour)


async def hour_of(new_work: NewWork, person: Person) -> int:
    work = new_work()
    async with work.reading():
        return (await work.people.get(person.id)).digest_hour


async def test_a_redelivered_update_has_one_effect_and_the_same_answer(
    new_work: NewWork, new_person: NewPerson
) -> None:
    anna = await new_person("Анна")
    assert await one_more(new_work("update:7"), anna) == 10
    assert await one_more(new_work("update:7"), anna) == 10
    assert await hour_of(new_work, anna) == 10
    assert await one_more(new_work("update:8"), anna) == 11


async def test_two_effects_of_one_update_are_two(new_work: NewWork, new_person: NewPerson) -> None:
    anna = await new_person("Анна")
    for _ in range(2):
        work = new_work("update:7")
        assert await one_more(work, anna) == 10
        assert await one_more(work, anna) == 11


async def test_an_update_that_died_between_two_effects_goes_on_with_the_second(
    new_work: NewWork, new_person: NewPerson
) -> None:
    anna = await new_person("Анна")
    assert await one_more(new_work("update:7"), anna) == 10
    again = new_work("update:7")
    assert await one_more(again, anna) == 10
    assert await one_more(again, anna) == 11


async def test_a_business_key_is_done_once_whoever_asks_again(new_work: NewWork, new_person: NewPerson) -> None:
    anna = await new_person("Анна")
    assert await one_more(new_work("update:7").once("form:abc"), anna) == 10
    assert await one_more(new_work("update:8").once("form:abc"), anna) == 10
    assert await one_more(new_work("update:8").once("form:xyz"), anna) == 11


async def test_two_taps_at_once_are_one_effect(new_work: NewWork, new_person: NewPerson) -> None:
    anna = await new_person("Анна")
    taps = [one_more(new_work(f"update:{number}").once("form:abc"), anna) for number in range(5)]
    answers = await asyncio.gather(*taps, return_exceptions=True)
    assert 10 in answers
    assert {type(answer) for answer in answers if answer != 10} <= {TryAgain}
    assert await hour_of(new_work, anna) == 10


async def test_work_that_is_not_committed_is_undone(new_work: NewWork, new_person: NewPerson) -> None:
    anna = await new_person("Анна")

    @effect(Action.USE_BOT)
    async def forgetful(work: Work, actor: Person) -> None:
        """Change something and forget to commit."""
        actor.digest_hour = 3
        await work.flush()

    @effect(Action.USE_BOT)
    async def failing(work: Work, actor: Person) -> None:
        """Change something and fail."""
        actor.digest_hour = 3
        await work.flush()
        raise ZeroDivisionError

    await forgetful(new_work("update:1"), anna)
    with pytest.raises(ZeroDivisionError):
        await failing(new_work("update:1"), anna)
    assert await hour_of(new_work, anna) == 9


async def test_a_failed_effect_is_done_by_the_next_attempt(new_work: NewWork, new_person: NewPerson) -> None:
    anna = await new_person("Анна")
    fails = iter([True, False])

    @effect(Action.USE_BOT)
    async def shaky(work: Work, actor: Person) -> int:
        """Fail the first time."""
        actor.digest_hour += 1
        await work.flush()
        if next(fails):
            raise OSError
        return await work.commit(actor.digest_hour)

    with pytest.raises(OSError):  # noqa: PT011  (nothing to match)
        await shaky(new_work("update:1"), anna)
    assert await shaky(new_work("update:1"), anna) == 10


async def test_simultaneous_changes_lose_none(new_work: NewWork, new_person: NewPerson) -> None:
    anna = await new_person("Анна")
    told_to_look_again = 0

    async def insist(number: int) -> None:
        nonlocal told_to_look_again
        while True:
            try:
                await one_more(new_work(f"update:{number}"), anna)
            except TryAgain:
                told_to_look_again += 1
            else:
                return

    async with asyncio.timeout(60):
        await asyncio.gather(*(insist(number) for number in range(20)))
    assert await hour_of(new_work, anna) == 9 + 20


async def test_who_comes_twice_at_once_is_one_person(new_work: NewWork) -> None:
    account = Account(5, "Анна", None, None, "ru")
    met = await asyncio.gather(*(meet(new_work(), account) for _ in range(5)))
    assert len({person.id for person in met if person is not None}) == 1


async def test_reading_changes_nothing_even_if_told_to(new_work: NewWork, new_person: NewPerson) -> None:
    anna = await new_person("Анна")
    work = new_work()
    async with work.reading():
        (await work.people.get(anna.id)).digest_hour = 3
    assert await hour_of(new_work, anna) == 9


async def test_somebody_unknown_is_not_found(new_work: NewWork) -> None:
    work = new_work()
    async with work.reading():
        with pytest.raises(NotFound):
            await work.people.get(PersonId(99))


async def test_a_moment_without_a_zone_is_refused(new_work: NewWork, new_person: NewPerson) -> None:
    anna = await new_person("Анна")
    work = new_work()
    async with work.writing("naive"):
        person = await work.people.get(anna.id)
        person.next_digest_at = dt.datetime(2026, 11, 21, 12)  # noqa: DTZ001  (that is the point)
        with pytest.raises(StatementError, match="without a time zone"):
            await work.flush()


async def test_moments_come_back_in_utc_to_the_microsecond(new_work: NewWork, new_person: NewPerson) -> None:
    anna = await new_person("Анна")
    moment = dt.datetime(2026, 11, 21, 18, 0, 0, 123456, tzinfo=dt.timezone(dt.timedelta(hours=6)))
    work = new_work()
    async with work.writing("zoned"):
        (await work.people.get(anna.id)).next_digest_at = moment
        await work.commit(None)
    async with work.reading():
        kept = (await work.people.get(anna.id)).next_digest_at
    assert kept == moment
    assert kept is not None
    assert kept.tzinfo is dt.UTC


async def test_cancelled_work_changes_nothing_and_leaves_the_pool_whole(
    database_url: str, sealer: Sealer, clock: HeldClock
) -> None:
    database = Database(database_url, pool_size=2)

    def new_work() -> SqlWork:
        return SqlWork(database, sealer, clock, MatchRules(), frozenset())

    anna = await meet(new_work(), Account(5, "Анна", None, None, "ru"))
    assert anna is not None

    @effect(Action.USE_BOT)
    async def slow(work: Work, actor: Person) -> None:
        """Change something and take long."""
        actor.digest_hour = 3
        await work.flush()
        await asyncio.sleep(60)

    for number in range(30):
        task = asyncio.create_task(slow(new_work(), anna))
        await asyncio.sleep(0.0007 * (number % 20))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    async with asyncio.timeout(20):
        answers = await asyncio.gather(*(hour_of(new_work, anna) for _ in range(5)))
        assert answers == [9] * 5
        assert await one_more(new_work(), anna) == 10
    await database.close()


async def test_sqlite_is_set_up_on_every_connection(database_url: str) -> None:
    if not database_url.startswith("sqlite"):
        return
    database = Database(database_url, pool_size=3)
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "secure_delete": 1,
        "trusted_schema": 0,
    }
    async with database.reading() as one, database.reading() as two, database.writing() as three:
        for connection in (one, two, three):
            for setting, value in expected.items():
                assert await connection.scalar(text(f"PRAGMA {setting}")) == value, setting
    await database.close()


async def test_postgres_gives_up_on_what_hangs(database: Database) -> None:
    if database.is_sqlite:
        return
    async with database.reading() as connection:
        for setting in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
            assert await connection.scalar(text(f"SHOW {setting}")) not in {"0", None}, setting
        assert await connection.scalar(text("SHOW timezone")) == "UTC"


async def test_a_reader_does_not_wait_for_a_writer(database: Database, new_person: NewPerson) -> None:
    await new_person("Анна")
    async with asyncio.timeout(5), database.writing() as writer:
        await writer.execute(text("UPDATE person SET first_name = 'Жанна'"))
        async with database.reading() as reader:
            assert await reader.scalar(text("SELECT first_name FROM person")) == "Анна"


async def test_what_refers_to_nobody_is_refused(new_work: NewWork) -> None:
    work = new_work()

    async def orphan() -> None:
        async with work.writing("orphan"):
            await work.vault.write(PersonId(12345), "person", {"phone": "+7"})
            await work.commit(None)

    with pytest.raises(TryAgain):
        await orphan()
