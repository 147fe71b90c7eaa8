"""A meter as its manager describes it: what it counts, in how many zones, what it shows now, which one and where."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.leases.lease import LeaseId
from domain.estate.objects.premises import Premises, PremisesId
from domain.metering.meter import (
    MOST_DECIMALS,
    MOST_NUMBER,
    MOST_PLACE,
    MOST_ZONES,
    UNITS,
    Meter,
    MeterKind,
    Unit,
    Values,
    usual_decimals,
    usual_unit,
)
from domain.refusal import NotFound, Refusal
from domain.typed.limits import tidy
from domain.work import Work


@dataclass(frozen=True)
class MeterDraft:
    """What is known of a meter so far."""

    kind: MeterKind | None = None
    unit: Unit | None = None
    zones: int | None = None
    decimals: int | None = None
    first_values: Values | None = None
    number: str | None = None
    place: str | None = None
    verified_until: dt.date | None = None
    lease_id: int | None = None

    @classmethod
    def of(cls, meter: Meter) -> "MeterDraft":
        """What is known of this one."""
        return cls(
            meter.kind, meter.unit, meter.zones, meter.decimals, meter.first_values, meter.number, meter.place,
            meter.verified_until, meter.lease_id,
        )  # fmt: skip

    @property
    def shown_decimals(self) -> int:
        """Digits after the comma."""
        return self.decimals if self.decimals is not None else usual_decimals(self.kind or MeterKind.ELECTRICITY)

    def meter(self, premises_id: PremisesId, today: dt.date, now: dt.datetime) -> Meter:
        """The meter, or a `Refusal` that says what is wrong."""
        if self.kind is None:
            raise Refusal("What does the meter count? Choose one of the buttons.")
        unit, zones = self.unit or usual_unit(self.kind), self.zones or 1
        self._check(self.kind, unit, zones)
        return Meter(
            premises_id=premises_id,
            lease_id=LeaseId(self.lease_id) if self.lease_id else None,
            kind=self.kind,
            unit=unit,
            decimals=self.shown_decimals,
            zones=zones,
            number=tidy(self.number, MOST_NUMBER),
            place=tidy(self.place, MOST_PLACE),
            verified_until=self.verified_until,
            first_values=self.first_values,
            first_on=today,
            created_at=now,
        )

    def _check(self, kind: MeterKind, unit: str, zones: int) -> None:
        """Refuse a meter that there is not."""
        if unit not in UNITS[kind] or not 0 <= self.shown_decimals <= MOST_DECIMALS or not 1 <= zones <= MOST_ZONES:
            raise Refusal("There is no such meter.")
        if zones > 1 and kind is not MeterKind.ELECTRICITY:
            raise Refusal("Only an electricity meter has zones.")
        if self.first_values is not None and len(self.first_values) != zones:
            raise Refusal("This meter has {zones} zones, and each needs its value.", zones=zones)


async def must_be_of_object(work: Work, premises: Premises, lease_id: int | None) -> None:
    """Raise `NotFound` unless the lease is one of this object's, or none is named."""
    if lease_id and (await work.estate.leases.get(LeaseId(lease_id))).premises_id != premises.id:
        raise NotFound
