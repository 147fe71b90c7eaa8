"""What somebody was told of their money is not contradicted later: paid stays paid, an advance is promised once."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from domain.estate.money.add_charge import add_charge
from domain.estate.money.add_payment import add_payment
from domain.estate.money.reverse_entry import reverse_entry
from domain.ledger.entry import Article, EntryId, Method
from tests.support.estate import RENT
from tests.support.rented import Rented, rented_in
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def at(rented: Rented, day: str, clock: str = "09:30") -> None:
    """It is this moment in Moscow, and the clock has ticked."""
    moment = dt.datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo("Europe/Moscow"))
    rented.world.clock.set(moment)
    await rented.world.product.schedule.tick()
    await rented.world.settle()


async def pays(rented: Rented, minor: int, on: str) -> EntryId:
    work, me = rented.world.product.new_work(), await rented.manager.me()
    made = await add_payment(work, me, rented.lease, minor, dt.date.fromisoformat(on), Method.BANK)
    await rented.world.settle()
    return EntryId(made)


async def billed(rented: Rented, article: Article, minor: int, on: str) -> None:
    work, me = rented.world.product.new_work(), await rented.manager.me()
    await add_charge(work, me, rented.lease, article, minor, dt.date.fromisoformat(on))
    await rented.world.settle()


async def test_a_bill_told_as_paid_is_not_asked_for_when_the_rent_falls_due_before_it(world: World) -> None:
    """Paid on 25 February, utilities due on 10 March; the rent of 5 March takes only what is left."""
    rented = await rented_in(world, starts_on=dt.date(2027, 2, 1))
    oleg, manager = rented.oleg, rented.manager
    await at(rented, "2027-02-05")
    await pays(rented, RENT, "2027-02-05")
    await at(rented, "2027-02-25")
    await billed(rented, Article.ELECTRICITY, 2_522_00, "2027-03-10")
    await pays(rented, 5_000_00, "2027-02-25")
    oleg.sees("• Электричество за март: 2 522 ₽", "• Аванс: 2 478 ₽, в счёт аренды: март")
    oleg.sees("Следующий платёж: 43 522 ₽, 5 марта")
    await at(rented, "2027-03-02")
    oleg.sees("⏰ Через 3 дня, 5 марта: 43 522 ₽")
    assert "Электричество" not in oleg.screen
    await at(rented, "2027-03-06")
    oleg.sees("⏰ Просрочено: 43 522 ₽, 1 день", "• Аренда за март: осталось 43 522 ₽ из 46 000 ₽")
    manager.sees("⏰ Просрочено: 43 522 ₽, 1 день")
    heard = len(oleg.heard)
    await pays(rented, 43_522_00, "2027-03-06")
    oleg.sees("Долга нет, аренда оплачена по 31 марта.")
    for day in ("2027-03-07", "2027-03-10", "2027-03-11", "2027-03-17"):
        await at(rented, day)
    assert not any("⏰" in one for one in oleg.heard[heard:]), "what was told as paid is asked for again"


async def test_an_advance_told_as_rent_is_not_spent_on_a_bill(world: World) -> None:
    """The rent is paid until 31 December; a bill that comes then is to be paid, and the rent stays paid."""
    rented = await rented_in(world, starts_on=dt.date(2026, 11, 1))
    oleg, manager = rented.oleg, rented.manager
    await pays(rented, 2 * RENT, "2026-11-21")
    oleg.sees("• Аванс: 46 000 ₽, в счёт аренды: декабрь", "Долга нет, аренда оплачена по 31 декабря.")
    await billed(rented, Article.COLD_WATER, 1_500_00, "2026-12-10")
    await oleg.writes("/menu")
    oleg.sees("аренда оплачена по 31 декабря", "Следующий платёж: 1 500 ₽, 10 декабря")
    await at(rented, "2026-12-05")
    await at(rented, "2026-12-07")
    oleg.sees("⏰ Через 3 дня, 10 декабря: 1 500 ₽", "• Холодная вода за декабрь: 1 500 ₽")
    await at(rented, "2026-12-11")
    oleg.sees("⏰ Просрочено: 1 500 ₽, 1 день")
    manager.sees("⏰ Просрочено: 1 500 ₽, 1 день")
    await pays(rented, 1_500_00, "2026-12-11")
    oleg.sees("• Холодная вода за декабрь: 1 500 ₽", "Долга нет, аренда оплачена по 31 декабря.")


async def test_a_payment_that_is_taken_back_says_what_is_owed_again_and_moves_nothing_else(world: World) -> None:
    rented = await rented_in(world, starts_on=dt.date(2026, 11, 1))
    oleg, me = rented.oleg, await rented.manager.me()
    november = await pays(rented, RENT, "2026-11-21")
    await pays(rented, RENT, "2026-11-21")
    await world.later(seconds=10)
    await reverse_entry(world.product.new_work(), me, rented.lease, november, "не та сумма")
    await world.later(seconds=10)
    oleg.sees("↩️ Отменено: оплата переводом, 46 000 ₽", "Вы должны 46 000 ₽ с 5 ноября")
    oleg.sees("Аванс: 46 000 ₽, в счёт аренды: декабрь")
    account = await rented.account()
    assert [(one.key, one.minor) for one in account.to_pay()] == [("rent:2026-11", RENT)]


async def test_what_the_lists_sum_up_is_what_the_account_says(world: World) -> None:
    """The manager's list and the figures are sums in the database: money kept for later is no payment of a debt."""
    rented = await rented_in(world, starts_on=dt.date(2026, 11, 1))
    manager = rented.manager
    await billed(rented, Article.GAS, 900_00, "2026-12-10")
    await pays(rented, RENT + 900_00 + 1_000_00, "2026-11-21")
    await at(rented, "2026-12-06")
    await manager.writes("/menu")
    await manager.forges("kdl:0:0")
    manager.sees("45 000 ₽ · Лесная, 4")
    await manager.writes("/money")
    manager.sees("Просрочено 45 000 ₽")
