"""Stored properties."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, select

from domain.matching.deals.match import MatchStatus
from domain.matching.listing import Listed, Page, Sort
from domain.matching.properties.property import PriceChange, Property, PropertyId
from domain.matching.status import CardStatus
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage import words
from storage.matching.projection import project_property
from storage.matching.tables import pair, property_, property_price
from storage.scope import Scope

match_count = (
    select(func.count())
    .select_from(pair)
    .where(pair.c.property_id == property_.c.id, pair.c.status != MatchStatus.REJECTED)
    .correlate(property_)
    .scalar_subquery()
)

ORDER: dict[Sort, tuple[ColumnElement[object], ...]] = {
    Sort.NEWEST: (property_.c.id.desc(),),
    Sort.OLDEST: (property_.c.id.asc(),),
    Sort.PRICE_UP: (property_.c.price_currency, property_.c.price_minor.asc(), property_.c.id.desc()),
    Sort.PRICE_DOWN: (property_.c.price_currency, property_.c.price_minor.desc(), property_.c.id.desc()),
    Sort.MATCHES: (match_count.desc(), property_.c.id.desc()),
}


class SqlProperties:
    """Stored properties."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, property_id: PropertyId, *, hold: bool = False) -> Property:
        """Anybody's property, or `NotFound`; `hold` keeps others from changing it in this transaction."""
        query = select(Property).where(property_.c.id == property_id)
        if hold:
            query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
        found = await self._scope.session.scalar(query)
        if found is None:
            raise NotFound
        return found

    async def of(self, realtor: PersonId, property_id: PropertyId, *, hold: bool = False) -> Property:
        """The realtor's own property, or `NotFound`."""
        found = await self.get(property_id, hold=hold)
        if found.realtor_id != realtor:
            raise NotFound
        return found

    async def many(self, property_ids: Collection[PropertyId]) -> list[Property]:
        """Those that exist, in any order."""
        query = select(Property).where(property_.c.id.in_(property_ids))
        return list(await self._scope.session.scalars(query))

    async def listed(
        self, realtor: PersonId, *, status: CardStatus, search: str | None, sort: Sort, offset: int, limit: int
    ) -> Page[Listed[Property]]:
        """A page of the realtor's own properties."""
        session = self._scope.session
        tests = [property_.c.realtor_id == realtor, property_.c.status == status]
        if search:
            tests += words.contains_all(property_.c.search_text, search)
        total = await session.scalar(select(func.count()).select_from(property_).where(*tests)) or 0
        query = select(Property, match_count).where(*tests).order_by(*ORDER[sort]).offset(offset).limit(limit)
        rows = (await session.execute(query)).all()
        return Page(tuple(Listed(item, matches) for item, matches in rows), offset, total)

    async def like(self, offered: Property) -> list[Property]:
        """The same realtor's active properties with the same deal, kind, area and rooms."""
        query = select(Property).where(
            property_.c.realtor_id == offered.realtor_id,
            property_.c.status == CardStatus.ACTIVE,
            property_.c.deal == offered.deal,
            property_.c.property_type == offered.property_type,
            property_.c.area == offered.area,
            property_.c.rooms == offered.rooms,
        )
        return list(await self._scope.session.scalars(query.order_by(property_.c.id)))

    async def save(self, saved: Property) -> None:
        """Keep a new or changed property and what it is found by; gives a new one its id."""
        saved.search_text = words.searchable(
            saved.city,
            saved.district,
            saved.street,
            saved.house_number,
            saved.metro_station,
            saved.residential_complex,
            saved.description,
        )
        session = self._scope.session
        session.add(saved)
        await session.flush()
        await project_property(session, saved, self._scope.rules.rates)

    def add_price(self, change: PriceChange) -> None:
        """Remember what it costs from now on."""
        self._scope.session.add(change)

    async def prices(self, property_id: PropertyId) -> list[PriceChange]:
        """What it has cost, the oldest price first."""
        query = select(PriceChange).where(property_price.c.property_id == property_id).order_by(property_price.c.id)
        return list(await self._scope.session.scalars(query))
