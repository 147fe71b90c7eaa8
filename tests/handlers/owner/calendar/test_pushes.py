"""A reminder is pushed once, in one message a morning, however people are told of other things, and acts at once."""

import datetime as dt

import pytest

from domain.people.person import PushPace
from tests.handlers.owner.calendar.buttons import data_of
from tests.support.estate import Manager, new_landlord
from tests.support.world import World

pytestmark = pytest.mark.one_database

MORNING = dt.datetime(2026, 12, 1, 6, 0, tzinfo=dt.UTC)
"""Nine in Moscow."""


@pytest.fixture
async def lev(world: World) -> Manager:
    """Лев, who has planned seven things for the first of December."""
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Студия на Арбате")
    for number in range(1, 8):
        await lev.writes(f"-{number}00 дело{number} 1 декабря")
        await lev.taps("✅ Сохранить")
    return lev


def pushed(lev: Manager) -> int:
    return sum("⏰ Вас жд" in shown for shown in lev.heard)


async def test_one_message_a_morning_whatever_the_pace(lev: Manager, world: World) -> None:
    await lev.prefers(push_pace=PushPace.OFF)
    world.clock.set(MORNING - dt.timedelta(minutes=1))
    await world.later(seconds=1)
    assert pushed(lev) == 0
    world.clock.set(MORNING)
    for _ in range(3):
        await world.later(seconds=20)
    assert pushed(lev) == 1
    lev.sees("⏰ Вас ждут 7 событий", "7. 1 декабря · −700 ₽ · дело7", "[✅ 5. дело5]")
    assert "[✅ 6. дело6]" not in lev.screen
    await lev.taps("✅ 1. ")
    lev.sees("[✅ 6. дело6]")
    await lev.taps("🕒 Всё на завтра")
    lev.is_told("Напомню о 6 событиях.")
    await world.later(days=1)
    assert pushed(lev) == 2
    lev.sees("⏰ Вас ждут 6 событий")


async def test_a_restart_between_reminding_and_sending_sends_one(lev: Manager, world: World) -> None:
    world.clock.set(MORNING)
    await world.product.schedule.tick()
    await world.product.queue.claim(10)
    # the sender dies with the message in hand, and another one takes over
    await world.product.queue.take_over()
    await world.later(seconds=1)
    await world.later(minutes=5)
    assert pushed(lev) == 1


async def test_quiet_hours_are_kept_and_what_is_done_by_then_is_not_pushed(lev: Manager, world: World) -> None:
    await lev.prefers(quiet_from=22 * 60, quiet_until=11 * 60)
    world.clock.set(MORNING)
    await world.later(seconds=1)
    assert pushed(lev) == 0
    await lev.writes("/calendar")
    await lev.taps("[1]−")
    await lev.taps("1. ")
    await lev.taps("✅ Готово")
    await world.later(hours=2)
    assert pushed(lev) == 1
    lev.sees("⏰ Вас ждут 6 событий")


async def test_a_reminder_of_what_was_deleted_says_so(lev: Manager, world: World) -> None:
    world.clock.set(MORNING)
    await world.later(seconds=1)
    done, everything = data_of(lev, "✅ 1. "), data_of(lev, "✅ Всё")
    await lev.writes("/calendar")
    for _ in range(7):
        await lev.writes("/calendar")
        await lev.taps("[1]−")
        await lev.taps("1. ")
        await lev.taps("🗑 Удалить")
    await lev.forges(done)
    lev.is_told("Этого здесь больше нет.")
    await lev.forges(everything)
    lev.sees("То, о чём это напоминало, уже удалено.")
    await lev.writes("/notifications")
    lev.sees("Напоминание о том, что с тех пор удалено")
