"""A tenant hears at once that their lease is in the bot, costs another rent, ends sooner, or was a mistake."""

import datetime as dt

import pytest

from domain.estate.leases.add_lease import add_lease
from domain.estate.leases.edit_lease import change_rent
from domain.estate.leases.end_lease import call_off_lease, end_lease
from domain.estate.leases.lease import LeaseId
from domain.estate.leases.lease_terms import LeaseTerms
from domain.estate.leases.show_lease import show_lease
from tests.support.estate import new_landlord
from tests.support.world import World


@pytest.mark.one_database
async def test_a_tenant_hears_what_becomes_of_the_lease(world: World) -> None:
    lev = await new_landlord(world)
    anna, tom = await lev.tenant("Анна"), await lev.tenant("Том", language="en")
    flat, store = await lev.manages(), await lev.manages(name="Кладовая")
    me, new_work = await lev.me(), world.product.new_work

    async def version(lease: LeaseId) -> int:
        return (await show_lease(new_work(), me, lease)).lease.version

    terms = LeaseTerms(tenant_id=anna.party, starts_on=dt.date(2026, 12, 1), rent=45_000_00, due_day=5)
    lease = await add_lease(new_work(), me, flat, terms)
    await world.settle()
    anna.sees("📄 Ваш договор теперь в боте", "С 1 декабря, бессрочно", "45 000 ₽ в месяц", "до 5-го", "🏠 Открыть")
    await change_rent(new_work(), me, lease, await version(lease), since=dt.date(2027, 6, 1), minor=50_000_00)
    await world.later(minutes=1)
    anna.sees("📄 Аренда с 1 июня 2027 — 50 000 ₽ в месяц", "Следующий платёж: 45 000 ₽, 5 декабря")
    await end_lease(new_work(), me, lease, await version(lease), dt.date(2027, 1, 31))
    await world.later(minutes=1)
    anna.sees("📄 Ваш договор заканчивается 31 января 2027", "✍️ Написать")
    await anna.taps("🏠 Открыть")
    anna.sees("Лесная, 4", "до 31 января 2027")

    terms = LeaseTerms(tenant_id=tom.party, starts_on=dt.date(2026, 11, 1), rent=9_000_00, due_day=5)
    lease = await add_lease(new_work(), me, store, terms)
    await world.settle()
    tom.sees("📄 Your lease is here", "You owe ₽9,000")
    await call_off_lease(new_work(), me, lease, await version(lease))
    await world.later(minutes=1)
    tom.sees("📄 The lease has been called off", "Nothing is to be paid for it.")
    await tom.taps("☰ Menu")
    tom.sees("Your lease is not here yet")
