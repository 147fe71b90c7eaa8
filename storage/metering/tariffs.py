"""Stored tariffs."""

from collections.abc import Collection

from sqlalchemy import select

from domain.estate.objects.premises import PremisesId
from domain.metering.tariff import Tariff
from storage.metering.tables import tariff
from storage.scope import Scope


class SqlTariffs:
    """Stored tariffs."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def of_premises(self, premises_ids: Collection[PremisesId]) -> list[Tariff]:
        """Every tariff of these objects, the earliest first."""
        query = select(Tariff).where(tariff.c.premises_id.in_(premises_ids)).order_by(tariff.c.since, tariff.c.id)
        return list(await self._scope.session.scalars(query))

    async def save(self, saved: Tariff) -> None:
        """Keep a new or changed tariff; gives a new one its id."""
        await self._scope.keep(saved)
