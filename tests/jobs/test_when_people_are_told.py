"""People are told at the pace they chose, never in their quiet hours, and never twice; time is held by the test."""

import datetime as dt

import pytest

from domain.people.person import PushPace
from tests.support.talks import Talk, talk_in
from tests.support.world import World

NEW = "🤝 Новое совпадение"
DIGEST = "для вас"


@pytest.fixture
async def talk(world: World) -> Talk:
    return await talk_in(world)


def count(talk: Talk, words: str) -> int:
    return sum(words in one for one in talk.anna.heard)


async def offer(talk: Talk, at: dt.datetime | None = None) -> None:
    """Ирина proposes Анна's flat for one more client."""
    world = talk.anna.world
    if at is not None:
        world.clock.set(at)
    lead = await talk.irina.seeks()
    await talk.irina.forges(f"lk:l:{lead}:{talk.flat}:h:0:0:0")
    await talk.irina.taps("👍")
    await talk.irina.taps("45")


def moscow(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """A moment of November 2026 in Moscow, three hours ahead of UTC."""
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=dt.timezone(dt.timedelta(hours=3)))


async def test_at_once_is_at_once_by_day(talk: Talk) -> None:
    await offer(talk, moscow(22, 15))
    assert count(talk, NEW) == 1


async def test_in_quiet_hours_it_waits_until_eight_of_the_readers_clock(talk: Talk, world: World) -> None:
    await offer(talk, moscow(22, 23, 30))
    assert count(talk, NEW) == 0
    world.clock.set(moscow(23, 7, 59))
    await world.later(seconds=30)
    assert count(talk, NEW) == 0
    await world.later(seconds=31)
    assert count(talk, NEW) == 1


async def test_quiet_hours_are_those_of_ones_own_zone(talk: Talk, world: World) -> None:
    await talk.anna.prefers(time_zone="Asia/Vladivostok")
    await offer(talk, moscow(22, 15, 30))
    assert count(talk, NEW) == 0
    world.clock.set(dt.datetime(2026, 11, 22, 22, 0, tzinfo=dt.UTC))
    await world.later(seconds=1)
    assert count(talk, NEW) == 1


async def test_hourly_gathers_until_the_full_hour(talk: Talk, world: World) -> None:
    await talk.anna.prefers(push_pace=PushPace.HOURLY)
    await offer(talk, moscow(22, 15, 10))
    await offer(talk)
    world.clock.set(moscow(22, 15, 59))
    await world.later(seconds=30)
    assert count(talk, DIGEST) == 0
    await world.later(seconds=31)
    assert count(talk, "🔔 2 новости для вас") == 1
    assert count(talk, NEW) == 0
    await world.later(hours=3)
    assert count(talk, DIGEST) == 1


async def test_daily_comes_at_the_chosen_hour(talk: Talk, world: World) -> None:
    await talk.anna.prefers(push_pace=PushPace.DAILY, digest_hour=10)
    await offer(talk, moscow(22, 15))
    world.clock.set(moscow(23, 9, 59))
    await world.later(seconds=30)
    assert count(talk, DIGEST) == 0
    await world.later(seconds=31)
    assert count(talk, "🔔 1 новость для вас") == 1


async def test_off_pushes_only_what_somebody_waits_for(talk: Talk, world: World) -> None:
    await talk.anna.prefers(push_pace=PushPace.OFF)
    await offer(talk, moscow(22, 15))
    await world.later(hours=20)
    assert count(talk, NEW) == count(talk, DIGEST) == 0
    await talk.anna.writes("/notifications")
    talk.anna.sees("1 непрочитанное")
    await talk.anna.taps("1 🤝")
    await talk.anna.taps("✅")
    assert count(talk, "🤝 Договорились") == 1
    await talk.irina.taps("🏁")
    talk.anna.sees("🏁 Сделка состоялась?")


async def test_urgent_news_waits_for_the_end_of_quiet_hours_too(talk: Talk, world: World) -> None:
    await offer(talk, moscow(22, 21, 30))
    world.clock.set(moscow(22, 23))
    await talk.anna.taps("✅")
    assert count(talk, "🤝 Договорились") == 0
    world.clock.set(moscow(23, 8))
    await world.later(seconds=10)
    assert count(talk, "🤝 Договорились") == 1


async def test_turning_pushes_off_takes_the_next_digest_back(talk: Talk, world: World) -> None:
    await talk.anna.prefers(push_pace=PushPace.HOURLY)
    await offer(talk, moscow(22, 15, 10))
    await talk.anna.prefers(push_pace=PushPace.OFF)
    await world.later(hours=2)
    assert count(talk, DIGEST) == 0


async def test_what_was_read_is_not_in_the_digest(talk: Talk, world: World) -> None:
    await talk.anna.prefers(push_pace=PushPace.HOURLY)
    await offer(talk, moscow(22, 15, 10))
    await talk.anna.writes("/notifications")
    await talk.anna.taps("✔️")
    await world.later(hours=1)
    assert count(talk, DIGEST) == 0


async def test_missed_ticks_send_one_digest(talk: Talk, world: World) -> None:
    await talk.anna.prefers(push_pace=PushPace.HOURLY)
    await offer(talk, moscow(22, 15, 10))
    await world.later(hours=5)
    for _ in range(3):
        await world.product.schedule.tick()
    await world.settle()
    assert count(talk, DIGEST) == 1


async def test_restart_between_gathering_and_sending_sends_one_digest(talk: Talk, world: World) -> None:
    await talk.anna.prefers(push_pace=PushPace.HOURLY)
    await offer(talk, moscow(22, 15, 10))
    world.clock.advance(hours=1)
    await world.product.schedule.tick()
    await world.product.queue.claim(10)
    # the sender dies with the message in hand, and another one takes over
    await world.product.queue.take_over()
    await world.later(seconds=1)
    await world.later(minutes=5)
    assert count(talk, DIGEST) == 1


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        # the night when Berlin's clocks go back: the digest hour is nine of the new time
        (dt.datetime(2027, 10, 30, 18, tzinfo=dt.UTC), dt.datetime(2027, 10, 31, 8, tzinfo=dt.UTC)),
        # and when they go forward
        (dt.datetime(2027, 3, 27, 18, tzinfo=dt.UTC), dt.datetime(2027, 3, 28, 7, tzinfo=dt.UTC)),
    ],
)
async def test_digest_hour_follows_the_clocks_of_the_zone(
    talk: Talk, world: World, now: dt.datetime, expected: dt.datetime
) -> None:
    await talk.anna.prefers(push_pace=PushPace.DAILY, digest_hour=9, time_zone="Europe/Berlin")
    await offer(talk, now)
    world.clock.set(expected - dt.timedelta(seconds=30))
    await world.later(seconds=1)
    assert count(talk, DIGEST) == 0
    await world.later(seconds=30)
    assert count(talk, DIGEST) == 1
    await world.later(hours=30)
    assert count(talk, DIGEST) == 1


async def test_digest_hour_that_a_clock_skips_comes_right_after(talk: Talk, world: World) -> None:
    await talk.anna.prefers(
        push_pace=PushPace.DAILY, digest_hour=2, time_zone="Europe/Berlin", quiet_from=None, quiet_until=None
    )
    await offer(talk, dt.datetime(2027, 3, 27, 18, tzinfo=dt.UTC))
    world.clock.set(dt.datetime(2027, 3, 28, 1, 0, tzinfo=dt.UTC))
    await world.later(seconds=1)
    assert count(talk, DIGEST) == 1


async def test_nothing_is_pushed_to_who_has_blocked_the_bot_and_all_resumes_after(talk: Talk, world: World) -> None:
    await world.does(talk.anna.person.blocks_bot)
    await offer(talk, moscow(22, 15))
    heard = len(talk.anna.heard)
    await world.later(hours=1)
    assert len(talk.anna.heard) == heard
    talk.anna.person.unblocks_bot()
    await world.settle()
    await offer(talk)
    assert count(talk, NEW) == 1
    await talk.anna.writes("/notifications")
    talk.anna.sees("2 непрочитанных")
