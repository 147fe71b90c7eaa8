"""What objects bring, cost and stand empty: of an owner, of an object, of a manager's portfolio."""

import datetime as dt

import pytest

from domain.estate.analytics.costs_over import costs_over
from domain.estate.analytics.let_areas import AreaShare, let_areas
from domain.estate.analytics.occupancy_over import occupancy_over
from domain.estate.analytics.rental_flow import rental_flow
from domain.estate.analytics.whose import Whose
from domain.estate.costs.add_cost import add_cost
from domain.estate.costs.cost import CostKind
from domain.estate.costs.draft import CostDraft
from domain.estate.costs.take_back_cost import take_back_cost
from domain.estate.leases.lease import LeaseId
from domain.estate.money.add_charge import add_charge
from domain.estate.money.add_payment import add_payment
from domain.estate.money.reverse_entry import reverse_entry
from domain.estate.objects.archive_premises import archive_premises
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyKind
from domain.ledger.entry import Article, EntryId, Method
from domain.refusal import NotFound
from tests.support.estate import Manager, new_landlord, new_manager
from tests.support.world import World

EVERYTHING = Whose()
LONG_AGO = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
NOV, OCT, SEP = dt.date(2026, 11, 1), dt.date(2026, 10, 1), dt.date(2026, 9, 1)


async def pays(manager: Manager, lease: LeaseId, minor: int, on: dt.date) -> EntryId:
    work = manager.world.product.new_work()
    return await add_payment(work, await manager.me(), lease, minor, on, Method.BANK)


async def spends(
    manager: Manager, premises: PremisesId, article: str, kind: CostKind, month: dt.date, minor: int
) -> int:
    draft = CostDraft(article=article, kind=kind, month=month, minor=minor)
    return await add_cost(manager.world.product.new_work(), await manager.me(), premises, draft)


async def test_the_rental_flow_of_a_landlord(world: World) -> None:
    lev = await new_landlord(world)
    me, work = await lev.me(), world.product.new_work
    flat, office = await lev.manages(), await lev.manages(name="Офис", currency="USD")
    anton = await lev.knows(PartyKind.TENANT, "Антон")
    of_flat = await lev.lets(flat, anton, starts_on=dt.date(2026, 9, 16))
    await lev.lets(office, anton, rent=500_00, currency="USD", starts_on=NOV, due_day=25)
    await world.later(hours=1)  # the clock charges what is due
    await pays(lev, of_flat, 23_000_00, dt.date(2026, 9, 30))
    mistake = await pays(lev, of_flat, 1_00, dt.date(2026, 10, 3))
    await reverse_entry(work(), me, of_flat, mistake, "дважды")
    # of 50 000 paid in November 4 000 go into the deposit, due before the rent of November
    await add_charge(work(), me, of_flat, Article.DEPOSIT, 4_000_00, dt.date(2026, 10, 20))
    await pays(lev, of_flat, 50_000_00, dt.date(2026, 11, 7))

    told = await rental_flow(work(), me, EVERYTHING, 3)
    assert told.scope.months == (SEP, OCT, NOV)
    roubles, dollars = told.flows
    assert (roubles.currency, roubles.received) == ("RUB", (23_000_00, 0, 46_000_00))
    assert roubles.due == (23_000_00, 46_000_00, 46_000_00)
    assert [(one.premises.name, one.received, one.due) for one in roubles.objects] == [
        ("Лесная, 4", 69_000_00, 115_000_00)
    ]
    assert (roubles.overdue, [(one.minor, one.since) for one in roubles.debts]) == (
        46_000_00, [(46_000_00, dt.date(2026, 11, 5))],
    )  # fmt: skip
    # what falls due on the 25th is expected though nobody has charged it
    assert (dollars.currency, dollars.received, dollars.due, dollars.overdue) == ("USD", (0, 0, 0), (0, 0, 500_00), 0)

    now = await rental_flow(work(), me, Whose(premises=flat), 0)
    assert [(one.received, one.due) for one in now.flows] == [((46_000_00,), (46_000_00,))]


async def test_areas_are_averaged_over_the_days_of_a_month(world: World) -> None:
    lev = await new_landlord(world)
    me, work = await lev.me(), world.product.new_work
    house = await lev.manages(name="Склад", area=300_00, created_at=LONG_AGO)
    old = await lev.manages(name="Старый", area=100_00, created_at=LONG_AGO)
    await lev.manages(name="Без площади", area=None)
    tenant = await lev.knows(PartyKind.TENANT, "Антон")
    await lev.lets(house, tenant, area=100_00, starts_on=dt.date(2026, 10, 1))
    await lev.lets(house, tenant, area=200_00, starts_on=dt.date(2026, 10, 17), ends_on=dt.date(2026, 11, 7))
    await lev.lets(house, tenant, area=200_00, starts_on=dt.date(2026, 11, 8))
    await lev.lets(old, tenant, starts_on=dt.date(2026, 9, 1), ends_on=dt.date(2026, 9, 30))
    told = await let_areas(work(), me, EVERYTHING, 3)
    assert told.now == AreaShare(whole=400_00, let=300_00)
    assert (told.now.free, told.now.share, told.unknown) == (100_00, 75_00, 1)
    assert [(one.premises.name, one.area.let) for one in told.objects] == [("Склад", 300_00), ("Старый", 0)]
    half_of_october = 100_00 + (200_00 * 15 + 15) // 31
    assert told.months == (AreaShare(400_00, 100_00), AreaShare(400_00, half_of_october), AreaShare(400_00, 300_00))

    await archive_premises(work(), me, old)
    await world.later(days=20)
    told = await let_areas(work(), me, EVERYTHING, 3)
    assert told.now.whole == 300_00
    # put away on the 21st of November, it counts for 21 days of 30 and not at all in December
    assert [one.whole for one in told.months] == [400_00, 370_00, 300_00]


async def test_occupancy_of_an_object_says_who_has_it_and_until_when(world: World) -> None:
    lev = await new_landlord(world)
    me, work = await lev.me(), world.product.new_work
    flat = await lev.manages(created_at=LONG_AGO)
    anton, boris = await lev.knows(PartyKind.TENANT, "Антон"), await lev.knows(PartyKind.TENANT, "Борис")
    await lev.lets(flat, anton, starts_on=dt.date(2026, 9, 21), ends_on=dt.date(2026, 11, 10))
    await lev.lets(flat, boris, starts_on=dt.date(2026, 12, 1))
    told = await occupancy_over(work(), me, flat, 6)
    assert [(one.is_occupied, one.let_days, one.days) for one in told.months] == [
        (False, 0, 30), (False, 0, 31), (False, 0, 31), (True, 10, 30), (True, 31, 31), (True, 10, 21),
    ]  # fmt: skip
    assert told.now == ()
    assert told.coming is not None
    assert told.coming.tenant.name == "Борис"
    await world.later(days=12)
    told = await occupancy_over(work(), me, flat, 0)
    assert [(one.tenant.name, one.lease.ends_on) for one in told.now] == [("Борис", None)]
    assert (told.coming, told.area) == (None, AreaShare(54_00, 54_00))


async def test_costs_by_kind_article_and_object(world: World) -> None:
    lev = await new_landlord(world)
    me, work = await lev.me(), world.product.new_work
    flat, office = await lev.manages(), await lev.manages(name="Офис", currency="KGS")
    await spends(lev, flat, "Вода", CostKind.UTILITY, dt.date(2026, 10, 15), 1_000_00)
    await spends(lev, flat, "вода", CostKind.UTILITY, NOV, 1_200_00)
    await spends(lev, flat, "Уборка", CostKind.OPERATING, NOV, 5_000_00)
    await spends(lev, office, "Налог", CostKind.OTHER, NOV, 7_00)
    wrong = await spends(lev, flat, "Уборка", CostKind.OPERATING, NOV, 500_000_00)
    await take_back_cost(work(), me, wrong)  # type: ignore[arg-type]
    await spends(lev, flat, "Давно", CostKind.OTHER, dt.date(2026, 8, 1), 1_00)

    roubles, soms = (await costs_over(work(), me, EVERYTHING, 3)).currencies
    assert roubles.kinds == {
        CostKind.UTILITY: (0, 1_000_00, 1_200_00), CostKind.OPERATING: (0, 0, 5_000_00), CostKind.OTHER: (0, 0, 0),
    }  # fmt: skip
    assert (roubles.months, roubles.minor) == ((0, 1_000_00, 6_200_00), 7_200_00)
    assert [(one.article, one.minor) for one in roubles.articles] == [("Уборка", 5_000_00), ("Вода", 2_200_00)]
    assert [(one.premises.name, one.minor) for one in roubles.objects] == [("Лесная, 4", 7_200_00)]
    assert (soms.currency, soms.minor) == ("KGS", 7_00)
    now = await costs_over(work(), me, Whose(premises=flat), 0)
    assert [one.minor for one in now.currencies] == [6_200_00]


async def test_each_sees_the_figures_of_their_own_objects(world: World) -> None:
    maria = await new_manager(world)
    olga, pavel = await maria.owner("Ольга"), await maria.owner("Павел")
    flat = await maria.manages(olga.party)
    shop = await maria.manages(pavel.party, name="Магазин")
    eve = await new_landlord(world, "Ева")
    work, me, eve_me = world.product.new_work, await maria.me(), await eve.me()

    async def names(who: object, whose: Whose = EVERYTHING) -> list[str]:
        told = await let_areas(work(), who, whose, 0)  # type: ignore[arg-type]
        return [one.premises.name for one in told.objects]

    assert await names(me) == ["Лесная, 4", "Магазин"]
    assert await names(me, Whose(owner=pavel.party)) == ["Магазин"]
    assert await names(await olga.me()) == ["Лесная, 4"]
    assert await names(await olga.me(), Whose(premises=flat)) == ["Лесная, 4"]
    assert await names(eve_me) == []
    for query in (let_areas, rental_flow, costs_over):
        for whose in (Whose(premises=shop), Whose(owner=olga.party)):
            with pytest.raises(NotFound):
                await query(work(), eve_me, whose, 0)
        with pytest.raises(NotFound):
            await query(work(), await olga.me(), Whose(premises=shop), 0)
    with pytest.raises(NotFound):
        await occupancy_over(work(), eve_me, flat, 3)
