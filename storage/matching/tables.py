"""The tables of leads, properties, matches and reactions; each "only one" rule is a constraint here."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, false
from sqlalchemy.orm import composite, relationship

from domain.matching.deals.match import DealEnding, DealSide, FallThrough, Match, MatchStatus, Offer, Reaction, Verdict
from domain.matching.leads.lead import Lead
from domain.matching.properties.property import PriceChange, Property
from domain.matching.recommendations.budget import Budget
from domain.matching.status import CardStatus, RentPeriod
from domain.matching.terms import Condition, Deal, PaymentMethod, PropertyClass, PropertyType
from domain.money import Money
from domain.typed import limits
from storage.database import mapping, metadata
from storage.types import Choice, RowId, Tuple, UtcTime

lead = Table(
    "lead",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("realtor_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("deal", Choice(Deal), nullable=False),
    Column("period", Choice(RentPeriod)),
    Column("city", String(limits.NAME), nullable=False),
    Column("districts", Tuple, nullable=False),
    Column("metro_stations", Tuple, nullable=False),
    Column("budget_least", RowId),
    Column("budget_most", RowId),
    Column("budget_currency", String(3), nullable=False),
    Column("area_min", RowId),
    Column("area_max", RowId),
    Column("rooms", Tuple, nullable=False),
    Column("property_type", Choice(PropertyType)),
    Column("property_class", Choice(PropertyClass)),
    Column("condition", Choice(Condition)),
    Column("payment_method", Choice(PaymentMethod)),
    Column("additional_requirements", Text),
    Column("title", String(limits.TITLE)),
    Column("has_client", Boolean, nullable=False),
    Column("status", Choice(CardStatus), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("archived_at", UtcTime),
    Column("deal_done", Boolean, nullable=False, server_default=false()),
    Column("search_text", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_lead_listed", "realtor_id", "status", "id"),
)

property_ = Table(
    "property",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("realtor_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("deal", Choice(Deal), nullable=False),
    Column("period", Choice(RentPeriod)),
    Column("property_type", Choice(PropertyType), nullable=False),
    Column("city", String(limits.NAME), nullable=False),
    Column("district", String(limits.NAME)),
    Column("street", String(limits.NAME)),
    Column("house_number", String(limits.HOUSE_NUMBER)),
    Column("metro_station", String(limits.NAME)),
    Column("residential_complex", String(limits.NAME)),
    Column("price_minor", RowId, nullable=False),
    Column("price_currency", String(3), nullable=False),
    Column("area", RowId, nullable=False),
    Column("rooms", Integer, nullable=False),
    Column("floor", Integer),
    Column("total_floors", Integer),
    Column("year_built", Integer),
    Column("property_class", Choice(PropertyClass)),
    Column("condition", Choice(Condition)),
    Column("commission_share", Integer, nullable=False),
    Column("photos", Tuple, nullable=False),
    Column("description", Text),
    Column("status", Choice(CardStatus), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("archived_at", UtcTime),
    Column("deal_done", Boolean, nullable=False, server_default=false()),
    Column("search_text", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_property_listed", "realtor_id", "status", "id"),
)

property_price = Table(
    "property_price",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("property_id", RowId, ForeignKey("property.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("price_minor", RowId, nullable=False),
    Column("price_currency", String(3), nullable=False),
    Column("since", UtcTime, nullable=False),
)

pair = Table(
    "realtor_match",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("lead_id", RowId, ForeignKey("lead.id", ondelete="CASCADE"), nullable=False),
    Column("property_id", RowId, ForeignKey("property.id", ondelete="CASCADE"), nullable=False),
    Column("lead_realtor_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("property_realtor_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("score", Integer, nullable=False),
    Column("status", Choice(MatchStatus), nullable=False),
    Column("agreed_share", Integer),
    Column("created_at", UtcTime, nullable=False),
    Column("contact_shared_at", UtcTime),
    Column("ended_at", UtcTime),
    Column("ended_by", Choice(DealSide)),
    Column("ending", Choice(DealEnding)),
    Column("end_reason", Choice(FallThrough)),
    Column("end_note", String(limits.NOTE)),
    Column("reopened_at", UtcTime),
    Column("completion_asked_by", Choice(DealSide)),
    Column("completion_asked_at", UtcTime),
    Column("completed_at", UtcTime),
    Column("version", Integer, nullable=False),
    UniqueConstraint("lead_id", "property_id"),
    Index("ix_realtor_match_property_id", "property_id", "status"),
    Index("ix_realtor_match_lead_realtor_id", "lead_realtor_id"),
    Index("ix_realtor_match_property_realtor_id", "property_realtor_id"),
)

offer = Table(
    "match_offer",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("match_id", RowId, ForeignKey("realtor_match.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("side", Choice(DealSide), nullable=False),
    Column("share", Integer, nullable=False),
    Column("note", String(limits.NOTE)),
    Column("made_at", UtcTime, nullable=False),
    Column("withdrawn_at", UtcTime),
    UniqueConstraint("match_id", "number"),
)

reaction = Table(
    "match_reaction",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("lead_id", RowId, ForeignKey("lead.id", ondelete="CASCADE"), nullable=False),
    Column("property_id", RowId, ForeignKey("property.id", ondelete="CASCADE"), nullable=False),
    Column("side", Choice(DealSide), nullable=False),
    Column("verdict", Choice(Verdict), nullable=False),
    Column("reacted_at", UtcTime, nullable=False),
    UniqueConstraint("lead_id", "property_id", "side"),
    Index("ix_match_reaction_property_id", "property_id", "side"),
)

price_told = Table(
    "match_price_told",
    metadata,
    Column(
        "property_id",
        RowId,
        ForeignKey("property.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("lead_id", RowId, ForeignKey("lead.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("price_minor", RowId, primary_key=True, autoincrement=False),
    Column("price_currency", String(3), primary_key=True),
)

lead_awaiting = Table(
    "lead_awaiting",
    metadata,
    Column("lead_id", RowId, ForeignKey("lead.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
)
property_awaiting = Table(
    "property_awaiting",
    metadata,
    Column("property_id", RowId, ForeignKey("property.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
)

mapping.map_imperatively(
    Lead,
    lead,
    version_id_col=lead.c.version,
    properties={
        "_least": lead.c.budget_least,
        "_most": lead.c.budget_most,
        "_currency": lead.c.budget_currency,
        "budget": composite(Budget, "_least", "_most", "_currency"),
    },
)
mapping.map_imperatively(
    Property,
    property_,
    version_id_col=property_.c.version,
    properties={
        "_minor": property_.c.price_minor,
        "_currency": property_.c.price_currency,
        "price": composite(Money, "_minor", "_currency"),
    },
)
mapping.map_imperatively(
    PriceChange,
    property_price,
    properties={
        "_minor": property_price.c.price_minor,
        "_currency": property_price.c.price_currency,
        "price": composite(Money, "_minor", "_currency"),
    },
)
mapping.map_imperatively(Offer, offer)
mapping.map_imperatively(
    Match,
    pair,
    version_id_col=pair.c.version,
    properties={"offers": relationship(Offer, order_by=offer.c.number, lazy="selectin", cascade="all")},
)
mapping.map_imperatively(Reaction, reaction)
