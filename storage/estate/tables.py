"""The tables of parties, objects and leases."""

import datetime as dt
import json

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeDecorator

from domain.estate.leases.lease import Lease, RentStep
from domain.estate.objects.premises import Category, Premises
from domain.estate.parties.invitation import Invitation
from domain.estate.parties.party import Party, PartyKind
from storage.database import mapping, metadata
from storage.types import Choice, RowId, Tuple, UtcTime


class RentSteps(TypeDecorator[tuple[RentStep, ...]]):
    """What a month costs since which day, kept as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[RentStep, ...] | None, _dialect: Dialect) -> str | None:
        """Write JSON."""
        return None if value is None else json.dumps([[one.since.isoformat(), one.minor] for one in value])

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[RentStep, ...] | None:
        """Read JSON."""
        if value is None:
            return None
        return tuple(RentStep(dt.date.fromisoformat(since), minor) for since, minor in json.loads(value))


party = Table(
    "party",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("manager_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Choice(PartyKind), nullable=False),
    Column("first_name", String(100), nullable=False),
    Column("last_name", String(100)),
    Column("description", Text),
    Column("phone_fingerprint", String(64)),
    Column("person_id", RowId, ForeignKey("person.id", ondelete="SET NULL")),
    Column("created_at", UtcTime, nullable=False),
    Column("joined_at", UtcTime),
    Column("removed_at", UtcTime),
    Column("search_text", Text, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("manager_id", "kind", "phone_fingerprint"),
    Index("ix_party_manager", "manager_id", "kind", "id"),
    Index("ix_party_person", "person_id"),
)

invitation = Table(
    "invitation",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("party_id", RowId, ForeignKey("party.id", ondelete="CASCADE"), nullable=False),
    Column("seed", String(32), nullable=False),
    Column("token_fingerprint", String(64), nullable=False, unique=True),
    Column("made_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("used_at", UtcTime),
    Column("revoked_at", UtcTime),
    Column("wrong_phones", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_invitation_party", "party_id", "id"),
)

premises = Table(
    "premises",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("manager_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("owner_id", RowId, ForeignKey("party.id", ondelete="CASCADE"), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("name", String(100), nullable=False),
    Column("address", String(200)),
    Column("city", String(100)),
    Column("category", Choice(Category)),
    Column("area", RowId),
    Column("currency", String(3), nullable=False),
    Column("balance_sheet_holder", String(200)),
    Column("description", Text),
    Column("photos", Tuple, nullable=False),
    Column("readings_from_day", Integer, nullable=False),
    Column("readings_until_day", Integer, nullable=False),
    Column("property_id", RowId, ForeignKey("property.id", ondelete="SET NULL"), unique=True),
    Column("archived_at", UtcTime),
    Column("search_text", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_premises_manager", "manager_id", "id"),
    Index("ix_premises_owner", "owner_id", "id"),
)

NEVER = text("'1970-01-01'")

lease = Table(
    "lease",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("premises_id", RowId, ForeignKey("premises.id", ondelete="CASCADE"), nullable=False),
    Column("tenant_id", RowId, ForeignKey("party.id", ondelete="CASCADE"), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date),
    Column("ended_early", Boolean, nullable=False),
    Column("area", RowId),
    Column("currency", String(3), nullable=False),
    Column("rent", RentSteps, nullable=False),
    Column("due_day", Integer, nullable=False),
    Column("contract_number", String(60)),
    Column("contract_date", Date),
    Column("contract_file", RowId, ForeignKey("stored_file.id", ondelete="SET NULL")),
    Column("deposit", RowId),
    Column("utilities_due_day", Integer, nullable=False),
    Column("reminders", Tuple, nullable=False),
    Column("next_charge_on", Date),
    Column("notice_on", Date),
    Column("tenant_looked_on", Date, nullable=False, server_default=NEVER),
    Column("manager_looked_on", Date, nullable=False, server_default=NEVER),
    Column("version", Integer, nullable=False),
    Index("ix_lease_premises", "premises_id", "starts_on"),
    Index("ix_lease_tenant", "tenant_id", "starts_on"),
    Index("ix_lease_ends_on", "ends_on"),
    Index("ix_lease_next_charge_on", "next_charge_on", "id"),
    Index("ix_lease_notice_on", "notice_on", "id"),
    Index("ix_lease_tenant_looked_on", "tenant_looked_on"),
    Index("ix_lease_manager_looked_on", "manager_looked_on"),
)

mapping.map_imperatively(Party, party, version_id_col=party.c.version)
mapping.map_imperatively(Invitation, invitation, version_id_col=invitation.c.version)
mapping.map_imperatively(Premises, premises, version_id_col=premises.c.version)
mapping.map_imperatively(
    Lease,
    lease,
    version_id_col=lease.c.version,
    # what the clock notes is nobody's edit
    exclude_properties=["tenant_looked_on", "manager_looked_on"],
)
