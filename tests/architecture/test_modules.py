"""Every module says what it is for, is small enough to be read at once, and is named after what it does."""

import ast
import re
from pathlib import Path

from tests.architecture.modules import CODE, ROOT, modules, parsed

LEAST_WORDS = 2
MOST_LINES = 400
LONGER: dict[str, str] = {}
"""Modules that may be longer, and why."""
SAYS_NOTHING = re.compile(r"(^|_)(utils?|helpers?|misc|common|base|core|stuff|tools)(_|\.py$|$)")
EVERY_ROLES = "handlers/common/"
"""The conversations that every role has."""
EVERYTHING = [*modules(*CODE, "benchmarks", "demo", "tests", "tools", "main.py", "composition.py", "settings.py")]


def test_a_module_opens_with_a_sentence_that_says_what_it_is() -> None:
    without = []
    for path in EVERYTHING:
        said = (ast.get_docstring(parsed(Path(path))) or "").replace("\n", " ")
        first = re.split(r"(?<=[.!?])\s", said, maxsplit=1)[0]
        if not (first.endswith((".", "!", "?")) and len(first.split()) >= LEAST_WORDS):
            without.append((path, first))
    assert without == []


def test_a_module_can_be_read_at_once() -> None:
    lengths = {path: len((ROOT / path).read_text().splitlines()) for path in modules(*CODE)}
    assert {path: length for path, length in lengths.items() if length > MOST_LINES and path not in LONGER} == {}


def test_no_exception_is_left_over() -> None:
    assert [path for path in LONGER if len((ROOT / path).read_text().splitlines()) <= MOST_LINES] == []


def test_no_module_is_named_after_nothing() -> None:
    named = [
        path
        for path in EVERYTHING
        if any(SAYS_NOTHING.search(part) for part in path.removeprefix("tools/").replace(EVERY_ROLES, "").split("/"))
    ]
    assert named == []
