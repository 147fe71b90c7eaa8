"""What objects have cost: by kind and month, by article, by object (OT9, OT10, OT18, OT19).

A cost counts in the month that it is of, whenever it was noted; one that was taken back counts for nothing. Amounts of
different currencies are never added up.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from domain.estate.analytics.whose import FiguresScope, Whose, scope_of
from domain.estate.costs.cost import CostKind
from domain.estate.costs.repository import CostSum
from domain.estate.objects.premises import Premises, PremisesId
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class ArticleCosts:
    """One article."""

    article: str
    kind: CostKind
    months: tuple[int, ...]

    @property
    def minor(self) -> int:
        """In the whole period."""
        return sum(self.months)


@dataclass(frozen=True, slots=True)
class ObjectCosts:
    """One object in the whole period."""

    premises: Premises
    minor: int


@dataclass(frozen=True, slots=True)
class CurrencyCosts:
    """Costs in one currency, in minor units."""

    currency: str
    kinds: dict[CostKind, tuple[int, ...]]
    """By month; every kind is there."""
    articles: tuple[ArticleCosts, ...]
    """The largest first."""
    objects: tuple[ObjectCosts, ...]

    @property
    def months(self) -> tuple[int, ...]:
        """All kinds together."""
        return tuple(sum(kinds) for kinds in zip(*self.kinds.values(), strict=True))

    @property
    def minor(self) -> int:
        """In the whole period."""
        return sum(self.months)

    def of_kind(self, kind: CostKind) -> int:
        """One kind in the whole period."""
        return sum(self.kinds[kind])


@dataclass(frozen=True, slots=True)
class CostsOver:
    """Costs over the objects that were asked for."""

    scope: FiguresScope
    currencies: tuple[CurrencyCosts, ...]
    """The currency with the largest amount first."""


@query(Action.MANAGE_OBJECTS)
async def costs_over(work: Work, actor: Person, whose: Whose, count: int) -> CostsOver:
    """The costs of the last `count` months, or of the present one (0)."""
    scope = await scope_of(work, actor, whose, count)
    sums = await work.estate.costs.summed([one.id for one in scope.objects], scope.months[0], scope.months[-1])
    of_currency: dict[str, list[CostSum]] = defaultdict(list)
    for one in sums:
        of_currency[one.currency].append(one)
    found = [_in_currency(scope, currency, rows) for currency, rows in of_currency.items()]
    return CostsOver(scope, tuple(sorted(found, key=lambda one: one.minor, reverse=True)))


def _in_currency(scope: FiguresScope, currency: str, rows: Sequence[CostSum]) -> CurrencyCosts:
    at = {month: number for number, month in enumerate(scope.months)}
    objects = {one.id: one for one in scope.objects}
    kinds = {kind: [0] * len(at) for kind in CostKind}
    articles: dict[tuple[str, CostKind], list[int]] = defaultdict(lambda: [0] * len(at))
    named: dict[str, str] = {}
    totals: dict[PremisesId, int] = defaultdict(int)
    for row in rows:
        kinds[row.kind][at[row.month]] += row.minor
        name = named.setdefault(row.article.casefold(), row.article)
        articles[name, row.kind][at[row.month]] += row.minor
        totals[row.premises_id] += row.minor
    listed = [ArticleCosts(article, kind, tuple(months)) for (article, kind), months in articles.items()]
    return CurrencyCosts(
        currency=currency,
        kinds={kind: tuple(months) for kind, months in kinds.items()},
        articles=tuple(sorted(listed, key=lambda one: (-one.minor, one.article))),
        objects=tuple(
            ObjectCosts(objects[premises], minor)
            for premises, minor in sorted(totals.items(), key=lambda one: (-one[1], objects[one[0]].name))
        ),
    )
