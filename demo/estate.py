"""Rented objects of the demo: a manager with three owners and a landlord alone, with a year behind them."""

import datetime as dt
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demo.people import DARIA, IGOR, LEV, MARINA, OLGA, TOM, DemoPerson
from demo.pictures import picture
from domain.calendar.add_event import add_event
from domain.calendar.draft import EventDraft
from domain.calendar.repetition import Repeat
from domain.estate.costs.add_cost import add_cost
from domain.estate.costs.cost import CostKind
from domain.estate.costs.draft import CostDraft
from domain.estate.leases.add_lease import add_lease
from domain.estate.leases.lease import LeaseId, months_back
from domain.estate.leases.lease_terms import LeaseTerms
from domain.estate.money.add_payment import add_payment
from domain.estate.money.report_payment import report_payment
from domain.estate.money.settling import statement_of
from domain.estate.objects.add_premises import add_premises
from domain.estate.objects.premises import Category, PremisesId
from domain.estate.objects.premises_draft import PremisesDraft
from domain.estate.parties.add_party import add_party
from domain.estate.parties.join import join
from domain.estate.parties.party import PartyId, PartyKind
from domain.estate.parties.party_draft import PartyDraft
from domain.files.keep_photo import keep_photo
from domain.files.stored_file import FileId
from domain.ledger.entry import Article, Method
from domain.letters.letter import LetterDraft
from domain.letters.send_letter import send_letter
from domain.metering.add_meter import add_meter
from domain.metering.enter_reading import enter_reading
from domain.metering.meter import THOUSANDTHS, MeterKind
from domain.metering.meter_draft import MeterDraft
from domain.metering.set_tariff import set_tariff
from domain.metering.tariff import TEN_THOUSANDTHS, Basis
from domain.people.change_pushes import change_quiet_hours
from domain.people.meet import Account, meet
from domain.people.person import Person
from domain.people.take_up_role import take_up_role
from domain.work import Work

if TYPE_CHECKING:
    from composition import Product

YEAR = 12
PICTURES_FROM = 200
"""The first drawing of the rented objects; those before it are the realtors'."""
TARIFFS = {
    Article.ELECTRICITY: (Basis.UNIT, 6.73),
    Article.HOT_WATER: (Basis.UNIT, 243.16),
    Article.COLD_WATER: (Basis.UNIT, 50.93),
    Article.HEATING: (Basis.AREA, 28.4),
}
METERS = {MeterKind.ELECTRICITY: (180, 4_000), MeterKind.HOT_WATER: (4, 120), MeterKind.COLD_WATER: (6, 210)}
"""What a month uses, and what the meter showed at the beginning, in whole units."""


@dataclass(frozen=True, slots=True)
class Let:
    """Who rents an object, since how many months and until in how many (None: no end), and how much is unpaid."""

    tenant: str
    area: int | None
    rent: int
    since: int
    until: int | None = None
    owes: int = 0
    """Months, of which the last may be paid in part."""
    in_part: bool = False


@dataclass(frozen=True, slots=True)
class Home:
    """An object of the demo; area in whole square metres, rent in roubles."""

    name: str
    category: Category
    area: int
    owner: str
    lets: tuple[Let, ...] = ()
    description: str | None = None


OWNERS = {"Игорь Ланской": IGOR, "ООО «Лесной двор»": None, "Вера Ильинична Штольц": None}
PHONES = iter(f"+7900000{number:04}" for number in range(5001, 5100))
HOMES = (
    Home(
        "Лесная, 4, офисы",
        Category.OFFICE,
        420,
        "ООО «Лесной двор»",
        (
            Let("ООО «Капель»", 120, 168_000, 14),
            Let("Студия «Мел»", 85, 114_000, 9, owes=1, in_part=True),
            Let("ИП Гаврилова", 60, 81_000, 20, until=1),
        ),
        "Второй этаж, отдельный вход со двора",
    ),
    Home(
        "Лесная, 4, склад",
        Category.WAREHOUSE,
        260,
        "ООО «Лесной двор»",
        (Let("ООО «Быстрый груз»", None, 208_000, 11, owes=2),),
    ),
    Home(
        "Мясницкая, 22, магазин", Category.SHOP, 96, "Игорь Ланской", (Let("Пекарня «Тёплый хлеб»", None, 240_000, 18),)
    ),
    Home(
        "Квартира на Чаянова",
        Category.FLAT,
        64,
        "Игорь Ланской",
        (Let("Дарья Мельник", None, 92_000, 7, until=5, owes=1),),
        "Две комнаты, окна во двор",
    ),
    Home("Студия на Поварской", Category.FLAT, 31, "Игорь Ланской", (Let("Tom Harris", None, 78_000, 5),)),
    Home("Гараж в Хамовниках", Category.GARAGE, 18, "Вера Ильинична Штольц"),
    Home(
        "Дом в Кратове",
        Category.HOUSE,
        142,
        "Вера Ильинична Штольц",
        (Let("Семья Юнусовых", None, 130_000, 16, until=0),),
    ),
)
LEVS = (
    Home("Двушка на Никитинской", Category.FLAT, 54, "", (Let("Ольга Белова", None, 68_000, 10),)),
    Home("Студия в Перово", Category.FLAT, 28, "", (), "Свободна, можно заезжать"),
)
GUESTS = {"Дарья Мельник": DARIA, "Tom Harris": TOM}
"""Tenants of the manager who are in the bot."""
EVENTS = (
    ("Страховка квартиры", 0, 9_400, 1, Repeat.YEARLY),
    ("Налог на имущество", 0, 21_300, 10, Repeat.YEARLY),
    ("Взнос на капремонт", 0, 1_150, 3, Repeat.MONTHLY),
    ("Аренда машиноместа", 12_000, 0, 5, Repeat.MONTHLY),
    ("Сантехник, смеситель", 0, 4_500, -2, Repeat.NONE),
)
"""What, income, expense, in how many days, how often."""


class Demo:
    """Fills an empty database by the product's own use cases."""

    def __init__(self, product: "Product") -> None:
        self._product = product
        self._chance = random.Random(4)  # noqa: S311  (a demo needs no secrecy)
        self._pictures = PICTURES_FROM
        self._today = product.clock.now().date()

    async def fill(self) -> None:
        """A manager's clients, and a landlord's homes and calendar."""
        people = {one.user_id: await self._meet(one) for one in (MARINA, IGOR, DARIA, TOM, LEV, OLGA)}
        await self._managed(people)
        await self._alone(people)

    async def _managed(self, people: dict[int, Person]) -> None:
        marina = people[MARINA.user_id]
        owners = {name: await self._knows(marina, PartyKind.OWNER, name, one) for name, one in OWNERS.items()}
        tenants: dict[str, PartyId] = {}
        for home in HOMES:
            premises_id = await self._object(marina, home, owners[home.owner])
            leases = []
            for let in home.lets:
                tenants[let.tenant] = await self._knows(marina, PartyKind.TENANT, let.tenant, GUESTS.get(let.tenant))
                leases.append((await self._let(marina, premises_id, tenants[let.tenant], let), let))
            await self._costs(marina, premises_id, home.area)
            if home.category is Category.FLAT:
                await self._meters(marina, premises_id)
            for lease_id, let in leases:
                await self._pay(marina, lease_id, let)
        # they come when all has been booked, or they would be told of every month of the year
        await self._joins(IGOR, owners["Игорь Ланской"])
        for name, one in GUESTS.items():
            await self._joins(one, tenants[name])
        daria = tenants["Дарья Мельник"]
        await self._write(marina, daria, "Дарья, добрый день! В четверг с 10 до 14 отключат горячую воду.")
        await self._write(people[DARIA.user_id], daria, "Спасибо! Ещё капает кран на кухне, посмотрите?")

    async def _alone(self, people: dict[int, Person]) -> None:
        lev, olga = people[LEV.user_id], people[OLGA.user_id]
        tenant = await self._knows(lev, PartyKind.TENANT, "Ольга Белова", OLGA)
        for home in LEVS:
            premises_id = await self._object(lev, home, None)
            await self._costs(lev, premises_id, home.area)
            for let in home.lets:
                lease_id = await self._let(lev, premises_id, tenant, let)
                await self._meters(lev, premises_id)
                await self._pay(lev, lease_id, let)
                await self._joins(OLGA, tenant)
                await report_payment(self._work(), olga, lease_id, let.rent * 100, self._today, note="Перевела утром")
                await self._calendar(lev, premises_id)

    async def _calendar(self, me: Person, premises_id: PremisesId) -> None:
        for what, income, expense, days, repeat in EVENTS:
            draft = EventDraft(
                premises_id=premises_id,
                day=self._today + dt.timedelta(days=days),
                income=income * 100,
                expense=expense * 100,
                description=what,
                repeat=repeat,
                done=days < 0,
            )
            await add_event(self._work(), me, draft)

    async def _meet(self, one: DemoPerson) -> Person:
        account = Account(one.user_id, one.first_name, one.last_name or None, one.username, one.language)
        me = await meet(self._work(), account)
        for role in one.roles:
            await take_up_role(self._work(), me, role, one.phone)
        await change_quiet_hours(self._work(), me, None)
        return me

    async def _knows(self, manager: Person, kind: PartyKind, name: str, one: DemoPerson | None) -> PartyId:
        phone = one.phone if one is not None else next(PHONES)
        draft = PartyDraft(kind=kind, first_name=name, phone=phone)
        return await add_party(self._work(), manager, draft)

    async def _joins(self, one: DemoPerson, party_id: PartyId) -> None:
        work = self._work()
        async with work.reading():
            invitation = (await work.estate.invitations.of(party_id))[0]
            me = await work.people.by_telegram(one.user_id)
        assert me is not None  # noqa: S101  (met before)
        await join(self._work(), me, invitation.id, one.phone)

    async def _object(self, manager: Person, home: Home, owner: PartyId | None) -> PremisesId:
        draft = PremisesDraft(
            owner_id=owner, name=home.name, address=home.name, city="Москва", category=home.category,
            area=home.area * 100, currency="RUB", description=home.description,
            photos=tuple([await self._photo(manager) for _ in range(2)]),
        )  # fmt: skip
        return await add_premises(self._work(), manager, draft)

    async def _photo(self, manager: Person) -> FileId:
        self._pictures += 1
        name, size, sha256 = await self._product.store.keep_photo(picture(self._pictures))
        return await keep_photo(self._work(), manager, name, size, sha256)

    async def _let(self, manager: Person, premises_id: PremisesId, tenant: PartyId, let: Let) -> LeaseId:
        months = months_back(self._today.replace(day=1), let.since + 1)
        ends_on = None if let.until is None else self._today + dt.timedelta(days=7 + 30 * let.until)
        terms = LeaseTerms(
            tenant_id=tenant, starts_on=months[0], ends_on=ends_on, rent=let.rent * 100, due_day=5,
            area=None if let.area is None else let.area * 100, contract_number=f"{self._chance.randrange(10, 99)}/А",
            contract_date=months[0] - dt.timedelta(days=3), deposit=let.rent * 100,
        )  # fmt: skip
        return await add_lease(self._work(), manager, premises_id, terms)

    async def _pay(self, manager: Person, lease_id: LeaseId, let: Let) -> None:
        """All that has been charged, but for the rent of the last months and the last bill if they are owed."""
        work = self._work()
        async with work.reading():
            charges = (await statement_of(work, await work.estate.leases.get(lease_id), self._today)).charges
        rents = [one.charge.id for one in charges if one.charge.article is Article.RENT]
        unpaid = set(rents[len(rents) - let.owes :])
        for one in charges:
            paid = one.charge.minor
            if one.charge.id in unpaid:
                paid = paid // 2 if let.in_part else 0
            elif let.owes and one.charge.article is not Article.RENT:
                paid = 0
            if paid:
                on = min(one.charge.on + dt.timedelta(days=self._chance.randrange(-2, 4)), self._today)
                await add_payment(self._work(), manager, lease_id, paid, on, Method.BANK)

    async def _costs(self, manager: Person, premises_id: PremisesId, area: int) -> None:
        for month in months_back(self._today.replace(day=1), YEAR):
            heating = 42 if month.month in (10, 11, 12, 1, 2, 3, 4) else 11
            spent = [
                ("Коммунальные услуги", CostKind.UTILITY, area * heating),
                ("Уборка", CostKind.OPERATING, area * 35),
            ]
            if self._chance.random() < 0.25:
                spent.append(("Ремонт", CostKind.OTHER, self._chance.randrange(4, 40) * 500))
            for article, kind, roubles in spent:
                await add_cost(
                    self._work(),
                    manager,
                    premises_id,
                    CostDraft(article=article, kind=kind, month=month, minor=roubles * 100),
                )

    async def _meters(self, manager: Person, premises_id: PremisesId) -> None:
        months = months_back(self._today.replace(day=1), 5)
        for article, (basis, price) in TARIFFS.items():
            prices = (round(price * TEN_THOUSANDTHS),)
            await set_tariff(self._work(), manager, premises_id, article, basis, prices, months[-2])
        for kind, (usual, first) in METERS.items():
            meter_id = await add_meter(self._work(), manager, premises_id, MeterDraft(kind=kind))
            shown = first * THOUSANDTHS
            for month in months[:-1]:
                shown += int(usual * THOUSANDTHS * self._chance.uniform(0.8, 1.2))
                on = month.replace(day=24)
                await enter_reading(self._work(), manager, meter_id, month, on, (shown,), sure=True)

    async def _write(self, author: Person, party_id: PartyId, text: str) -> None:
        await send_letter(self._work(), author, LetterDraft(party_id=party_id, text=text))

    def _work(self) -> Work:
        return self._product.new_work()
