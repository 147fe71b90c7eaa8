"""A tariff is what a utility costs at an object from a month on: for a metered unit, a square metre, or a month."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from domain.estate.objects.premises import PremisesId
from domain.ledger.entry import Article
from domain.metering.meter import MeterKind

TariffId = NewType("TariffId", int)
Prices = tuple[int, ...]
"""What one unit costs, zone by zone, in ten-thousandths of the whole currency unit (5.38 ₽ is 53 800)."""

TEN_THOUSANDTHS = 10_000
MOST_PRICE = 1_000_000_000 * TEN_THOUSANDTHS


class Basis(StrEnum):
    """What a price is for."""

    UNIT = "unit"
    AREA = "area"
    """A square metre for a month."""
    MONTH = "month"
    NONE = "none"
    """Nothing is asked any more."""


METERED = {
    Article.ELECTRICITY: (MeterKind.ELECTRICITY,),
    Article.HOT_WATER: (MeterKind.HOT_WATER,),
    Article.COLD_WATER: (MeterKind.COLD_WATER,),
    Article.GAS: (MeterKind.GAS,),
    Article.HEATING: (MeterKind.HEAT,),
    Article.SEWERAGE: (MeterKind.HOT_WATER, MeterKind.COLD_WATER),
}
"""The meters whose use an article counts; what water comes in goes out."""
ALWAYS_METERED = frozenset({Article.ELECTRICITY, Article.HOT_WATER, Article.COLD_WATER})
ARTICLES = (
    Article.ELECTRICITY,
    Article.HOT_WATER,
    Article.COLD_WATER,
    Article.SEWERAGE,
    Article.GAS,
    Article.HEATING,
    Article.WASTE,
    Article.MAINTENANCE,
    Article.INTERNET,
    Article.OTHER,
)
"""What a utility bill may consist of, in its order."""


def article_of(kind: MeterKind) -> Article:
    """What the use of such a meter is first of all billed as."""
    return next(article for article, kinds in METERED.items() if kind in kinds)


def bases_of(article: Article) -> tuple[Basis, ...]:
    """What a price of this article can be for, the usual one first."""
    if article in ALWAYS_METERED:
        return (Basis.UNIT, Basis.MONTH)
    if article is Article.HEATING:
        return (Basis.AREA, Basis.MONTH, Basis.UNIT)
    if article in METERED:
        return (Basis.UNIT, Basis.MONTH, Basis.AREA)
    return (Basis.MONTH, Basis.AREA)


@dataclass(eq=False, kw_only=True)
class Tariff:
    """What an article costs from a month on, until the next tariff of the same article."""

    id: TariffId = field(default=TariffId(0), init=False)
    premises_id: PremisesId
    article: Article
    since: dt.date
    """The first day of a month."""
    basis: Basis
    prices: Prices
    created_at: dt.datetime
    version: int = field(default=0, init=False)

    def price(self, zone: int) -> int:
        """The price in this zone; one price is for all zones."""
        return self.prices[min(zone, len(self.prices) - 1)]


def in_force(tariffs: Iterable[Tariff], month: dt.date) -> dict[Article, Tariff]:
    """The tariff of each article in this month, in the order of a bill; articles no longer asked for are left out."""
    latest: dict[Article, Tariff] = {}
    for one in sorted((one for one in tariffs if one.since <= month), key=lambda one: one.since):
        latest[one.article] = one
    return {
        article: latest[article] for article in ARTICLES if article in latest and latest[article].basis != Basis.NONE
    }
