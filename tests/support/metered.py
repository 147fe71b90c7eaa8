"""An object with meters and tariffs that somebody rents: what tests about readings and utility bills begin with."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from domain.estate.leases.lease import LeaseId
from domain.estate.objects.premises import PremisesId
from domain.ledger.entry import Article, Entry, account_of_lease
from domain.ledger.statement import statement
from domain.metering.add_meter import add_meter
from domain.metering.enter_reading import enter_reading
from domain.metering.meter import MeterId, MeterKind
from domain.metering.meter_draft import MeterDraft
from domain.metering.reading import Reading
from domain.metering.set_tariff import set_tariff
from domain.metering.tariff import Basis
from handlers.manager.callbacks import ObjectMeters, ObjectTariffs
from handlers.manager.meters.callbacks import OpenObjectMonth
from handlers.tenant.callbacks import SendReadings
from tests.support.estate import Client, Manager, new_manager
from tests.support.world import World

AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = (dt.date(2026, month, 1) for month in range(8, 13))
PRICES = {
    Article.ELECTRICITY: (Basis.UNIT, (53_800,)),
    Article.COLD_WATER: (Basis.UNIT, (598_000,)),
    Article.INTERNET: (Basis.MONTH, (5_000_000,)),
}
"""5.38 ₽ a kWh, 59.80 ₽ a m³, 500 ₽ a month."""


@dataclass
class Home:
    """A manager, the object and its tenant, with meters by their kind."""

    world: World
    manager: Manager
    tenant: Client
    premises: PremisesId
    lease: LeaseId
    meters: dict[MeterKind, MeterId] = field(default_factory=dict)

    async def has_meter(self, kind: MeterKind = MeterKind.ELECTRICITY, **about: Any) -> MeterId:
        """One more meter."""
        work, me = self.world.product.new_work(), await self.manager.me()
        made = await add_meter(work, me, self.premises, MeterDraft(kind=kind, **about))
        self.meters[kind] = MeterId(made)
        return self.meters[kind]

    async def costs(self, article: Article, basis: Basis, *prices: int, since: dt.date = NOVEMBER) -> None:
        """A tariff."""
        work, me = self.world.product.new_work(), await self.manager.me()
        await set_tariff(work, me, self.premises, article, basis, prices, since)

    async def showed(self, kind: MeterKind, month: dt.date, *values: int) -> None:
        """A reading that the manager has entered, on the 21st, in whole units."""
        work, me = self.world.product.new_work(), await self.manager.me()
        thousandths = tuple(one * 1000 for one in values)
        await enter_reading(work, me, self.meters[kind], month, month.replace(day=21), thousandths, sure=True)
        await self.world.settle()

    async def sends(self) -> None:
        """The tenant opens the form."""
        await self.tenant.writes("/menu")
        await self.tenant.forges(SendReadings(lease=self.lease).pack())

    async def looks_at_meters(self) -> None:
        """The manager opens the list of meters."""
        await self.manager.writes("/menu")
        await self.manager.forges(ObjectMeters(premises=self.premises).pack())

    async def looks_at_tariffs(self) -> None:
        """The manager opens the tariffs."""
        await self.manager.writes("/menu")
        await self.manager.forges(ObjectTariffs(premises=self.premises).pack())

    async def looks_at_month(self, month: int = 0) -> None:
        """The manager opens a month of use."""
        await self.manager.writes("/menu")
        await self.manager.forges(OpenObjectMonth(premises=self.premises, month=month).pack())

    async def readings(self, kind: MeterKind) -> list[Reading]:
        """Everything that was entered for a meter, the newest first."""
        work = self.world.product.new_work()
        async with work.reading():
            return await work.metering.meters.history(self.meters[kind], 50)

    async def entries(self, lease: LeaseId | None = None) -> list[Entry]:
        """The rows of a lease's account that are about utilities."""
        work = self.world.product.new_work()
        async with work.reading():
            rows = await work.ledger.of([account_of_lease(lease or self.lease)])
            return [one for one in rows if one.article not in (Article.RENT, None)]

    async def billed(self, lease: LeaseId | None = None) -> dict[tuple[Article, dt.date], tuple[int, dt.date]]:
        """What stands: article and month, with the sum and the due day."""
        found = statement(await self.entries(lease), self.world.clock.now().date()).charges
        return {
            (one.charge.article or Article.OTHER, one.charge.month or one.charge.on): (one.charge.minor, one.charge.on)
            for one in found
        }

    def at(self, day: int, hour: int, month: int = 11) -> None:
        """Make it this hour of Moscow."""
        zone = dt.timezone(dt.timedelta(hours=3))
        self.world.clock.set(dt.datetime(2026, month, day, hour, tzinfo=zone))


async def home_in(world: World, *, language: str = "ru", starts_on: dt.date = SEPTEMBER, **premises: Any) -> Home:
    """A rented flat without meters."""
    manager = await new_manager(world, "Мария", language_code=language)
    owner = await manager.owner("Ольга")
    tenant = await manager.tenant("Иван", language=language)
    kept = await manager.manages(owner.party, **premises)
    lease = await manager.lets(kept, tenant.party, starts_on=starts_on)
    return Home(world, manager, tenant, kept, lease)


async def metered_home_in(world: World, *, language: str = "ru", **about: Any) -> Home:
    """With electricity (100 kWh a month) and cold water (5 m³), read until October, and tariffs from November on."""
    home = await home_in(world, language=language, **about)
    for kind in (MeterKind.ELECTRICITY, MeterKind.COLD_WATER):
        await home.has_meter(kind)
    for place, month in enumerate((AUGUST, SEPTEMBER, OCTOBER)):
        await home.showed(MeterKind.ELECTRICITY, month, 12_025 + 100 * place)
        await home.showed(MeterKind.COLD_WATER, month, 40 + 5 * place)
    for article, (basis, prices) in PRICES.items():
        await home.costs(article, basis, *prices)
    return home
