"""The end of a lease is told 60, 30 and 7 days before, once each, in everybody's own morning, with what to do."""

import datetime as dt

import pytest

from domain.people.person import Role
from tests.support.estate import new_landlord, new_manager
from tests.support.world import World


def told(heard: list[str], words: str) -> int:
    return sum(words in one for one in heard)


async def test_each_is_told_once_in_their_own_morning_with_what_they_can_do(world: World) -> None:
    maria = await new_manager(world)
    oleg, timur = await maria.owner("Олег"), await maria.tenant("Тимур", language="en")
    await timur.prefers(time_zone="Asia/Vladivostok")
    premises = await maria.manages(oleg.party)
    # the end is 32 days away: of the three notices, two are to come
    await maria.lets(premises, timur.party, starts_on=dt.date(2026, 11, 21), ends_on=dt.date(2026, 12, 23), due_day=21)
    world.clock.set(dt.datetime(2026, 11, 22, 22, 59, tzinfo=dt.UTC))
    await world.later(seconds=1)
    assert told(timur.heard, "Your lease ends") == 0
    await world.later(minutes=5)
    assert told(timur.heard, "📄 Your lease ends in 30 days, on Dec 23") == 1
    timur.sees("✍️", "📄 Lease")
    assert told(maria.heard, "Договор заканчивается") == 0
    await world.later(hours=7)
    for someone in (maria, oleg):
        assert told(someone.heard, "📄 Договор заканчивается через 30 дней, 23 декабря") == 1
    assert "📅 Продлить" not in next(one for one in oleg.heard if "Договор заканчивается" in one)
    for _ in range(3):
        await world.later(hours=6)
    assert [told(one.heard, "23") for one in (maria, oleg)] == [1, 1]

    await world.does(maria.person.taps, "📅 Продлить")
    maria.sees("До какого дня?")
    await maria.writes("2 месяца")
    maria.sees("Сохранено.", "– 23 февраля 2027")
    await world.later(days=22)
    assert told(maria.heard, "Договор заканчивается через 7 дней") == 0
    world.clock.set(dt.datetime(2026, 12, 25, 7, tzinfo=dt.UTC))
    await world.later(seconds=1)
    assert told(maria.heard, "Договор заканчивается через 60 дней, 23 февраля 2027") == 1


@pytest.mark.one_database
async def test_a_landlord_hears_once_and_a_late_notice_still_on_its_day(world: World) -> None:
    lev = await new_landlord(world)
    premises = await lev.manages()
    lease = await lev.lets(premises, await lev.knows_tenant("Тимур"), ends_on=dt.date(2026, 11, 30))
    # nothing ran at nine of the day; two days later it is still told
    world.clock.set(dt.datetime(2026, 11, 25, 5, 30, tzinfo=dt.UTC))
    await world.later(seconds=1)
    assert told(lev.heard, "Договор заканчивается") == 0
    await world.later(hours=1)
    assert told(lev.heard, "📄 Договор заканчивается через 5 дней, 30 ноября") == 1
    await lev.taps("🏁 Завершить раньше")
    await lev.taps("25 ноября")
    await lev.taps("🏁 Завершить")
    lev.sees("Договор закончится 25 ноября.")
    await lev.writes("/notifications")
    lev.sees("Договор заканчивается 30 ноября: Тимур")
    assert lease


@pytest.mark.one_database
async def test_who_is_no_longer_there_hears_nothing(world: World) -> None:
    maria = await new_manager(world)
    oleg = await maria.owner("Олег")
    timur = await maria.tenant("Тимур")
    premises = await maria.manages(oleg.party)
    await maria.lets(premises, timur.party, ends_on=dt.date(2026, 11, 30))
    work = world.product.new_work()
    async with work.writing("removes"):
        party = await work.estate.parties.get(timur.party)
        party.removed_at = work.now()
        await work.estate.parties.save(party)
        await work.commit(None)
    await world.later(days=2)
    assert told(timur.heard, "Ваш договор") == 0
    assert told(oleg.heard, "Договор заканчивается") == 1
    assert Role.TENANT in (await timur.me()).roles
