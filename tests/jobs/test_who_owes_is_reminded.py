"""Who has not paid is reminded before, on and after the day, once each, in their own morning; who has paid is not."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from domain.estate.money.add_charge import add_charge
from domain.estate.money.add_payment import add_payment
from domain.estate.parties.party import PartyKind
from domain.ledger.entry import Article, Method
from tests.support.estate import RENT
from tests.support.rented import Rented, rented_in
from tests.support.somebody import Somebody
from tests.support.world import World


def count(person: Somebody, words: str) -> int:
    return sum(words in one for one in person.heard)


async def at(rented: Rented, day: str, clock: str, zone: str = "Europe/Moscow") -> None:
    """It is this moment in the zone, and the clock has ticked."""
    rented.world.clock.set(dt.datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo(zone)))
    await rented.world.product.schedule.tick()
    await rented.world.settle()


async def pays(rented: Rented, minor: int) -> None:
    world = rented.world
    me = await rented.manager.me()
    today = world.clock.now().astimezone(me.zone).date()
    await add_payment(world.product.new_work(), me, rented.lease, minor, today, Method.CASH)
    await world.settle()


async def test_before_on_and_after_the_day_each_once_until_it_is_paid(world: World) -> None:
    rented = await rented_in(world, starts_on=dt.date(2026, 12, 1), due_day=25)
    oleg = rented.oleg
    await at(rented, "2026-12-22", "08:59")
    assert count(oleg, "⏰") == 0
    await at(rented, "2026-12-22", "09:00")
    oleg.sees("⏰ Через 3 дня, 25 декабря: 46 000 ₽", "Лесная, 4", "✔️ Я оплатил", "🕒 Завтра")
    for clock in ("09:01", "12:00", "21:00"):
        await at(rented, "2026-12-22", clock)
    await at(rented, "2026-12-23", "10:00")
    assert count(oleg, "⏰") == 1
    await pays(rented, 6_000_00)
    await at(rented, "2026-12-25", "09:00")
    oleg.sees("⏰ Сегодня, 25 декабря: 40 000 ₽", "• Аренда за декабрь: осталось 40 000 ₽ из 46 000 ₽, до 25 декабря")
    await at(rented, "2026-12-26", "09:30")
    oleg.sees("⏰ Просрочено: 40 000 ₽, 1 день")
    rented.manager.sees("⏰ Просрочено: 40 000 ₽, 1 день", "Лесная, 4 · Олег Иванов", "🔔 Напомнить", "➕ Платёж")
    await pays(rented, 40_000_00)
    for day in range(27, 32):
        await at(rented, f"2026-12-{day}", "09:00")
    assert count(oleg, "⏰") == 3
    assert count(rented.manager, "⏰") == 1
    # the next month begins anew
    await at(rented, "2027-01-22", "09:05")
    assert count(oleg, "⏰") == 4


async def test_days_are_those_of_the_lease_and_nobody_is_reminded_of_what_is_paid_ahead(world: World) -> None:
    rented = await rented_in(world, starts_on=dt.date(2026, 12, 1), due_day=25, reminders=(-10, 14))
    oleg = rented.oleg
    await at(rented, "2026-12-15", "09:00")
    oleg.sees("⏰ Через 10 дней, 25 декабря: 46 000 ₽")
    await at(rented, "2026-12-25", "12:00")
    await at(rented, "2026-12-26", "12:00")
    assert count(oleg, "⏰") == 1
    await pays(rented, 2 * RENT)
    await at(rented, "2027-01-08", "09:00")
    await at(rented, "2027-01-15", "09:00")
    assert count(oleg, "⏰") == 1
    silent = await rented_in(world, starts_on=dt.date(2027, 1, 1), due_day=20, reminders=())
    for day in (17, 20, 21, 27):
        await at(rented, f"2027-01-{day}", "10:00")
    assert count(silent.oleg, "⏰") == 0
    assert count(silent.manager, "⏰") == 1


@pytest.mark.parametrize("zone", ["Asia/Vladivostok", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
async def test_a_morning_is_the_tenants_own(world: World, zone: str) -> None:
    rented = await rented_in(world, starts_on=dt.date(2026, 12, 1), due_day=25, reminders=(0,))
    await rented.oleg.prefers(time_zone=zone)
    await at(rented, "2026-12-25", "08:59:59", zone)
    assert count(rented.oleg, "⏰") == 0
    await at(rented, "2026-12-25", "09:00", zone)
    rented.oleg.sees("⏰ Сегодня, 25 декабря: 46 000 ₽")
    await at(rented, "2026-12-26", "09:00", zone)
    assert count(rented.oleg, "⏰") == 1


@pytest.mark.parametrize("day", ["2027-03-28", "2027-10-31"])
async def test_a_day_that_is_shorter_or_longer_has_one_morning(world: World, day: str) -> None:
    due = dt.date.fromisoformat(day)
    rented = await rented_in(world, starts_on=due.replace(day=1), due_day=due.day, reminders=(-1, 0))
    await rented.oleg.prefers(time_zone="Europe/Berlin")
    before = (due - dt.timedelta(days=1)).isoformat()
    for clock in ("08:59", "09:00", "23:30"):
        await at(rented, before, clock, "Europe/Berlin")
    assert count(rented.oleg, "⏰ Завтра") == 1
    for clock in ("00:30", "01:30", "03:30", "08:59"):
        await at(rented, day, clock, "Europe/Berlin")
    assert count(rented.oleg, "⏰") == 1
    await at(rented, day, "09:00", "Europe/Berlin")
    assert count(rented.oleg, "⏰ Сегодня") == 1


async def test_what_was_missed_is_told_later_and_what_is_long_gone_is_not(world: World) -> None:
    rented = await rented_in(world, starts_on=dt.date(2026, 12, 1), due_day=25)
    await at(rented, "2026-12-23", "19:00")  # nothing ran on the 22nd
    rented.oleg.sees("⏰ Через 2 дня, 25 декабря: 46 000 ₽")
    await at(rented, "2027-01-21", "12:00")  # nothing ran for a month: of all that was missed, nothing is told
    assert count(rented.oleg, "⏰") == 1
    await at(rented, "2027-01-22", "09:00")
    assert count(rented.oleg, "⏰") == 2


async def test_who_says_to_have_paid_waits_for_the_answer_in_peace(world: World) -> None:
    rented = await rented_in(world, starts_on=dt.date(2026, 12, 1), due_day=25)
    oleg = rented.oleg
    await at(rented, "2026-12-24", "12:00")
    told = count(oleg, "⏰")
    await oleg.forges(f"tip:{rented.lease}:1")
    await oleg.taps("Декабрь")
    await oleg.taps("Сегодня")
    await oleg.taps("Пропустить")
    await oleg.taps("✅ Сообщить")
    await at(rented, "2026-12-25", "09:00")
    await at(rented, "2026-12-26", "09:00")
    assert count(oleg, "⏰") == told
    assert count(rented.manager, "⏰") == 0
    await rented.manager.forges("kcr:1")
    await at(rented, "2027-01-01", "09:00")
    assert count(oleg, "⏰") == told


async def test_a_reminder_put_off_comes_tomorrow_morning_if_it_is_still_owed(world: World) -> None:
    rented = await rented_in(world, starts_on=dt.date(2026, 12, 1), due_day=25, reminders=(0, 2))
    oleg = rented.oleg
    await oleg.prefers(time_zone="Asia/Vladivostok")
    await at(rented, "2026-12-25", "09:00", "Asia/Vladivostok")
    for _ in range(3):
        await oleg.taps("🕒 Завтра")
    oleg.is_told("🕒 Напомню 26 декабря в девять утра.")
    await at(rented, "2026-12-26", "09:00", "Asia/Vladivostok")
    assert count(oleg, "⏰") == 1
    await at(rented, "2026-12-26", "09:11", "Asia/Vladivostok")
    oleg.sees("⏰ Просрочено: 46 000 ₽, 1 день")
    await oleg.taps("🕒 Завтра")
    # the next one comes by itself: it is not told twice
    await at(rented, "2026-12-27", "09:00", "Asia/Vladivostok")
    await at(rented, "2026-12-27", "09:11", "Asia/Vladivostok")
    assert count(oleg, "⏰") == 3
    await oleg.taps("🕒 Завтра")
    await pays(rented, RENT)
    await at(rented, "2026-12-28", "12:00", "Asia/Vladivostok")
    assert count(oleg, "⏰") == 3


async def test_other_charges_are_reminded_of_too_and_a_manager_hears_of_a_tenant_who_is_not_here(world: World) -> None:
    rented = await rented_in(world, starts_on=dt.date(2026, 12, 1), due_day=25)
    me = await rented.manager.me()
    await pays(rented, RENT)
    work = world.product.new_work()
    await add_charge(work, me, rented.lease, Article.ELECTRICITY, 1_234_56, dt.date(2026, 12, 10))
    work = world.product.new_work()
    await add_charge(work, me, rented.lease, Article.PENALTY, 500_00, dt.date(2026, 12, 10), note="за ноябрь")
    await at(rented, "2026-12-07", "09:00")
    await at(rented, "2026-12-11", "09:00")
    # what was paid ahead was told to be December's rent, and stays that
    assert count(rented.oleg, "⏰") == 2
    rented.oleg.sees("⏰ Просрочено: 1 734,56 ₽, 1 день")
    await at(rented, "2026-12-25", "10:00")
    rented.oleg.sees("⏰ Просрочено: 1 734,56 ₽, 15 дней")
    assert "Аренда" not in rented.oleg.screen
    party = await rented.manager.knows(PartyKind.TENANT, "Без бота")
    await rented.manager.lets(
        await rented.manager.manages(rented.owner.party, name="Гараж"), party, 9_000_00, due_day=28
    )
    await at(rented, "2026-12-29", "09:00")
    rented.manager.sees("⏰ Просрочено", "Гараж · Без бота", "➕ Платёж")
    assert "🔔" not in rented.manager.screen


async def test_two_due_days_of_one_debtor_make_one_push_a_day_and_fewer_by_and_by(world: World) -> None:
    """Rent of the 5th and utilities of the 10th; five pushes in a week are too many."""
    rented = await rented_in(world, starts_on=dt.date(2026, 12, 1), due_day=5)
    me, oleg = await rented.manager.me(), rented.oleg
    for article, minor in ((Article.ELECTRICITY, 1_200_00), (Article.COLD_WATER, 300_00)):
        await add_charge(world.product.new_work(), me, rented.lease, article, minor, dt.date(2026, 12, 10))
    await world.settle()
    told = {}
    for day in range(1, 35):
        on = dt.date(2026, 11, 30) + dt.timedelta(days=day)
        before = count(oleg, "⏰")
        await at(rented, on.isoformat(), "09:30")
        if count(oleg, "⏰") > before:
            assert count(oleg, "⏰") == before + 1, "one push a day"
            told[on.day if on.month == 12 else 100 + on.day] = oleg.screen
    assert list(told) == [2, 5, 6, 12, 19, 26, 102]
    assert "• Аренда за декабрь: 46 000 ₽" in told[6]
    assert "47 500 ₽, 7 дней" in told[12], "all of it, since when the oldest is due"
    assert all(words in told[19] for words in ("Аренда за декабрь", "Электричество", "Холодная вода"))


async def test_a_new_debt_beside_an_old_one_is_told_in_steps_of_its_own(world: World) -> None:
    rented = await rented_in(world, starts_on=dt.date(2026, 12, 1), due_day=5, reminders=(-3, 0, 1, 3, 7))
    oleg = rented.oleg
    told = []
    for day in range(1, 46):
        on = dt.date(2026, 11, 30) + dt.timedelta(days=day)
        before = count(oleg, "⏰")
        await at(rented, on.isoformat(), "09:30")
        if count(oleg, "⏰") > before:
            told.append(f"{on:%d.%m}")
    assert told == [
        "02.12", "05.12", "06.12", "08.12", "12.12", "19.12", "26.12", "02.01", "05.01", "06.01", "08.01", "12.01",
    ]  # fmt: skip
    assert oleg.screen.count("Аренда за") == 2, "the old one is told with it"


async def test_a_due_day_first_looked_at_at_night_is_told_once_in_the_morning(world: World) -> None:
    """Nothing ran until 23:30; the reminder of the day would come in the morning together with the next one."""
    rented = await rented_in(world, starts_on=dt.date(2026, 12, 1), due_day=25)
    oleg = rented.oleg
    await oleg.prefers(quiet_from=22 * 60, quiet_until=8 * 60)
    await at(rented, "2026-12-22", "09:00")
    await at(rented, "2026-12-25", "23:30")
    await at(rented, "2026-12-26", "08:10")
    assert count(oleg, "⏰") == 1
    await at(rented, "2026-12-26", "09:00")
    await at(rented, "2026-12-26", "12:00")
    assert count(oleg, "⏰") == 2
    oleg.sees("⏰ Просрочено: 46 000 ₽, 1 день")
    assert count(rented.manager, "⏰") == 1
    # quiet hours over nine o'clock end on the same day: the reminder of that day waits for it
    await oleg.prefers(quiet_from=22 * 60, quiet_until=11 * 60)
    await at(rented, "2027-01-02", "09:00")
    assert count(oleg, "⏰") == 2
    await at(rented, "2027-01-02", "11:00")
    assert count(oleg, "⏰") == 3
