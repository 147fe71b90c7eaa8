"""Fourteen months of a manager with 3 owners, 12 objects and 30 tenants give the same figures as a spreadsheet.

Leases start, end, are ended early, change their rent; rents are paid on time, late, in part, ahead, twice by mistake,
and not at all; there are deposits, late fees and costs; in two currencies, with people in four time zones. What is
about behaviour is typed and tapped: payments reported and confirmed, booked, taken back, leases ended, rents changed.
"""

import datetime as dt
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from domain.estate.analytics.costs_over import costs_over
from domain.estate.analytics.let_areas import let_areas
from domain.estate.analytics.rental_flow import rental_flow
from domain.estate.analytics.whose import Whose
from domain.estate.costs.add_cost import add_cost
from domain.estate.costs.cost import CostKind
from domain.estate.costs.draft import CostDraft
from domain.estate.costs.take_back_cost import take_back_cost
from domain.estate.leases.add_lease import add_lease
from domain.estate.leases.lease import LeaseId
from domain.estate.leases.lease_terms import LeaseTerms
from domain.estate.leases.past_rent import PastRent
from domain.estate.money.add_charge import add_charge
from domain.estate.money.add_payment import add_payment
from domain.estate.money.return_deposit import return_deposit
from domain.estate.money.reverse_entry import reverse_entry
from domain.estate.money.set_deposit_against_debt import set_deposit_against_debt
from domain.estate.money.show_account import show_account
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId
from domain.ledger.entry import Article, EntryId, Method
from domain.people.person import Person as Member
from domain.people.person import PushPace
from jobs.rent import book_rent, remind_of_rent
from tests.support.clock import HeldClock
from tests.support.estate import Client, Manager, new_manager
from tests.support.spreadsheet import ONE_DAY, Cell, LeaseRow, Line, Spreadsheet
from tests.support.world import World, world_on

BEGIN, END = dt.date(2025, 10, 1), dt.date(2026, 12, 1)
ZONES = ("Europe/Moscow", "Europe/Berlin", "Asia/Vladivostok", "Asia/Bishkek")
"""Of owners and tenants, in turn; the manager is in Moscow."""
PARTS = (1, 1, 2, 3, 1, 2, 1, 3, 1, 1, 2, 2)
"""In how many parts each of the twelve objects is let."""
STYLES = ("on time", "late", "in part", "ahead", "stops", "twice")
DUE_DAYS = (1, 5, 10, 15, 25, 28, 30, 31)


@dataclass
class Tenancy:
    """A lease of the script."""

    name: str
    party: PartyId
    tenant: Client | None
    """None for a tenant who has not come to the bot."""
    premises: PremisesId
    object: str
    style: str
    row: LeaseRow
    id: LeaseId = field(default=LeaseId(0))
    deposit: int = 0


@dataclass
class Script:
    """Everything that happens, on both sides: in the product and in the spreadsheet."""

    world: World
    manager: Manager
    me: Member
    owners: list[Client] = field(default_factory=list)
    objects: dict[str, tuple[PremisesId, int, int]] = field(default_factory=dict)
    """By name: the object, its owner's number, its area."""
    tenancies: list[Tenancy] = field(default_factory=list)
    costs: list[tuple[str, dt.date, CostKind, int]] = field(default_factory=list)
    sheet: Spreadsheet = field(default_factory=Spreadsheet)
    today: dt.date = BEGIN

    def work(self) -> Any:
        return self.world.product.new_work()

    async def rest(self) -> None:
        """Let what is to be sent go out: a chat takes three messages at once and then one a second."""
        for _ in range(2):
            await self.world.settle()
            self.world.clock.advance(seconds=3)

    # what happens

    async def tap(self, who: Client | Manager, *labels: str) -> None:
        for label in labels:
            await self.world.does(who.person.taps, label)

    async def type(self, who: Client | Manager, words: str) -> None:
        await self.world.does(who.person.writes, words)

    async def forge(self, who: Client | Manager, data: str) -> None:
        """The button of a menu that somebody would have to find first."""
        await self.world.does(who.person.taps_data, data, who.person.screen)

    async def begins(self, one: Tenancy) -> None:
        row = one.row
        terms = LeaseTerms(
            tenant_id=one.party,
            starts_on=row.starts,
            ends_on=row.ends,
            area=row.area,
            rent=row.prices[0][1],
            due_day=row.due_day,
        )
        one.id = LeaseId(await add_lease(self.work(), self.me, one.premises, terms, PastRent.OPEN))
        self.sheet.leases[one.name] = row
        if one.deposit:
            day = row.starts + 2 * ONE_DAY
            await add_charge(self.work(), self.me, one.id, Article.DEPOSIT, one.deposit, day)
            self.sheet.charges.append(Line(one.name, day, one.deposit, deposit=True))
            self.sheet.settle(one.name, self.today)
            await self.pays(one, one.deposit)

    async def pays(self, one: Tenancy, minor: int, *, day: dt.date | None = None) -> EntryId:
        on = day or self.today
        self.sheet.payments.append(Line(one.name, on, minor))
        self.sheet.settle(one.name, self.today)
        return EntryId(await add_payment(self.work(), self.me, one.id, minor, on, Method.BANK))

    async def reports(self, one: Tenancy, minor: int) -> None:
        """The tenant types what was paid, the manager confirms it from the push."""
        assert one.tenant is not None
        await self.forge(one.tenant, f"tip:{one.id}:1")
        await self.type(one.tenant, f"{minor / 100:.2f}".replace(".", ","))
        await self.tap(one.tenant, "Сегодня", "Пропустить", "✅ Сообщить")
        await self.rest()
        await self.tap(self.manager, "✅ Подтвердить")
        self.sheet.payments.append(Line(one.name, self.today, minor))
        self.sheet.settle(one.name, self.today)

    async def enters(self, one: Tenancy, minor: int) -> None:
        """The manager enters it."""
        await self.forge(self.manager, f"kpy:{one.id}:1")
        await self.type(self.manager, f"{minor / 100:.2f}".replace(".", ","))
        await self.tap(self.manager, "Сегодня", "💵", "✅ Сохранить")
        self.sheet.payments.append(Line(one.name, self.today, minor))
        self.sheet.settle(one.name, self.today)

    async def takes_back(self, one: Tenancy, entry: EntryId, *, by_hand: bool) -> None:
        if by_hand:
            await self.forge(self.manager, f"krv:{one.id}:{entry}:0")
            await self.tap(self.manager, "↩️", "Внесено дважды")
        else:
            await reverse_entry(self.work(), self.me, one.id, entry, "внесено дважды")
        next(line for line in reversed(self.sheet.payments) if line.lease == one.name and not line.gone).gone = True
        self.sheet.settle(one.name, self.today)

    async def ends(self, one: Tenancy, last: dt.date) -> None:
        """In the chat: from the card of the lease."""
        await self.forge(self.manager, f"kol:{one.id}:1")
        await self.tap(self.manager, "🏁 Завершить")
        await self.type(self.manager, f"{last:%d.%m.%Y}")
        await self.tap(self.manager, "🏁 Завершить")
        one.row.ends = last
        self.sheet.settle(one.name, self.today)

    async def changes_rent(self, one: Tenancy, since: dt.date, minor: int) -> None:
        """In the chat as well."""
        await self.forge(self.manager, f"kol:{one.id}:1")
        await self.tap(self.manager, "✏️ Изменить", "Аренда")
        await self.type(self.manager, f"{minor / 100:.2f}".replace(".", ","))
        await self.type(self.manager, f"{since:%d.%m.%Y}")
        one.row.prices.append((since, minor))
        self.sheet.settle(one.name, self.today)

    async def costs_of_the_month(self, dice: random.Random) -> None:
        month = self.today.replace(day=1)
        for name, (premises, _, _) in self.objects.items():
            for kind in (CostKind.UTILITY, CostKind.OPERATING):
                minor = dice.randrange(1_000_00, 9_000_00)
                draft = CostDraft(article=kind.value, kind=kind, month=month, minor=minor)
                cost = await add_cost(self.work(), self.me, premises, draft)
                if dice.random() < 0.2:
                    await take_back_cost(self.work(), self.me, cost)
                else:
                    self.costs.append((name, month, kind, minor))


# the plan


async def cast(world: World) -> Script:
    """Three owners with twelve objects, in two currencies."""
    manager = await new_manager(world)
    script = Script(world, manager, await manager.me())
    for number, name in enumerate(("Ольга", "Борис", "Жанат")):
        owner = await manager.owner(name)
        await owner.prefers(time_zone=ZONES[number + 1], push_pace=PushPace.OFF)
        script.owners.append(owner)
    for number in range(len(PARTS)):
        whose = number // 4
        name, area = f"Объект {number + 1}", (40 + 15 * number) * 100
        currency = "KGS" if whose == 2 else "RUB"
        premises = await manager.manages(script.owners[whose].party, name=name, area=area, currency=currency)
        script.objects[name] = (premises, whose, area)
        script.sheet.added[name] = script.today
    return script


async def plan(script: Script, dice: random.Random) -> None:
    """Thirty tenants one after another in the parts of the objects."""
    parts = [
        (name, share) for (name, _), share in zip(script.objects.items(), PARTS, strict=True) for _ in range(share)
    ]
    for number, (name, share) in enumerate(parts):
        starts = BEGIN + dt.timedelta(days=dice.randrange(-45, 60))
        if number < 10:
            ends = starts + dt.timedelta(days=dice.randrange(120, 220))
            await _tenancy(script, dice, name, share, starts, ends)
            await _tenancy(script, dice, name, share, ends + dt.timedelta(days=dice.randrange(1, 40)), None)
        else:
            await _tenancy(script, dice, name, share, starts, dice.choice((None, starts + dt.timedelta(days=500))))


async def _tenancy(
    script: Script, dice: random.Random, name: str, share: int, starts: dt.date, ends: dt.date | None
) -> None:
    number = len(script.tenancies)
    premises, owner, area = script.objects[name]
    tenant = None
    if number % 3 == 1:
        party = await script.manager.knows_tenant("Арендатор", f"{number + 1}")
    else:
        tenant = await script.manager.tenant("Арендатор", f"{number + 1}")
        party = tenant.party
        await tenant.prefers(time_zone=ZONES[number % len(ZONES)])
    row = LeaseRow(
        object=name,
        currency="KGS" if owner == 2 else "RUB",
        area=area // share,
        starts=starts,
        ends=ends,
        due_day=DUE_DAYS[number % len(DUE_DAYS)],
        prices=[(starts, dice.randrange(20_000_00, 90_000_00))],
    )
    one = Tenancy(f"Договор {number + 1}", party, tenant, premises, name, STYLES[number % len(STYLES)], row)
    one.deposit = 50_000_00 if number % 7 == 3 else 0
    script.tenancies.append(one)


# a day


async def day(script: Script, dice: random.Random) -> None:
    """People act in the morning; every third day the clock charges the rent and reminds: between them nothing ran."""
    today = script.today
    for one in script.tenancies:
        if not one.id and one.row.starts <= today:
            await script.begins(one)
    for number, one in enumerate(script.tenancies):
        if one.id:
            await _pays_as_usual(script, one, number)
    await _whatever_happens(script)
    if today.day == 20:
        await script.costs_of_the_month(dice)
    if today.day % 3 != 1:
        return
    script.world.clock.set(dt.datetime(today.year, today.month, today.day, 10, tzinfo=dt.UTC))
    await book_rent(script.work)
    await remind_of_rent(script.work)
    await script.rest()
    for one in script.tenancies:
        if one.id:
            script.sheet.tell(one.name, today)


async def _pays_as_usual(script: Script, one: Tenancy, number: int) -> None:
    today, row = script.today, one.row
    due, before = row.due(today.replace(day=1)), row.due((today.replace(day=1) - ONE_DAY).replace(day=1))
    rent = row.rent(today.replace(day=1))
    was = row.rent(before.replace(day=1))
    if one.style == "stops" and today > dt.date(2026, 5, 1):
        return
    match one.style:
        case "on time" | "stops" if today == due and rent:
            await (script.reports(one, rent) if number % 12 == 0 else script.pays(one, rent))
        case "late" if today - dt.timedelta(days=4) in (due, before) and was:
            await (script.enters(one, was) if number == 1 else script.pays(one, was))
        case "in part" if today == due and rent:
            await script.pays(one, rent * 6 // 10)
        case "in part" if today - dt.timedelta(days=10) in (due, before) and was:
            await script.pays(one, was - was * 6 // 10, day=today - ONE_DAY)
        case "ahead" if today == due and rent and today.month % 3 == 0:
            await script.pays(one, 3 * row.price(today))
        case "twice" if today == due + ONE_DAY and rent:
            await script.pays(one, rent)
            entry = await script.pays(one, rent)
            await script.takes_back(one, entry, by_hand=today.month % 6 == 0)


async def _whatever_happens(script: Script) -> None:
    """What was not agreed beforehand."""
    today, tenancies = script.today, script.tenancies
    match (today.month, today.day):
        case (2, 10):
            await script.ends(tenancies[21], today + dt.timedelta(days=7))
        case (4, 17):
            await script.ends(tenancies[24], today - dt.timedelta(days=5))
        case (3, 16):
            await script.changes_rent(tenancies[22], dt.date(2026, 3, 11), 77_777_77)
        case (6, 3):
            await script.changes_rent(tenancies[25], dt.date(2026, 7, 1), 41_000_00)
        case (8, 29):
            one = tenancies[27]
            await add_charge(script.work(), script.me, one.id, Article.PENALTY, 1_234_56, today)
            script.sheet.charges.append(Line(one.name, today, 1_234_56))
            script.sheet.settle(one.name, today)
        case (9, 12):
            await _settles_deposit(script, next(one for one in tenancies if one.deposit and one.id))


async def _settles_deposit(script: Script, one: Tenancy) -> None:
    today, sheet = script.today, script.sheet
    debt = min(one.deposit, sum(minor for _, minor, _ in sheet.open(one.name, today)))
    if debt:
        await set_deposit_against_debt(script.work(), script.me, one.id, debt)
        sheet.payments.append(Line(one.name, today, debt))
        sheet.settle(one.name, today)
    if back := one.deposit - debt:
        await return_deposit(script.work(), script.me, one.id, back)
        sheet.charges.append(Line(one.name, today, back, deposit=True))
        sheet.payments.append(Line(one.name, today, back))
        sheet.cells[one.name].append(Cell(sheet.payments[-1], f"other {len(sheet.charges) - 1}", back))
        sheet.settle(one.name, today)


# the comparison


async def compare(script: Script) -> None:
    """Every figure of every month so far, and every balance, as of today."""
    sheet, today = script.sheet, script.today
    for number, owner in enumerate(script.owners):
        await _compare_owner(script, number, await owner.me())
    running = [one for one in script.tenancies if one.id]
    for one in running:
        account = await show_account(script.work(), script.me, one.id)
        assert account.statement.balance == sheet.balance(one.name, today), (one.name, today)
        left = [(thing.on, thing.minor) for thing in account.to_pay()]
        assert left == [(due, minor) for due, minor, _ in sheet.open(one.name, today)], (one.name, today)
    booked = await _booked(script)
    for one in running:
        charged = sum(minor for _, minor, _, _ in sheet.owed(one.name, today))
        paid = sum(line.minor for line in sheet.paid(one.name, today))
        expected = (charged, paid)
        assert booked.get(f"lease:{one.id}", (0, 0)) == expected, (one.name, today)


async def _booked(script: Script) -> dict[str, tuple[int, int]]:
    """Charges due and payments made by today, account by account, as plain SQL sums them up."""
    query = text(
        """SELECT account, kind, SUM(minor) FROM ledger_entry WHERE "on" <= :today GROUP BY account, kind"""
    ).bindparams(today=script.today.isoformat() if script.world.product.database.is_sqlite else script.today)
    sums: dict[str, dict[str, int]] = {}
    async with script.world.product.database.reading() as connection:
        for account, kind, minor in (await connection.execute(query)).all():
            sums.setdefault(account, {})[kind] = int(minor)
    return {account: (of.get("charge", 0), of.get("payment", 0)) for account, of in sums.items()}


async def _compare_owner(script: Script, number: int, owner: Member) -> None:
    sheet, today = script.sheet, script.today
    objects = {name: area for name, (_, whose, area) in script.objects.items() if whose == number}
    names = [one.name for one in script.tenancies if one.id and one.object in objects]
    flow = await rental_flow(script.work(), owner, Whose(), 12)
    areas = await let_areas(script.work(), owner, Whose(), 12)
    costs = await costs_over(script.work(), owner, Whose(), 12)
    months = flow.scope.months
    assert months[-1] == today.replace(day=1)
    expected = {
        "received": tuple(sheet.received(names, month) for month in months),
        "due": tuple(sheet.due(names, month) for month in months),
        "let": [sheet.let(objects, month, today) for month in months],
        "overdue": sum(minor for name in names for _, minor, _ in sheet.open(name, today - ONE_DAY)),
        "costs": {
            kind: tuple(
                sum(cost[3] for cost in script.costs if cost[0] in objects and cost[1] == month and cost[2] is kind)
                for month in months
            )
            for kind in (CostKind.UTILITY, CostKind.OPERATING)
        },
    }
    shown = flow.flows[0] if flow.flows else None
    paid_for = costs.currencies[0] if costs.currencies else None
    nothing = (0,) * len(months)
    assert {
        "received": shown.received if shown else nothing,
        "due": shown.due if shown else nothing,
        "let": [(one.whole, one.let) for one in areas.months],
        "overdue": shown.overdue if shown else 0,
        "costs": {kind: paid_for.kinds[kind] if paid_for else nothing for kind in expected["costs"]},  # type: ignore[attr-defined]
    } == expected, (number, today)
    assert len(flow.flows) <= 1
    assert {one.currency for one in flow.flows} <= {"KGS" if number == 2 else "RUB"}


@pytest.fixture
async def world(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    begin = HeldClock(dt.datetime(BEGIN.year, BEGIN.month, BEGIN.day, 7, tzinfo=dt.UTC))
    async with world_on(database_url, tmp_path / "data", begin) as whole:
        yield whole


@pytest.mark.story
async def test_fourteen_months_give_the_figures_of_a_spreadsheet(world: World) -> None:
    dice = random.Random(2026)  # noqa: S311  (a plan, not a secret)
    script = await cast(world)
    await plan(script, dice)
    assert len(script.tenancies) == 30
    while script.today <= END:
        world.clock.set(dt.datetime(script.today.year, script.today.month, script.today.day, 8, tzinfo=dt.UTC))
        await day(script, dice)
        if script.today.day == 1:
            await compare(script)
        script.today += ONE_DAY
    script.today -= ONE_DAY
    await _look(script)


async def _look(script: Script) -> None:
    """What people see in the end is what the spreadsheet says."""
    sheet, today = script.sheet, script.today
    for one in script.tenancies:
        if one.tenant is None:
            continue
        told = sum("⏰" in shown for shown in one.tenant.heard)
        assert told == len(sheet.told.get(one.name, [])), (one.name, one.style)
    in_debt = next(one for one in script.tenancies if one.style == "stops" and one.row.ends and one.row.ends < today)
    debt = -sheet.balance(in_debt.name, today)
    assert debt > 0
    await script.forge(script.manager, f"klm:{in_debt.id}:1:0")
    since = sheet.open(in_debt.name, today)[0][0]
    shown = f"{debt / 100:,.2f}".replace(",", " ").replace(".", ",").removesuffix(",00")
    script.manager.sees(f"Долг {shown} {'сом' if in_debt.row.currency == 'KGS' else '₽'} с {since.day} ")
