"""Never more is let than there is, on any day; a refusal says how much is free from when."""

import datetime as dt
from typing import Any

import pytest

from domain.estate.leases.edit_lease import with_step
from domain.estate.leases.lease import Lease, LeaseId, RentStep
from domain.estate.objects.occupancy import free_area, is_vacant, most_let_in_parts, must_fit, vacant_since
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import PartyId
from domain.people.person import PersonId
from domain.refusal import Refusal

NOW = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
TODAY = NOW.date()
NAMES = {PartyId(2): "Вера"}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def premises(area: int | None = 100_00) -> Premises:
    return Premises(
        manager_id=PersonId(1), owner_id=PartyId(1), created_at=NOW, name="Лесная, 4", currency="RUB", area=area
    )


def lease(first: str, last: str | None = None, area: int | None = None, number: int = 1) -> Lease:
    made = Lease(
        premises_id=PremisesId(0),
        tenant_id=PartyId(2),
        created_at=NOW,
        starts_on=day(first),
        ends_on=day(last) if last else None,
        area=area,
        currency="RUB",
        rent=(RentStep(day(first), 46_000_00),),
        due_day=5,
    )
    made.id = LeaseId(number)
    return made


def refusal(*leases: Lease, whole: int | None = 100_00, **wanted: Any) -> str:
    with pytest.raises(Refusal) as refused:
        must_fit(premises(whole), leases, names=NAMES, **wanted)
    facts = {name: getattr(value, "hundredths", value) for name, value in refused.value.facts.items()}
    return refused.value.message.format(**facts)


def test_a_lease_after_the_last_day_of_another_fits() -> None:
    other = lease("2026-11-01", "2026-11-30")
    must_fit(premises(), [other], area=None, first=day("2026-12-01"), last=None, names=NAMES)
    must_fit(premises(), [other], area=None, first=day("2026-10-01"), last=day("2026-10-31"), names=NAMES)


def test_the_whole_of_a_let_object_is_refused_until_it_is_free() -> None:
    other = lease("2026-11-01", "2026-12-31")
    said = refusal(other, area=None, first=day("2026-12-31"), last=None)
    assert said == ("It is let on 2026-12-31: Вера. It is free from 2027-01-01: begin then, or end that lease first.")


def test_an_open_end_has_to_be_ended_first() -> None:
    said = refusal(lease("2026-11-01"), area=None, first=TODAY, last=None)
    assert said == "It is let open-ended: Вера. End that lease first."


def test_a_lease_that_begins_later_leaves_the_days_before_it() -> None:
    said = refusal(lease("2027-02-01"), area=None, first=TODAY, last=None)
    assert said.startswith("From 2027-02-01 on it is let: Вера. Let it until 2027-01-31 at the latest")


def test_a_part_fits_beside_another_as_long_as_both_do_on_every_day() -> None:
    parts = [lease("2026-11-01", "2026-12-31", 60_00), lease("2027-01-01", None, 80_00, 2)]
    must_fit(premises(), parts, area=40_00, first=TODAY, last=day("2026-12-31"), names=NAMES)
    said = refusal(*parts, area=40_00, first=TODAY, last=day("2027-01-01"))
    assert said == "From 2027-01-01 only 2000 are free, the rest is let: Вера."


def test_a_lease_does_not_stand_in_its_own_way() -> None:
    own = lease("2026-11-01", "2026-12-31")
    must_fit(premises(), [own], area=None, first=own.starts_on, last=day("2027-12-31"), itself=own.id, names=NAMES)


def test_a_lease_that_was_called_off_takes_no_room() -> None:
    called_off = lease("2026-11-01", "2026-10-31")
    must_fit(premises(), [called_off], area=None, first=TODAY, last=None, names=NAMES)
    assert called_off.is_void
    assert is_vacant([called_off], TODAY)


def test_an_object_of_unknown_size_is_let_only_whole() -> None:
    must_fit(premises(None), [], area=None, first=TODAY, last=None, names=NAMES)
    assert "how large" in refusal(whole=None, area=20_00, first=TODAY, last=None)
    assert "It is let on 2026-11-21: Вера" in refusal(
        lease("2026-11-01", "2026-12-31"), whole=None, area=None, first=TODAY, last=day("2027-01-31")
    )
    assert free_area(premises(None), [lease("2026-11-01")], TODAY) == 0


def test_a_part_larger_than_the_whole_is_refused() -> None:
    assert "cannot be larger" in refusal(area=100_01, first=TODAY, last=None)


def test_parts_let_at_one_time_bound_the_size_of_the_whole() -> None:
    parts = [
        lease("2026-01-01", "2026-06-30", 70_00),
        lease("2026-06-01", None, 50_00),
        lease("2026-07-01", None, 30_00),
    ]
    assert most_let_in_parts(parts) == 120_00


def test_an_object_is_vacant_while_nobody_rents_it_nor_will_soon() -> None:
    ended = lease("2026-01-01", "2026-11-18")
    assert is_vacant([ended], TODAY)
    assert vacant_since([ended], TODAY) == day("2026-11-19")
    assert not is_vacant([ended, lease("2026-12-21")], TODAY)
    assert is_vacant([ended, lease("2026-12-22")], TODAY)


def test_a_new_rent_stands_until_a_later_one_that_is_agreed_already() -> None:
    agreed = lease("2026-01-01")
    agreed.rent = with_step(agreed, day("2027-01-01"), 50_000_00)
    agreed.rent = with_step(agreed, day("2026-12-01"), 48_000_00)
    assert [(one.since.isoformat(), one.minor) for one in agreed.rent] == [
        ("2026-01-01", 46_000_00), ("2026-12-01", 48_000_00), ("2027-01-01", 50_000_00),
    ]  # fmt: skip
    back = with_step(agreed, day("2026-12-01"), 46_000_00)
    assert [one.minor for one in back] == [46_000_00, 50_000_00]


def test_its_end_is_told_60_30_and_7_days_before() -> None:
    told = lease("2026-01-01", "2027-03-01")
    days = []
    on = told.next_notice(TODAY)
    while on is not None:
        days.append((day("2027-03-01") - on).days)
        on = told.next_notice(on)
    assert days == [60, 30, 7]
    assert lease("2026-11-01", "2026-12-05").next_notice(TODAY) == day("2026-11-28")
    assert lease("2026-11-01").next_notice(TODAY) is None
