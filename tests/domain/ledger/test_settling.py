"""Whatever is charged, paid and taken back, the account adds up: oldest first, no charge overpaid, nothing lost."""

import datetime as dt
from dataclasses import dataclass
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from domain.ledger.entry import Article, Entry, EntryId, EntryKind
from domain.ledger.reversal import reversal_of
from domain.ledger.statement import statement

NOW = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
BEGIN = dt.date(2026, 1, 1)


@dataclass(frozen=True)
class Step:
    """Something that is booked; `back` takes the n-th row back instead, if it can be."""

    kind: EntryKind
    day: int
    minor: int
    article: Article
    back: int | None


STEPS = st.lists(
    st.builds(
        Step,
        kind=st.sampled_from(EntryKind),
        day=st.integers(0, 400),
        minor=st.integers(1, 5_000_000),
        article=st.sampled_from([Article.RENT, Article.ELECTRICITY, Article.DEPOSIT]),
        back=st.none() | st.none() | st.integers(0, 40),
    ),
    max_size=40,
)


def booked(steps: list[Step]) -> list[Entry]:
    rows: list[Entry] = []
    for step in steps:
        target = rows[step.back % len(rows)] if step.back is not None and rows else None
        if target is not None:
            if target.reverses is not None or any(one.reverses == target.id for one in rows):
                continue
            row = reversal_of(target, booked_at=NOW)
        else:
            on = BEGIN + dt.timedelta(days=step.day)
            row = Entry(account="lease:1", kind=step.kind, on=on, minor=step.minor, currency="RUB", booked_at=NOW)
            row.article = step.article if step.kind is EntryKind.CHARGE else None
        row.id = EntryId(len(rows) + 1)
        rows.append(row)
    return rows


@given(STEPS, st.integers(0, 400))
def test_an_account_adds_up(steps: list[Step], day: int) -> None:
    rows, today = booked(steps), BEGIN + dt.timedelta(days=day)
    shown = statement(rows, today)

    # sums of plain rows, reversals included
    def total(kind: EntryKind, until: dt.date = dt.date.max) -> int:
        return sum(one.minor for one in rows if one.kind is kind and one.on <= until)

    charged, paid = total(EntryKind.CHARGE), total(EntryKind.PAYMENT)
    assert sum(one.charge.minor for one in shown.charges) == charged
    assert sum(one.minor for one in shown.payments) == paid
    assert shown.balance == paid - total(EntryKind.CHARGE, today)
    assert shown.advance == max(0, paid - charged)

    # what has been paid is poured over the charges in the order of their days
    before = [0, *accumulate(one.charge.minor for one in shown.charges)]
    for one, poured in zip(shown.charges, before, strict=False):
        assert one.paid == min(max(paid - poured, 0), one.charge.minor)
        assert 0 <= one.owed <= one.charge.minor
    assert [one.charge.on for one in shown.charges] == sorted(one.charge.on for one in shown.charges)

    # and each payment goes somewhere once
    for payment in shown.payments:
        parts = [minor for _, minor in shown.went_to(payment)]
        assert all(part > 0 for part in parts)
        assert sum(parts) <= payment.minor
    assert sum(minor for one in shown.payments for _, minor in shown.went_to(one)) == paid - shown.advance
    assert shown.owed == sum(one.owed for one in shown.charges if one.charge.on <= today)
    late = sum(one.owed for one in shown.overdue)
    assert shown.owed - late == sum(one.owed for one in shown.charges if one.charge.on == today)


@given(STEPS)
def test_what_came_in_is_what_was_paid_without_deposits(steps: list[Step]) -> None:
    shown = statement(booked(steps), BEGIN)
    deposits = sum(one.paid for one in shown.charges if one.charge.article is Article.DEPOSIT)
    whole = shown.received(dt.date.min, dt.date.max)
    assert whole == sum(one.minor for one in shown.payments) - deposits
    halves = [(dt.date.min, BEGIN + dt.timedelta(days=199)), (BEGIN + dt.timedelta(days=200), dt.date.max)]
    assert sum(shown.received(*half) for half in halves) == whole
