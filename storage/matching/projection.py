"""What searches look in: a row of whole numbers for each active lead and property, changed with it."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.matching.leads.lead import Lead
from domain.matching.properties.property import Property
from domain.matching.recommendations.shape import Offering, Wish, offering_of, wish_of
from domain.matching.terms import Condition, PropertyClass, PropertyType
from domain.money import Rates
from storage.database import Database, metadata
from storage.matching.tables import lead, property_
from storage.types import RowId

FORMAT = 2
"""Goes up when the meaning of these rows changes, so that they are all written again at the next start."""
BATCH = 500
PROJECTION_KEY = 7_301_003
"""The advisory lock of the process that writes them all again."""

ANY = 0
"""In a lead: does not matter. In a property: nobody has said."""
TYPE_CODES: dict[PropertyType | None, int] = {
    None: ANY,
    PropertyType.APARTMENT: 1,
    PropertyType.HOUSE: 2,
    PropertyType.APARTMENTS: 3,
    PropertyType.TOWNHOUSE: 4,
}
CLASS_CODES: dict[PropertyClass | None, int] = {
    None: ANY,
    PropertyClass.ECONOMY: 1,
    PropertyClass.COMFORT: 2,
    PropertyClass.BUSINESS: 3,
    PropertyClass.ELITE: 4,
}
CONDITION_CODES: dict[Condition | None, int] = {
    None: ANY,
    Condition.ROUGH: 1,
    Condition.PRE_FINISHING: 2,
    Condition.FINISHING: 3,
    Condition.DESIGN: 4,
}

match_lead = Table(
    "match_lead",
    metadata,
    Column("gate", BigInteger, primary_key=True, autoincrement=False),
    Column("id", RowId, ForeignKey("lead.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("realtor_id", RowId, nullable=False),
    # both bounds are empty when the budget's currency has no rate
    Column("price_min", BigInteger),
    Column("price_max", BigInteger),
    Column("districts", Text),  # ",12,34,", empty when any will do
    Column("metros", Text),
    Column("rooms", BigInteger, nullable=False),  # one bit for each number of rooms
    Column("area_min", BigInteger),
    Column("area_max", BigInteger),
    Column("property_type", Integer, nullable=False),
    Column("property_class", Integer, nullable=False),
    Column("condition", Integer, nullable=False),
    Index("ix_match_lead_id", "id", unique=True),
    sqlite_with_rowid=False,
)

FOUND_BY = ("rooms", "area", "metro", "property_type", "property_class", "condition", "id", "realtor_id")
"""Everything a score needs besides gate, district and price, so that an index alone answers."""

match_property = Table(
    "match_property",
    metadata,
    Column("gate", BigInteger, primary_key=True, autoincrement=False),
    Column("id", RowId, ForeignKey("property.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("realtor_id", RowId, nullable=False),
    Column("price", BigInteger),  # empty when its currency has no rate
    Column("district", BigInteger, nullable=False),
    Column("metro", BigInteger, nullable=False),
    Column("rooms", Integer, nullable=False),
    Column("area", BigInteger, nullable=False),
    Column("property_type", Integer, nullable=False),
    Column("property_class", Integer, nullable=False),
    Column("condition", Integer, nullable=False),
    Index("ix_match_property_id", "id", unique=True),
    Index("ix_match_property_district", "gate", "district", "price", *FOUND_BY),
    Index("ix_match_property_price", "gate", "price", "district", *FOUND_BY),
    sqlite_with_rowid=False,
)

match_basis = Table(
    "match_basis",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("made_with", String(512), nullable=False),
)
"""With what rates and in what format the rows above were written."""


def listed_keys(keys: frozenset[int]) -> str | None:
    """Keys of places as a text in which one of them can be looked for."""
    return f",{','.join(map(str, sorted(keys)))}," if keys else None


def lead_row(row_id: int, realtor_id: int, wish: Wish) -> dict[str, object]:
    """The row by which a lead is found."""
    return {
        "gate": wish.gate,
        "id": row_id,
        "realtor_id": realtor_id,
        "price_min": wish.price_min,
        "price_max": wish.price_max,
        "districts": listed_keys(wish.districts),
        "metros": listed_keys(wish.metros),
        "rooms": sum(1 << rooms for rooms in wish.rooms),
        "area_min": wish.area_min,
        "area_max": wish.area_max,
        "property_type": TYPE_CODES[wish.property_type],
        "property_class": CLASS_CODES[wish.property_class],
        "condition": CONDITION_CODES[wish.condition],
    }


def property_row(row_id: int, realtor_id: int, offering: Offering) -> dict[str, object]:
    """The row by which a property is found."""
    return {
        "gate": offering.gate,
        "id": row_id,
        "realtor_id": realtor_id,
        "price": offering.price,
        "district": offering.district or ANY,
        "metro": offering.metro or ANY,
        "rooms": offering.rooms,
        "area": offering.area,
        "property_type": TYPE_CODES[offering.property_type],
        "property_class": CLASS_CODES[offering.property_class],
        "condition": CONDITION_CODES[offering.condition],
    }


async def project_lead(session: AsyncSession, saved: Lead, rates: Rates) -> None:
    """Let the lead be found as it is now; an archived one is not found."""
    await session.execute(delete(match_lead).where(match_lead.c.id == saved.id))
    if saved.is_active:
        row = lead_row(saved.id, saved.realtor_id, wish_of(saved, rates))
        await session.execute(match_lead.insert().values(row))


async def project_property(session: AsyncSession, saved: Property, rates: Rates) -> None:
    """Let the property be found as it is now; an archived one is not found."""
    await session.execute(delete(match_property).where(match_property.c.id == saved.id))
    if saved.is_active:
        row = property_row(saved.id, saved.realtor_id, offering_of(saved, rates))
        await session.execute(match_property.insert().values(row))


class Projections:
    """Keeps the rows that searches look in true to the rates, which may change between two starts."""

    def __init__(self, database: Database, rates: Rates) -> None:
        self._database = database
        self._rates = rates

    async def bring_up_to_date(self) -> bool:
        """Write all rows again unless they were made with the present rates; called before serving."""
        worth = ",".join(f"{code}={value.normalize()}" for code, value in sorted(self._rates.worth.items()))
        made_with = f"{FORMAT}:{self._rates.base}:{worth}"
        async with self._database.writing_session() as session:
            if not self._database.is_sqlite:
                await session.execute(select(func.pg_advisory_xact_lock(PROJECTION_KEY)))
            if await session.scalar(select(match_basis.c.made_with)) == made_with:
                return False
            await session.execute(delete(match_basis))
            await session.execute(match_basis.insert().values(id=1, made_with=made_with))
            await self._project_leads(session)
            await self._project_properties(session)
            await session.commit()
        return True

    async def _project_leads(self, session: AsyncSession) -> None:
        last = 0
        while batch := list(
            await session.scalars(select(Lead).where(lead.c.id > last).order_by(lead.c.id).limit(BATCH))
        ):
            for one in batch:
                await project_lead(session, one, self._rates)
            last = batch[-1].id
            session.expunge_all()

    async def _project_properties(self, session: AsyncSession) -> None:
        last = 0
        while batch := list(
            await session.scalars(select(Property).where(property_.c.id > last).order_by(property_.c.id).limit(BATCH))
        ):
            for one in batch:
                await project_property(session, one, self._rates)
            last = batch[-1].id
            session.expunge_all()
