"""Which areas of the domain may know which: a new import is written down here, and why two know each other, too."""

import ast
from pathlib import Path

from tests.architecture.modules import modules, parsed

KNOWS = {
    "calendar": {"estate", "files", "gazetteer", "notifications", "people", "typed"},
    "estate": {
        *("calendar", "files", "gazetteer", "ledger", "matching", "letters", "metering", "notifications", "people"),
        "typed",
    },
    "files": {"people"},
    "gazetteer": set(),
    "ledger": {"files", "people"},
    "matching": {"estate", "files", "gazetteer", "notifications", "people", "typed"},
    "letters": {"estate", "files", "notifications", "people"},
    "metering": {"estate", "files", "ledger", "notifications", "people", "typed"},
    "notifications": {"matching", "people"},
    "people": {"calendar", "gazetteer", "matching", "notifications", "typed"},
    "privacy": {"calendar", "estate", "files", "matching", "letters", "metering", "notifications", "people"},
    "typed": {"people"},
}
"""Who imports whom, area by area."""
EACH_OTHER = {
    ("calendar", "estate"): "events are of an object; deleting an object takes its events along",
    ("calendar", "people"): "who changes their time zone has reminders that come at another moment",
    ("estate", "matching"): "a vacant object is offered as a property that follows it",
    ("estate", "letters"): "letters are among the people of an object; who joins is told of those that wait",
    ("estate", "metering"): "a bill is of a lease; the day's agenda knows when readings are taken",
    ("matching", "notifications"): "a notification may be about a lead or a property, by its id",
    ("matching", "people"): "an agency's name hides contacts like a description does",
    ("notifications", "people"): "changing how one is told says when the next digest comes",
    ("people", "typed"): "a birth date is a typed day; limits know which characters show nothing, as names do",
}
"""Two-way pairs, and why; none is added without a reason."""


def known() -> dict[str, set[str]]:
    areas = {path.name for path in Path("domain").iterdir() if (path / "__init__.py").exists()}
    found: dict[str, set[str]] = {area: set() for area in areas}
    for module in modules("domain"):
        own = Path(module).parts[1]
        if own not in areas:
            continue
        for node in ast.walk(parsed(Path(module))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("domain."):
                found[own] |= {str(node.module).split(".")[1]} & areas - {own}
    return found


def test_an_area_knows_those_it_is_said_to_know() -> None:
    assert known() == KNOWS


def test_two_areas_know_each_other_only_for_a_reason() -> None:
    found = known()
    pairs = {(one, other) for one in found for other in found[one] if one < other and one in found[other]}
    assert pairs == set(EACH_OTHER)
