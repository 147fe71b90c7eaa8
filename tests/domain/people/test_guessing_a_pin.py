"""A PIN nobody guesses at first, of which only a slow hash is kept, and whose tries are counted however they come."""

import asyncio
import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching.deals.rules import MatchRules
from domain.people.confirm_phone import confirm_phone
from domain.people.meet import Account, meet
from domain.people.person import Person, PersonId
from domain.people.pin import code
from domain.people.pin.code import is_right, parse_pin, scrambled
from domain.people.pin.enter_pin import enter_pin
from domain.people.pin.lock import PinLock
from domain.people.pin.look_at_lock import look_at_lock
from domain.people.pin.set_pin import change_idle, remove_pin, set_pin
from domain.refusal import Refusal
from storage.database import Database
from storage.sealing import Sealer
from storage.work import SqlWork
from tests.support.clock import NOON, HeldClock

BORN = dt.date(1987, 5, 19)
PHONE = "+79001230471"


def read(text: str) -> str:
    return parse_pin(text, birth_date=BORN, phone=PHONE, today=NOON.date())


@pytest.mark.parametrize("text", ["4715", " 903528 ", "00725"])
def test_pin_of_four_to_six_digits_is_taken(text: str) -> None:
    assert read(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        *("1111", "1234", "4321", "7890", "2468", "1212", "123123", "2580", "000000"),
        *("1987", "2001", "1905", "190587", "0471"),
        *("", "123", "1234567", "12a4", "-123", "1e55", "١٢٣٤", "<b>1"),
    ],
)
def test_what_is_guessed_first_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert text == "" or text not in str(refused.value.message)


def test_only_a_salted_slow_hash_is_kept() -> None:
    kept, again = scrambled("4715"), scrambled("4715")
    assert kept != again
    assert kept.startswith(f"scrypt:{2**15}:")
    # the salt and the hash are hexadecimal: any four digits stand in one of four hundred of them by chance
    assert b"4715" not in b"".join(map(bytes.fromhex, kept.split(":")[-2:]))
    assert is_right("4715", kept)
    assert not is_right("4716", kept)


@given(st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=40))
def test_never_more_than_five_wrong_tries_in_a_quarter_of_an_hour(steps: list[tuple[int, bool]]) -> None:
    lock, now = PinLock(person_id=PersonId(1), set_at=NOON), NOON
    wrong: list[dt.datetime] = []
    for minutes, is_correct in steps:
        now += dt.timedelta(minutes=minutes)
        if not lock.count_try(now):
            continue
        if is_correct:
            lock.open(now)
            wrong.clear()
        else:
            wrong.append(now)
        assert sum(now - one < dt.timedelta(minutes=15) for one in wrong) <= 5


def works_on(database: Database, clock: HeldClock) -> Callable[..., SqlWork]:
    """New pieces of work, of one person at two phones or of two processes."""

    def work(origin: str | None = None) -> SqlWork:
        return SqlWork(database, Sealer(b"0" * 32), clock, MatchRules(), frozenset(), origin)

    return work


async def anna_with_pin(work: SqlWork) -> Person:
    anna = await meet(work, Account(1, "Анна", None, None, "ru"))
    await confirm_phone(work, anna, PHONE)
    await set_pin(work, anna, "4715")
    return anna


async def test_tries_made_at_once_are_all_counted(
    database: Database, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code, "COST", 2**4)
    work = works_on(database, clock)
    anna = await anna_with_pin(work())
    entered = await asyncio.gather(*(enter_pin(work(), anna, f"90{number:02}") for number in range(12)))
    assert not any(one.is_right for one in entered)
    late = await enter_pin(work(), anna, "4715")
    assert (late.is_right, late.tries_left) == (False, 0)
    assert late.blocked_until == NOON + dt.timedelta(minutes=15)
    clock.advance(minutes=15)
    assert (await enter_pin(work(), anna, "4715")).is_right
    lock = await look_at_lock(work(), anna)
    assert lock is not None
    assert (lock.is_shut, lock.tries_left) == (False, 5)


async def test_same_request_again_counts_once_and_a_pin_is_changed_only_after_the_present_one(
    database: Database, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code, "COST", 2**4)
    work = works_on(database, clock)
    anna = await anna_with_pin(work())
    for _ in range(3):
        again = await enter_pin(work("update:7"), anna, "9035")
        assert again.tries_left == 4
    with pytest.raises(Refusal, match="present PIN"):
        await set_pin(work(), anna, "9035")
    with pytest.raises(Refusal, match="present PIN"):
        await remove_pin(work(), anna)
    with pytest.raises(Refusal):
        await change_idle(work(), anna, 7)
    await enter_pin(work(), anna, "4715")
    with pytest.raises(Refusal, match="present PIN"):
        await set_pin(work(), anna, "9035")
    await enter_pin(work(), anna, "4715", proves=True)
    clock.advance(minutes=11)
    with pytest.raises(Refusal, match="present PIN"):
        await remove_pin(work(), anna)
    await enter_pin(work(), anna, "4715", proves=True)
    await set_pin(work(), anna, "9035")
    assert not (await enter_pin(work(), anna, "4715")).is_right
    await enter_pin(work(), anna, "9035", proves=True)
    await remove_pin(work(), anna)
    assert await look_at_lock(work(), anna) is None


@pytest.mark.parametrize("pin", ["4826", "3692", "50501"])
def test_digits_in_which_nobody_sees_a_row_are_taken(pin: str) -> None:
    assert read(pin) == pin
