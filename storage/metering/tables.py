"""The tables of meters, readings and tariffs; that one reading counts for a month or a lease's end is a constraint."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from domain.ledger.entry import Article
from domain.metering.meter import MOST_NUMBER, MOST_PLACE, Meter, MeterKind, Unit
from domain.metering.reading import Reading, Source
from domain.metering.tariff import Basis, Tariff
from storage.database import mapping, metadata
from storage.types import Choice, RowId, Tuple, UtcTime

meter = Table(
    "meter",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("premises_id", RowId, ForeignKey("premises.id", ondelete="CASCADE"), nullable=False),
    Column("lease_id", RowId, ForeignKey("lease.id", ondelete="SET NULL")),
    Column("kind", Choice(MeterKind), nullable=False),
    Column("unit", Choice(Unit), nullable=False),
    Column("decimals", Integer, nullable=False),
    Column("zones", Integer, nullable=False),
    Column("number", String(MOST_NUMBER)),
    Column("place", String(MOST_PLACE)),
    Column("verified_until", Date),
    Column("first_values", Tuple),
    Column("first_on", Date, nullable=False),
    Column("replaces", RowId, ForeignKey("meter.id", ondelete="SET NULL")),
    Column("created_at", UtcTime, nullable=False),
    Column("archived_at", UtcTime),
    Column("version", Integer, nullable=False),
    Index("ix_meter_premises", "premises_id", "id"),
)

reading = Table(
    "meter_reading",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("meter_id", RowId, ForeignKey("meter.id", ondelete="CASCADE"), nullable=False),
    Column("month", Date, nullable=False),
    Column("values", Tuple, nullable=False),
    Column("on", Date, nullable=False),
    Column("source", Choice(Source), nullable=False),
    Column("by", RowId, ForeignKey("person.id", ondelete="SET NULL")),
    Column("at", UtcTime, nullable=False),
    Column("photo", RowId, ForeignKey("stored_file.id", ondelete="SET NULL")),
    Column("final_of", RowId, ForeignKey("lease.id", ondelete="CASCADE")),
    Column("beyond", Tuple),
    Column("replaced_at", UtcTime),
    Index("ix_meter_reading_by", "by"),
)
Index(
    "uq_meter_reading_counts",
    reading.c.meter_id,
    reading.c.month,
    unique=True,
    sqlite_where=reading.c.replaced_at.is_(None) & reading.c.final_of.is_(None),
    postgresql_where=reading.c.replaced_at.is_(None) & reading.c.final_of.is_(None),
)
Index(
    "uq_meter_reading_final",
    reading.c.meter_id,
    reading.c.month,
    reading.c.final_of,
    unique=True,
    sqlite_where=reading.c.replaced_at.is_(None),
    postgresql_where=reading.c.replaced_at.is_(None),
)

tariff = Table(
    "tariff",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("premises_id", RowId, ForeignKey("premises.id", ondelete="CASCADE"), nullable=False),
    Column("article", Choice(Article), nullable=False),
    Column("since", Date, nullable=False),
    Column("basis", Choice(Basis), nullable=False),
    Column("prices", Tuple, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("premises_id", "article", "since"),
)

watch = Table(
    "reading_watch",
    metadata,
    Column("premises_id", RowId, ForeignKey("premises.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
    Index("ix_reading_watch_at", "at"),
)
"""When an object's readings are looked at next; also what holds them while they change."""

mapping.map_imperatively(Meter, meter, version_id_col=meter.c.version)
mapping.map_imperatively(Reading, reading)
mapping.map_imperatively(Tariff, tariff, version_id_col=tariff.c.version)
