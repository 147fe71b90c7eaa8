"""What a month of a lease costs and when it is due: whole months, parts by days, changed rents, ends of months."""

import datetime as dt

import pytest

from domain.estate.leases.lease import Lease, RentStep
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def lease(starts: str, ends: str | None = None, due_day: int = 5, **steps: int) -> Lease:
    """A lease at 30 000.00 a month, or with steps `since_2026_11_16=...`."""
    rent = [RentStep(day(starts), 30_000_00)]
    rent += [RentStep(day(name.removeprefix("since_").replace("_", "-")), minor) for name, minor in steps.items()]
    return Lease(
        premises_id=PremisesId(1),
        tenant_id=PartyId(1),
        created_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        starts_on=day(starts),
        ends_on=None if ends is None else day(ends),
        currency="RUB",
        rent=tuple(rent),
        due_day=due_day,
    )


def booked(one: Lease, until: str) -> list[tuple[str, int]]:
    return [(month.due_on.isoformat(), month.minor) for month in one.months(day(until))]


def test_whole_months_and_parts() -> None:
    one = lease("2026-09-21", "2026-12-10")
    assert booked(one, "2027-12-31") == [
        ("2026-09-21", 10_000_00),  # ten days of thirty, due at once
        ("2026-10-05", 30_000_00),
        ("2026-11-05", 30_000_00),
        ("2026-12-05", 9_677_42),  # ten days of thirty-one
    ]
    assert booked(one, "2026-10-04") == [("2026-09-21", 10_000_00)]


@pytest.mark.parametrize(
    ("due_day", "due"),
    [
        (31, ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]),
        (30, ["2028-01-30", "2028-02-29", "2028-03-30", "2028-04-30"]),
        (29, ["2028-01-29", "2028-02-29", "2028-03-29", "2028-04-29"]),
    ],
)
def test_a_due_day_that_a_month_lacks_is_its_last(due_day: int, due: list[str]) -> None:
    assert [on for on, _ in booked(lease("2028-01-01", due_day=due_day), "2028-04-30")] == due
    assert booked(lease("2027-02-01", due_day=due_day), "2027-02-28") == [("2027-02-28", 30_000_00)]


def test_a_rent_that_changes_within_a_month_costs_each_day_its_own_share() -> None:
    one = lease("2026-10-01", since_2026_11_16=36_000_00, since_2026_12_01=40_000_00)
    november = one.month(day("2026-11-01"))
    assert november.minor == 33_000_00
    assert november.shares == ((15, 30_000_00), (15, 36_000_00))
    assert [minor for _, minor in booked(one, "2026-12-31")] == [30_000_00, 33_000_00, 40_000_00]


def test_halves_are_rounded_up_and_every_day_counts_once() -> None:
    one = lease("2026-02-15", "2026-02-15")
    assert booked(one, "2026-03-01") == [("2026-02-15", 1_071_43)]
    odd = lease("2026-11-16", since_2026_11_16=1)
    assert odd.month(day("2026-11-01")).minor == 1  # half a kopeck


def test_a_lease_first_falls_due_in_its_first_month() -> None:
    assert lease("2026-11-10", due_day=5).next_charge_on == day("2026-11-10")
    assert lease("2026-11-10", due_day=25).next_charge_on == day("2026-11-25")
