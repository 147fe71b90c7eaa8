"""The tables of events, their occurrences, and deletions that can be taken back."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text

from domain.calendar.draft import MOST_DESCRIPTION
from domain.calendar.event import Event, Occurrence, Removal
from domain.calendar.repetition import Repeat
from storage.database import mapping, metadata
from storage.types import Choice, RowId, UtcTime

removal = Table(
    "calendar_removal",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("owner_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("event_id", RowId, nullable=False),
    Column("removed_at", UtcTime, nullable=False, index=True),
    Column("until", Date),
    Column("made", Integer, nullable=False),
    Column("next_on", Date),
    Column("event_version", Integer, nullable=False),
    # a number is never given again, so that an old button never means another row
    sqlite_autoincrement=True,
)

event = Table(
    "calendar_event",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("owner_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", UtcTime, nullable=False),
    Column("premises_id", RowId, ForeignKey("premises.id", ondelete="SET NULL"), index=True),
    Column("description", String(MOST_DESCRIPTION)),
    Column("currency", String(3), nullable=False),
    Column("income", RowId, nullable=False),
    Column("expense", RowId, nullable=False),
    Column("at", Integer),
    Column("remind_before", Integer, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("wanted_day", Integer, nullable=False),
    Column("repeat", Choice(Repeat), nullable=False),
    Column("until", Date),
    Column("made", Integer, nullable=False),
    Column("next_on", Date, index=True),
    Column("removal_id", RowId, ForeignKey("calendar_removal.id", ondelete="CASCADE"), index=True),
    Column("version", Integer, nullable=False),
    sqlite_autoincrement=True,
)

occurrence = Table(
    "calendar_occurrence",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("event_id", RowId, ForeignKey("calendar_event.id", ondelete="CASCADE"), nullable=False),
    Column("owner_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("premises_id", RowId, ForeignKey("premises.id", ondelete="SET NULL"), index=True),
    Column("description", String(MOST_DESCRIPTION)),
    Column("currency", String(3), nullable=False),
    Column("income", RowId, nullable=False),
    Column("expense", RowId, nullable=False),
    Column("at", Integer),
    Column("remind_before", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("done_on", Date),
    Column("done_income", RowId),
    Column("done_expense", RowId),
    Column("snoozed_until", UtcTime),
    Column("remind_at", UtcTime, index=True),
    Column("receipt", RowId, ForeignKey("stored_file.id", ondelete="SET NULL")),
    Column("search_text", Text, nullable=False),
    Column("removal_id", RowId, ForeignKey("calendar_removal.id", ondelete="CASCADE"), index=True),
    Column("version", Integer, nullable=False),
    Index("ix_calendar_occurrence_listed", "owner_id", "day", "id"),
    sqlite_autoincrement=True,
)
Index(
    "uq_calendar_occurrence_number",
    occurrence.c.event_id,
    occurrence.c.number,
    unique=True,
    sqlite_where=occurrence.c.removal_id.is_(None),
    postgresql_where=occurrence.c.removal_id.is_(None),
)

mapping.map_imperatively(Removal, removal)
mapping.map_imperatively(Event, event, version_id_col=event.c.version)
mapping.map_imperatively(Occurrence, occurrence, version_id_col=occurrence.c.version)
