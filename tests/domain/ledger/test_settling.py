"""Whatever is charged, paid and taken back, the account adds up: oldest first, no charge overpaid, nothing lost."""

import datetime as dt
from dataclasses import dataclass
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from domain.ledger.allocation import Allocation, Coming, key_of, settle, standing_of
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


# what is booked one after another: what was told stays true


@dataclass(frozen=True)
class Event:
    """Something that happens to an account: `what` is read modulo what there is, so that every list of events works."""

    what: str
    day: int
    minor: int
    which: int


EVENTS = st.lists(
    st.builds(
        Event,
        what=st.sampled_from(["pay", "pay", "rent", "bill", "correct", "take back", "dearer", "shorter"]),
        day=st.integers(0, 400),
        minor=st.integers(1, 500),
        which=st.integers(0, 40),
    ),
    max_size=30,
)


class Account:
    """An account of a lease at 100 a month, whose rows are booked one after another."""

    def __init__(self) -> None:
        self.rows: list[Entry] = []
        self.booked: list[Allocation] = []
        self.coming = [Coming(month, month, 100) for month in (dt.date(2026, one, 1) for one in range(1, 13))]

    def add(self, kind: EntryKind, on: dt.date, minor: int, **about: object) -> None:
        row = Entry(account="lease:1", kind=kind, on=on, minor=minor, currency="RUB", booked_at=NOW, **about)  # type: ignore[arg-type]
        row.id = EntryId(len(self.rows) + 1)
        self.rows.append(row)

    def take_back(self, target: Entry) -> None:
        row = reversal_of(target, booked_at=NOW)
        row.id = EntryId(len(self.rows) + 1)
        self.rows.append(row)

    def happens(self, event: Event) -> None:
        on = BEGIN + dt.timedelta(days=event.day)
        standing = standing_of(self.rows)
        bills = [one for one in standing if (one.key or "").startswith("utility")]
        match event.what:
            case "pay":
                self.add(EntryKind.PAYMENT, on, event.minor)
            case "rent" if self.coming:
                month = self.coming.pop(0)
                self.add(
                    EntryKind.CHARGE, month.on, month.minor, article=Article.RENT, month=month.month,
                    key=f"rent:{month.month:%Y-%m}",
                )  # fmt: skip
            case "bill":
                self.add(
                    EntryKind.CHARGE, on, event.minor, article=Article.ELECTRICITY,
                    key=f"utility:electricity:20{10 + len(self.rows)}-01",
                )  # fmt: skip
            case "correct" if bills:
                wrong = bills[event.which % len(bills)]
                self.take_back(wrong)
                key = f"{key_of(wrong)}:{len(self.rows)}"
                self.add(EntryKind.CHARGE, on, event.minor, article=Article.ELECTRICITY, key=key)
            case "take back" if standing:
                target = standing[event.which % len(standing)]
                self.take_back(target)
            case "dearer":
                self.coming = [Coming(one.month, one.on, one.minor + event.minor) for one in self.coming]
            case "shorter":
                self.coming = self.coming[: event.which]
        self.booked += settle(self.rows, self.booked, self.coming, NOW)

    def told(self) -> dict[str, tuple[int, int]]:
        """What everybody can read: of each charge, and of each month to come, how much of how much is paid."""
        shown = statement(self.rows, BEGIN, self.booked)
        paid = {key_of(one.charge): (one.paid, one.charge.minor) for one in shown.charges}
        ahead = {f"rent:{one.month:%Y-%m}": (shown.kept_for(one.month), one.minor) for one in self.coming}
        return {**ahead, **paid}


@given(EVENTS)
def test_what_was_told_as_paid_is_unpaid_only_by_what_was_taken_back(events: list[Event]) -> None:
    account = Account()
    for event in events:
        before = account.told()
        payments = {one.id for one in standing_of(account.rows) if one.kind is EntryKind.PAYMENT}
        account.happens(event)
        after = account.told()
        lost = payments - {one.id for one in standing_of(account.rows)}
        for key, (paid, _) in before.items():
            if key in after and not lost:
                now, whole = after[key]
                assert now >= min(paid, whole), (event, key)


@given(EVENTS)
def test_every_payment_is_somewhere_once_and_nothing_is_left_while_something_is_open(events: list[Event]) -> None:
    account = Account()
    for event in events:
        account.happens(event)
        assert settle(account.rows, account.booked, account.coming, NOW) == [], "it is settled"
        shown = statement(account.rows, BEGIN, account.booked)
        paid = sum(one.minor for one in shown.payments)
        into = sum(one.paid for one in shown.charges)
        kept = sum(shown.kept_for(one.month) for one in account.coming)
        assert sum(one.minor for one in account.booked) == into + kept <= paid
        wanted = sum(one.charge.minor for one in shown.charges) + sum(one.minor for one in account.coming)
        if into + kept < paid:
            assert into + kept == wanted, "what is left over is left over only when nothing is open"
        assert all(0 <= one.paid <= one.charge.minor for one in shown.charges)
        assert all(shown.kept_for(one.month) <= one.minor for one in account.coming)
        for payment in shown.payments:
            parts = sum(minor for _, minor in shown.went_to(payment))
            parts += sum(part.minor for some in shown.ahead.values() for part in some if part.payment is payment)
            assert parts <= payment.minor


def test_a_bill_that_was_told_as_paid_stays_paid_when_the_rent_falls_due_before_it() -> None:
    """Paid on 25 February, utilities due on 10 March, the rent on the 5th."""
    account = Account()
    account.coming = account.coming[2:]
    account.add(
        EntryKind.CHARGE, dt.date(2026, 3, 10), 22, article=Article.ELECTRICITY, key="utility:electricity:2026-02"
    )
    account.happens(Event("nothing", 0, 1, 0))
    account.add(EntryKind.PAYMENT, dt.date(2026, 2, 25), 47)
    account.happens(Event("nothing", 0, 1, 0))
    assert account.told() | {"rent:2026-03": (25, 100)} == account.told()
    assert account.told()["utility:electricity:2026-02"] == (22, 22)
    account.happens(Event("rent", 0, 1, 0))
    account.happens(Event("bill", 60, 30, 0))
    assert account.told()["utility:electricity:2026-02"] == (22, 22)
    assert account.told()["rent:2026-03"] == (25, 100)
