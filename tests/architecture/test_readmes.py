"""What the README and docs/ say is so: the files, commands and pictures they name are there, the example comes out."""

import datetime as dt
import re
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from domain.estate.leases.lease import Lease, RentStep
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId
from domain.ledger.allocation import Allocation, Coming, settle
from domain.ledger.entry import Article, Entry, EntryId, EntryKind
from domain.ledger.reversal import reversal_of
from domain.ledger.statement import statement
from domain.metering.booked import due_on, due_when_booked
from domain.metering.charge import cost

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PATH = re.compile(r"`((?:bot|demo|domain|handlers|jobs|sandbox|storage|tests|benchmarks)/[\w/]*(?:\.py)?)`")
NOW = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
START, PRICE = dt.date(2026, 9, 16), 6_7300
LEASE = Lease(
    premises_id=PremisesId(1),
    tenant_id=PartyId(1),
    created_at=NOW,
    starts_on=START,
    currency="RUB",
    rent=(RentStep(START, 40_000_00),),
    due_day=5,
)


def targets() -> set[str]:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert phony is not None
    return set(phony[1].split())


def test_make_help_lists_every_target() -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^  make ([a-z]+) +\S", said, re.MULTILINE)) == targets()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_is_there(page: Path) -> None:
    text = page.read_text()
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE)) <= targets()
    linked = re.findall(r"(?:\]\(|src=\")([^)\":#]+)[)\"]", text)
    assert [one for one in linked if not (page.parent / one).exists()] == []
    # what the README tells to add is not there yet; its tables say what is
    said = "".join(one for one in text.splitlines() if one.startswith("|")) if page.name == "README.md" else text
    assert [one for one in PATH.findall(said) if not (ROOT / one).exists()] == []


def test_every_picture_is_shown_and_small() -> None:
    text = "".join(page.read_text() for page in PAGES)
    for one in (ROOT / "docs" / "pictures").iterdir():
        assert f"pictures/{one.name}" in text
        assert one.stat().st_size < 150_000, one.name


def cells(count: int, first: str) -> list[list[str]]:
    """The rows of the tables of docs/money.md with so many cells whose first one looks so."""
    lines = (ROOT / "docs" / "money.md").read_text().splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [row for row in rows if len(row) == count and re.fullmatch(first, row[0])]


def minor(amount: str) -> int:
    return int(Decimal(amount.replace(" ", "")) * 100)


def entries() -> dict[int, Entry]:
    made: dict[int, Entry] = {}
    for number, on, what, amount, _ in cells(5, r"\d+"):
        day, month = map(int, on.split("."))
        taken_back = re.match(r"reversal of (\d+)", what)
        if taken_back is not None:
            entry = reversal_of(made[int(taken_back[1])], booked_at=NOW)
            assert (entry.on.day, entry.on.month, abs(entry.minor)) == (day, month, abs(minor(amount)))
        else:
            article = next((one for one in Article if what.startswith(one.value)), None)
            entry = Entry(
                account="lease:7",
                kind=EntryKind.PAYMENT if article is None else EntryKind.CHARGE,
                on=dt.date(NOW.year, month, day),
                minor=abs(minor(amount)),
                currency="RUB",
                booked_at=NOW,
                article=article,
            )
        adds = entry.minor if entry.kind is EntryKind.CHARGE else -entry.minor
        assert adds == minor(amount), number
        entry.id = EntryId(int(number))
        made[entry.id] = entry
    return made


def coming(rows: list[Entry]) -> list[Coming]:
    """The rent of the lease's months that is not among these rows."""
    charged = {one.on for one in rows if one.article is Article.RENT}
    months = LEASE.months(NOW.date() + dt.timedelta(days=366))
    return [Coming(one.month, one.due_on, one.minor) for one in months if one.due_on not in charged]


def test_the_rows_of_the_example_are_what_would_be_booked() -> None:
    rows = entries()
    rent = [(one.on, one.minor) for one in rows.values() if one.article is Article.RENT]
    assert rent == [(one.due_on, one.minor) for one in LEASE.months(NOW.date())]
    assert rows[8].minor == cost(182_000, PRICE, "RUB")
    assert rows[10].minor == cost(180_000, PRICE, "RUB")
    october = dt.date(2026, 10, 1)
    assert rows[8].on == due_on(LEASE, october)
    assert rows[10].on == due_when_booked(LEASE, october, dt.date(2026, 11, 12))


def test_the_example_comes_out() -> None:
    rows = entries()
    booked: list[Allocation] = []
    for count in range(1, len(rows) + 1):
        # what each row settles is booked with it
        booked += settle(list(rows.values())[:count], booked, coming(list(rows.values())[:count]), NOW)
    found = statement(rows.values(), NOW.date(), booked)
    overdue = sum(one.owed for one in found.overdue)
    assert (found.owed, overdue) == (minor("16 211.40"), minor("16 211.40"))
    assert [(one.charge.id, one.owed) for one in found.overdue] == [(7, minor("15 000")), (10, rows[10].minor)]
    assert found.went_to(rows[2]) == [(rows[1], minor("20 000")), (rows[3], minor("10 000"))]
    for name, received, due in cells(3, r"\d\d\.\d{4}"):
        first = dt.datetime.strptime(name, "%m.%Y").replace(tzinfo=dt.UTC).date()
        last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        assert (found.received(first, last), found.expected(first, last)) == (minor(received), minor(due)), name
