"""Rent is charged on its due day by the manager's calendar, once, and made right when the lease changes."""

import datetime as dt
from collections.abc import Callable

import pytest

from domain.estate.leases.lease import Lease, LeaseId, RentStep
from domain.estate.leases.rent import settle_rent
from domain.estate.money.add_charge import add_charge
from domain.estate.money.add_payment import add_payment
from domain.estate.money.return_deposit import return_deposit
from domain.estate.money.reverse_entry import reverse_entry
from domain.estate.money.set_deposit_against_debt import set_deposit_against_debt
from domain.estate.money.show_account import show_account
from domain.estate.parties.party import PartyKind
from domain.ledger.entry import Article, Entry, Method, account_of_lease
from domain.refusal import Conflict, NotFound, Refusal
from tests.support.estate import RENT, Manager, new_landlord
from tests.support.world import World


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


async def a_lease(world: World, manager: Manager | None = None, **terms: object) -> tuple[Manager, LeaseId]:
    manager = manager or await new_landlord(world)
    tenant = await manager.knows(PartyKind.TENANT, "Олег")
    return manager, await manager.lets(await manager.manages(), tenant, **terms)  # type: ignore[arg-type]


async def rows(world: World, lease: LeaseId) -> list[Entry]:
    work = world.product.new_work()
    async with work.reading():
        return await work.ledger.of([account_of_lease(lease)])


async def booked(world: World, lease: LeaseId) -> list[tuple[str, int]]:
    return [(str(one.key), one.minor) for one in await rows(world, lease)]


async def changes(world: World, lease_id: LeaseId, change: Callable[[Lease], None]) -> None:
    """As a use case that edits the lease does it."""
    work = world.product.new_work()
    async with work.writing("changes"):
        lease = await work.estate.leases.get(lease_id, hold=True)
        change(lease)
        await work.estate.leases.save(lease)
        await settle_rent(work, lease)
        await work.commit(None)


async def test_a_month_is_charged_on_its_day_and_once_however_often_the_clock_ticks(world: World) -> None:
    manager, lease = await a_lease(world, starts_on=day("2026-10-21"), due_day=25)
    await world.later(seconds=1)
    assert await booked(world, lease) == [("rent:2026-10", 16_322_58)]
    world.clock.set(dt.datetime(2026, 11, 24, 20, 59, tzinfo=dt.UTC))  # a minute to midnight in Moscow
    await world.later(seconds=1)
    assert len(await rows(world, lease)) == 1
    await world.later(minutes=1)
    await world.later(minutes=5)
    assert await booked(world, lease) == [("rent:2026-10", 16_322_58), ("rent:2026-11", RENT)]
    november = (await rows(world, lease))[-1]
    assert (november.on, november.booked_by) == (day("2026-11-25"), None)
    assert november.arithmetic == {"days": 30, "of": 30, "shares": [[30, RENT]]}
    # nothing ran for months: everything missed comes at once
    await world.later(days=100)
    assert [key for key, _ in await booked(world, lease)][2:] == ["rent:2026-12", "rent:2027-01", "rent:2027-02"]
    account = await show_account(world.product.new_work(), await manager.me(), lease)
    assert account.lease.next_charge_on == day("2027-03-25")
    assert account.lease.version == 1, "what the clock does is nobody's edit"


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
async def test_a_day_begins_with_the_managers(world: World, zone: str) -> None:
    manager = await new_landlord(world)
    await manager.prefers(time_zone=zone)
    _, lease = await a_lease(world, manager, starts_on=day("2026-11-22"), due_day=22)
    midnight = dt.datetime(2026, 11, 22, tzinfo=(await manager.me()).zone)
    for moment, expected in ((midnight - dt.timedelta(seconds=5), 0), (midnight, 1)):
        world.clock.set(moment)
        await world.product.schedule.tick()
        assert len(await rows(world, lease)) == expected


async def test_an_end_that_moves_makes_the_months_right_again(world: World) -> None:
    _, lease = await a_lease(world, starts_on=day("2026-10-01"))
    await world.later(seconds=1)

    def ends(on: str | None) -> Callable[[Lease], None]:
        return lambda one: setattr(one, "ends_on", None if on is None else day(on))

    await changes(world, lease, ends("2026-11-15"))
    assert await booked(world, lease) == [
        ("rent:2026-10", RENT),
        ("rent:2026-11", RENT),
        ("None", -RENT),
        ("rent:2026-11:2", RENT // 2),
    ]
    # the manager has made a mistake: not at all in November; then again on, and everything is as it was
    await changes(world, lease, ends("2026-10-31"))
    await changes(world, lease, ends(None))
    standing = sum(one.minor for one in await rows(world, lease))
    assert standing == 2 * RENT
    assert (await booked(world, lease))[-1] == ("rent:2026-11:3", RENT)
    await world.later(days=20)
    assert (await booked(world, lease))[-1] == ("rent:2026-12", RENT)


async def test_a_changed_rent_changes_what_was_booked_but_not_what_was_let_off(world: World) -> None:
    manager, lease = await a_lease(world, starts_on=day("2026-09-01"))
    await world.later(seconds=1)
    me = await manager.me()
    september = (await rows(world, lease))[0]
    await reverse_entry(world.product.new_work(), me, lease, september.id, "каникулы")

    def dearer(one: Lease) -> None:
        one.rent = (*one.rent, RentStep(day("2026-11-01"), 50_000_00))

    await changes(world, lease, dearer)
    assert await booked(world, lease) == [
        ("rent:2026-09", RENT),
        ("rent:2026-10", RENT),
        ("rent:2026-11", RENT),
        ("None", -RENT),
        ("None", -RENT),
        ("rent:2026-11:2", 50_000_00),
    ]
    with pytest.raises(Conflict):
        await reverse_entry(world.product.new_work(), me, lease, september.id, "ещё раз")
    with pytest.raises(Refusal):
        await reverse_entry(world.product.new_work(), me, lease, (await rows(world, lease))[-2].id, "обратно")


async def test_payments_settle_the_oldest_first_and_say_until_when_it_is_paid(world: World) -> None:
    manager, lease = await a_lease(world, starts_on=day("2026-10-01"))
    await world.later(seconds=1)
    me = await manager.me()

    async def pays(minor: int, on: str) -> None:
        await add_payment(world.product.new_work(), me, lease, minor, day(on), Method.CASH)

    await pays(RENT + 6_000_00, "2026-11-10")
    account = await show_account(world.product.new_work(), me, lease)
    assert (account.owed.minor, account.paid_until) == (40_000_00, day("2026-10-31"))
    assert [(one.key, one.minor) for one in account.to_pay()] == [("rent:2026-11", 40_000_00)]
    await pays(100_000_00, "2026-10-02")  # a payment of an earlier day, found later
    account = await show_account(world.product.new_work(), me, lease)
    assert (account.owed.minor, account.statement.advance, account.paid_until) == (0, 60_000_00, day("2026-12-31"))
    assert [(one.on, one.minor) for one in account.coming] == [(day("2027-01-05"), RENT - 14_000_00)]
    with pytest.raises(Refusal, match="has not come yet"):
        await pays(1, "2026-11-23")
    for wrong in (0, -5, 10**14):
        with pytest.raises(Refusal):
            await pays(wrong, "2026-11-10")
    stranger = await (await new_landlord(world, "Чужой")).me()
    with pytest.raises(NotFound):
        await add_payment(world.product.new_work(), stranger, lease, 100, day("2026-11-10"), Method.CASH)


async def test_a_deposit_is_taken_kept_apart_and_settled(world: World) -> None:
    manager, lease = await a_lease(world, starts_on=day("2026-11-01"))
    await world.later(seconds=1)
    me = await manager.me()
    await add_charge(world.product.new_work(), me, lease, Article.DEPOSIT, 50_000_00, day("2026-11-06"))
    for settles in (set_deposit_against_debt, return_deposit):
        with pytest.raises(Conflict):
            await settles(world.product.new_work(), me, lease, 100)
    await add_payment(world.product.new_work(), me, lease, RENT + 20_000_00, day("2026-11-01"), Method.BANK)
    with pytest.raises(Refusal, match="not been paid in full"):
        await set_deposit_against_debt(world.product.new_work(), me, lease, 100)
    await add_payment(world.product.new_work(), me, lease, 30_000_00, day("2026-11-02"), Method.BANK)
    await world.later(days=20)  # December falls due and is not paid
    before = await show_account(world.product.new_work(), me, lease)
    assert (before.deposit_held.minor, before.owed.minor) == (50_000_00, RENT)
    with pytest.raises(Conflict, match="at most"):
        await set_deposit_against_debt(world.product.new_work(), me, lease, RENT + 1)
    await set_deposit_against_debt(world.product.new_work(), me, lease, RENT)
    held = await show_account(world.product.new_work(), me, lease)
    assert (held.deposit_held.minor, held.owed.minor) == (4_000_00, 0)
    with pytest.raises(Conflict, match="at most"):
        await return_deposit(world.product.new_work(), me, lease, 4_000_01)
    await return_deposit(world.product.new_work(), me, lease, 4_000_00)
    after = await show_account(world.product.new_work(), me, lease)
    assert (after.deposit_held.minor, after.owed.minor, after.statement.advance) == (0, 0, 0)
    shown = after.statement
    assert shown.received(day("2026-11-01"), day("2026-11-30")) == RENT
    assert shown.received(day("2026-12-01"), day("2026-12-31")) == RENT
    assert shown.expected(day("2026-11-01"), day("2026-12-31")) == 2 * RENT
