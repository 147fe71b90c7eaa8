"""What is used costs what anybody would get with a pencil: nothing negative, nothing lost in shares, rounded once."""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.estate.leases.lease import Lease, LeaseId, RentStep
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import PartyId
from domain.ledger.entry import Article
from domain.metering.bill import ObjectBooks, lines_for
from domain.metering.charge import cost, split
from domain.metering.line import arithmetic, lines_of
from domain.metering.meter import Meter, MeterId, MeterKind, Unit
from domain.metering.reading import Reading, ReadingId, Source
from domain.metering.tariff import Basis, Tariff
from domain.metering.use import spread, uses, usual
from domain.people.person import PersonId

NOW = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
OCTOBER, NOVEMBER, DECEMBER = (dt.date(2026, month, 1) for month in (10, 11, 12))
PREMISES = PremisesId(1)


@given(
    quantity=st.integers(0, 10**12),
    price=st.integers(0, 10**13),
    currency=st.sampled_from(["RUB", "JPY", "KWD"]),
)
def test_cost_is_the_product_rounded_half_up_once(quantity: int, price: int, currency: str) -> None:
    digits = {"RUB": 2, "JPY": 0, "KWD": 3}[currency]
    exact = Decimal(quantity) / 1000 * Decimal(price) / 10_000
    assert cost(quantity, price, currency) == int(exact.scaleb(digits).quantize(Decimal(1), ROUND_HALF_UP))


def test_cost_of_the_example_on_the_bill() -> None:
    assert cost(120_000, 53_800, "RUB") == 645_60
    assert cost(1_000, 715, "USD") == 7
    assert cost(1_000, 750, "USD") == 8


@given(whole=st.integers(0, 10**12), parts=st.lists(st.integers(0, 10**9), min_size=1, max_size=12))
def test_shares_are_exactly_the_whole_and_nearly_fair(whole: int, parts: list[int]) -> None:
    shares = split(whole, parts)
    if not sum(parts):
        assert shares == [0] * len(parts)
        return
    assert sum(shares) == whole
    for share, part in zip(shares, parts, strict=True):
        assert abs(share * sum(parts) - whole * part) < sum(parts)
        assert part or not share


@given(
    first=st.integers(0, 10**9) | st.none(),
    steps=st.lists(st.integers(0, 10**6), min_size=1, max_size=8),
    skipped=st.sets(st.integers(0, 7)),
)
def test_uses_are_never_negative_and_add_up_to_what_the_meter_moved(
    first: int | None, steps: list[int], skipped: set[int]
) -> None:
    value, readings = first or 0, []
    for place, step in enumerate(steps):
        value += step
        if place not in skipped:
            readings.append(reading(1, dt.date(2026, place + 1, 1), value))
    found = uses(meter(1, first_values=None if first is None else (first,)), readings)
    assert all(one.total >= 0 and one.months >= 1 for one in found.values())
    if readings:
        began = first if first is not None else readings[0].values[0]
        assert sum(one.total for one in found.values()) == readings[-1].values[0] - began


@given(start=st.integers(0, 10**9), moved=st.integers(0, 10**7), count=st.integers(1, 6), decimals=st.integers(0, 3))
def test_a_spread_use_goes_up_step_by_step_between_its_ends(start: int, moved: int, count: int, decimals: int) -> None:
    unit = 10 ** (3 - decimals)
    start, end = start // unit * unit, (start + moved) // unit * unit
    values = [one[0] for one in spread((start,), (end,), count, decimals)]
    assert [start, *values, end] == sorted([start, *values, end])
    assert all(one % unit == 0 for one in values)


def test_usual_is_the_average_of_the_last_three_that_were_read() -> None:
    rows = [
        reading(1, dt.date(2026, month, 1), value) for month, value in ((1, 900_000), (2, 1_000_000), (3, 1_100_000))
    ]
    rows += [reading(1, dt.date(2026, 4, 1), 5_000_000, Source.AVERAGE), reading(1, dt.date(2026, 6, 1), 5_100_000)]
    found = uses(meter(1, first_values=(0,)), rows)
    # 100 in February, 100 in March, 100 in May and June together: 75 a month
    assert usual(found.values(), 0) == (75_000,)
    assert usual([], 0) is None


LEASES = st.lists(st.tuples(st.integers(1, 60), st.integers(1, 30), st.integers(0, 30)), min_size=0, max_size=4)


@given(let=LEASES, area=st.integers(50, 120) | st.none(), used=st.integers(0, 10**6), own=st.booleans())
def test_every_article_is_shared_so_that_nothing_is_lost(
    let: list[tuple[int, int, int]], area: int | None, used: int, own: bool
) -> None:
    leases = [
        lease(number, square, dt.date(2026, 11, first), dt.date(2026, 11, min(30, first + days)))
        for number, (square, first, days) in enumerate(let, start=1)
    ]
    books = ObjectBooks(
        premises(area),
        leases,
        [meter(1, first_values=(0,), lease_id=1 if own else None), meter(2, MeterKind.COLD_WATER, first_values=(0,))],
        {MeterId(1): [reading(1, NOVEMBER, used)], MeterId(2): [reading(2, NOVEMBER, used // 7)]},
        [
            tariff(Article.ELECTRICITY, Basis.UNIT, 53_800),
            tariff(Article.COLD_WATER, Basis.UNIT, 598_013),
            tariff(Article.SEWERAGE, Basis.UNIT, 450_001),
            tariff(Article.HEATING, Basis.AREA, 315_077),
            tariff(Article.INTERNET, Basis.MONTH, 5_000_000),
        ],
    )
    found = lines_for(books, NOVEMBER)
    everybody = [*found.of_lease.values(), found.vacant]
    for article in Article:
        lines = [line for some in everybody for line in some if line.article is article]
        assert all(one.minor >= 0 for one in lines)
        wholes = {(one.meter, one.zone): one.whole for one in lines}
        assert sum(one.minor for one in lines) == sum(wholes.values())
    for some in everybody:
        assert lines_of(arithmetic(some)) == tuple(some)
    if own and any(one.id == 1 for one in leases):
        mine = [line for line in found.of_lease[LeaseId(1)] if line.article is Article.ELECTRICITY]
        assert [line.minor for line in mine] == [line.whole for line in mine]


def test_a_replaced_meter_and_the_new_one_are_billed_together() -> None:
    books = ObjectBooks(
        premises(100),
        [lease(1, None, dt.date(2026, 1, 1), None)],
        [meter(1, first_values=(0,)), meter(2, first_values=(5_000,))],
        {
            MeterId(1): [reading(1, OCTOBER, 100_000), reading(1, NOVEMBER, 130_000)],
            MeterId(2): [reading(2, NOVEMBER, 25_000)],
        },
        [tariff(Article.ELECTRICITY, Basis.UNIT, 100_000)],
    )
    lines = lines_for(books, NOVEMBER).of_lease[LeaseId(1)]
    assert [(one.quantity, one.minor) for one in lines] == [(30_000, 300_00), (20_000, 200_00)]


def test_prices_of_zones_and_of_a_later_month_are_their_own() -> None:
    books = ObjectBooks(
        premises(100),
        [lease(1, None, dt.date(2026, 1, 1), None)],
        [meter(1, zones=2, first_values=(0, 0))],
        {MeterId(1): [reading(1, NOVEMBER, 10_000, also=4_000), reading(1, DECEMBER, 20_000, also=5_000)]},
        [
            tariff(Article.ELECTRICITY, Basis.UNIT, 67_300, 24_400),
            tariff(Article.ELECTRICITY, Basis.UNIT, 70_000, since=DECEMBER),
            tariff(Article.INTERNET, Basis.MONTH, 5_000_000),
            tariff(Article.INTERNET, Basis.NONE, since=DECEMBER),
        ],
    )
    november, december = (lines_for(books, month).of_lease[LeaseId(1)] for month in (NOVEMBER, DECEMBER))
    assert [(one.article, one.minor) for one in november] == [
        (Article.ELECTRICITY, 67_30),
        (Article.ELECTRICITY, 9_76),
        (Article.INTERNET, 500_00),
    ]
    assert [one.minor for one in december] == [70_00, 7_00]


@pytest.mark.parametrize(
    ("starts", "ends", "minor"),
    [
        (dt.date(2026, 11, 16), None, 250_00),
        (dt.date(2026, 1, 1), dt.date(2026, 11, 10), 166_67),
        (dt.date(2026, 11, 30), dt.date(2026, 11, 30), 16_67),
    ],
)
def test_a_month_that_a_lease_covers_in_part_costs_its_days(starts: dt.date, ends: dt.date | None, minor: int) -> None:
    books = ObjectBooks(
        premises(None), [lease(1, None, starts, ends)], [], {}, [tariff(Article.INTERNET, Basis.MONTH, 5_000_000)]
    )
    found = lines_for(books, NOVEMBER)
    assert [one.minor for one in found.of_lease[LeaseId(1)]] == [minor]
    assert sum(one.minor for one in found.vacant) == 500_00 - minor


def meter(
    number: int,
    kind: MeterKind = MeterKind.ELECTRICITY,
    *,
    zones: int = 1,
    lease_id: int | None = None,
    **about: object,
) -> Meter:
    one = Meter(
        premises_id=PREMISES,
        lease_id=LeaseId(lease_id) if lease_id else None,
        kind=kind,
        unit=Unit.KWH if kind is MeterKind.ELECTRICITY else Unit.M3,
        decimals=3,
        zones=zones,
        first_on=dt.date(2025, 12, 25),
        created_at=NOW,
        **about,  # type: ignore[arg-type]
    )
    one.id = MeterId(number)
    return one


def reading(
    number: int, month: dt.date, value: int, source: Source = Source.TENANT, *, also: int | None = None
) -> Reading:
    one = Reading(
        meter_id=MeterId(number),
        month=month,
        values=(value,) if also is None else (value, also),
        on=month.replace(day=21),
        source=source,
        by=PersonId(1),
        at=NOW,
    )
    one.id = ReadingId(number * 100 + month.month)
    return one


def tariff(article: Article, basis: Basis, *prices: int, since: dt.date = OCTOBER) -> Tariff:
    return Tariff(premises_id=PREMISES, article=article, since=since, basis=basis, prices=prices, created_at=NOW)


def premises(area: int | None) -> Premises:
    one = Premises(
        manager_id=PersonId(1),
        owner_id=PartyId(1),
        created_at=NOW,
        name="Лесная, 4",
        currency="RUB",
        area=area and area * 100,
    )
    one.id = PREMISES
    return one


def lease(number: int, area: int | None, starts: dt.date, ends: dt.date | None) -> Lease:
    one = Lease(
        premises_id=PREMISES,
        tenant_id=PartyId(number),
        created_at=NOW,
        starts_on=starts,
        ends_on=ends,
        area=area and area * 100,
        currency="RUB",
        rent=(RentStep(starts, 1),),
        due_day=5,
    )
    one.id = LeaseId(number)
    return one
