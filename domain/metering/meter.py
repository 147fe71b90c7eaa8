"""A meter counts what is used at an object, by all who rent there or by one of them, in one to four tariff zones."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from domain.estate.leases.lease import LeaseId
from domain.estate.objects.premises import PremisesId
from domain.refusal import Conflict

MeterId = NewType("MeterId", int)
Values = tuple[int, ...]
"""What a meter shows, zone by zone, in thousandths of its unit."""

THOUSANDTHS = 1000
MOST_DIGITS = 9
"""Digits before the comma that any meter has."""
MOST_DECIMALS = 3
MOST_ZONES = 4
MOST_NUMBER = 40
MOST_PLACE = 60
"""Characters of a meter's number, and of where it is."""
TOLD_BEFORE = dt.timedelta(days=30)
"""The manager hears so long before a meter has to be verified again."""


class MeterKind(StrEnum):
    """What a meter counts."""

    ELECTRICITY = "electricity"
    HOT_WATER = "hot_water"
    COLD_WATER = "cold_water"
    GAS = "gas"
    HEAT = "heat"


class Unit(StrEnum):
    """In what a meter counts."""

    KWH = "kwh"
    M3 = "m3"
    GCAL = "gcal"
    MWH = "mwh"
    GJ = "gj"


UNITS = {
    MeterKind.ELECTRICITY: (Unit.KWH,),
    MeterKind.HOT_WATER: (Unit.M3,),
    MeterKind.COLD_WATER: (Unit.M3,),
    MeterKind.GAS: (Unit.M3, Unit.KWH),
    MeterKind.HEAT: (Unit.GCAL, Unit.MWH, Unit.GJ, Unit.KWH),
}
"""In what each kind counts; the usual one first."""
USUAL = (MeterKind.ELECTRICITY, MeterKind.HOT_WATER, MeterKind.COLD_WATER)
"""The three that nearly every object has."""


def usual_unit(kind: MeterKind) -> Unit:
    """What a meter of this kind counts in, unless it says otherwise."""
    return UNITS[kind][0]


def usual_decimals(kind: MeterKind) -> int:
    """How many digits after the comma a meter of this kind shows at most."""
    return 2 if kind is MeterKind.ELECTRICITY else MOST_DECIMALS


@dataclass(eq=False, kw_only=True)
class Meter:
    """One meter."""

    id: MeterId = field(default=MeterId(0), init=False)
    premises_id: PremisesId
    lease_id: LeaseId | None = None
    """The only lease whose use it counts; None: everybody's at the object."""
    kind: MeterKind
    unit: Unit
    decimals: int
    zones: int = 1
    number: str | None = None
    place: str | None = None
    verified_until: dt.date | None = None
    first_values: Values | None = None
    """What it showed when it was taken on; None: the first reading is only where counting begins."""
    first_on: dt.date
    replaces: MeterId | None = None
    created_at: dt.datetime
    archived_at: dt.datetime | None = None
    version: int = field(default=0, init=False)

    @property
    def is_active(self) -> bool:
        """Whether readings are taken from it."""
        return self.archived_at is None

    def counts_for(self, lease_id: LeaseId) -> bool:
        """Whether it counts what this lease uses, alone or among others."""
        return self.lease_id is None or self.lease_id == lease_id

    def must_be_active(self) -> None:
        """Raise `Conflict` if readings are no longer taken from it."""
        if self.archived_at is not None:
            raise Conflict("This meter has been out of use since {date}.", date=self.archived_at)

    def archive(self, now: dt.datetime) -> None:
        """Take no more readings from it; those that were taken stay."""
        self.must_be_active()
        self.archived_at = now


def in_order(meters: list[Meter]) -> list[Meter]:
    """Electricity first, then hot and cold water, and so on; of a kind, the oldest first."""
    kinds = list(MeterKind)
    return sorted(meters, key=lambda one: (kinds.index(one.kind), one.id))
