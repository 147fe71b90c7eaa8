"""What utilities cost at an object, now and before, for who keeps or owns it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from domain.estate.objects.premises import Premises, PremisesId
from domain.ledger.entry import Article
from domain.metering.around import object_today
from domain.metering.meter import Meter
from domain.metering.tariff import Basis, Tariff, in_force
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class TariffsView:
    """An object's tariffs."""

    premises: Premises
    is_manager: bool
    today: dt.date
    present: Mapping[Article, Tariff]
    all: tuple[Tariff, ...]
    """Also those of the past and of months to come, the earliest first."""
    meters: tuple[Meter, ...]
    others: tuple[Premises, ...]
    """The manager's other objects in the same currency."""

    @property
    def billed(self) -> list[Article]:
        """What is billed now, then what will be from a month to come on."""
        return list(dict.fromkeys([*self.present, *(one.article for one in self._coming)]))

    def billed_by(self, article: Article) -> Tariff | None:
        """The article's tariff: the present one, or else the first to come."""
        return self.present.get(article) or next((one for one in self._coming if one.article is article), None)

    @property
    def _coming(self) -> list[Tariff]:
        return [one for one in self.all if one.since > self.today and one.basis is not Basis.NONE]

    def of(self, article: Article) -> list[Tariff]:
        """Everything that was said about the article, the latest first."""
        return [one for one in reversed(self.all) if one.article is article]

    def zones(self, article: Article) -> int:
        """How many prices the article may have."""
        return max((one.zones for one in self.meters if article.value == one.kind.value), default=1)


@query(Action.MANAGE_OBJECTS)
async def show_tariffs(work: Work, actor: Person, premises_id: PremisesId) -> TariffsView:
    """The tariffs of an object that the actor keeps or owns."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id)
    today = await object_today(work, premises)
    tariffs = await work.metering.tariffs.of_premises([premises.id])
    is_manager = actor.may(Action.MANAGE_OBJECTS, at=premises)
    others = await work.estate.premises.all_managed_by(actor.id) if is_manager else []
    return TariffsView(
        premises,
        is_manager,
        today,
        in_force(tariffs, today.replace(day=1)),
        tuple(tariffs),
        tuple(one for one in await work.metering.meters.of_premises([premises.id]) if one.is_active),
        tuple(one for one in others if one.id != premises.id and one.currency == premises.currency),
    )
