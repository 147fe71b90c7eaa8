"""docs/operations.md is true: no operation is left out, and each file, question and test that it names is there."""

import re
from pathlib import Path

import pytest

from bot.telegram.telegram_payments import TelegramPayments
from handlers import build_registry

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "operations.md").read_text()
OPERATIONS = {
    *(f"RM{number}" for number in range(1, 19)),
    *(f"OT{number}" for number in range(1, 30)),
    *(f"IC{number}" for number in range(1, 19)),
}
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| ")]
BY_ID = {row[0]: row for row in ROWS if row[0] in OPERATIONS}
QUESTIONS = {
    form.name: {question.key for question in form.questions} for form in build_registry(TelegramPayments(None)).forms
}
"""The forms there are, with what they ask."""


def test_every_operation_has_one_row_with_all_its_cells() -> None:
    named = [row[0] for row in ROWS if re.fullmatch(r"[A-Z]+\d+", row[0])]
    assert sorted(named) == sorted(OPERATIONS)
    assert [row[0] for row in BY_ID.values() if len(row) != 6 or not all(row)] == []


@pytest.mark.parametrize("which", sorted(OPERATIONS))
def test_what_a_row_names_is_there(which: str) -> None:
    _, _, conversations, entered, seen, tests = BY_ID[which]
    named = re.findall(r"`(handlers/[\w/]+\.py)`", f"{conversations} {seen}")
    assert [path for path in named if not (ROOT / path).is_file()] == []
    assert re.findall(r"`(handlers/[\w/]+\.py)`", conversations)
    asked = re.findall(r"`([a-z_]+)\.([a-z_0-9]+)`", entered)
    assert [f"{form}.{key}" for form, key in asked if key not in QUESTIONS.get(form, ())] == []
    proofs = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", tests)
    assert proofs
    for path, name in proofs:
        assert (ROOT / path).is_file(), path
        assert not name or f"def {name}(" in (ROOT / path).read_text(), f"{path}::{name}"
