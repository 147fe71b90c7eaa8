"""What the glossary says where a thing is, is there, and it stays short enough to be read."""

import ast
import re
from collections import Counter
from pathlib import Path

from tests.architecture.modules import modules, parsed

GLOSSARY = Path("docs/glossary.md").read_text()
MOST_LINES = 60


def test_it_is_read_in_a_minute() -> None:
    assert len(GLOSSARY.splitlines()) <= MOST_LINES


def test_every_place_it_names_is_there() -> None:
    named = {place for row in GLOSSARY.splitlines() for place in re.findall(r"`([a-z_./]+)`", row.rpartition(" | ")[2])}
    assert named
    assert {place for place in named if "/" in place and not Path(place).exists()} == set()


def test_a_term_is_explained_once() -> None:
    terms = [row.split("|")[1].strip() for row in GLOSSARY.splitlines() if row.startswith("| ") and "**" not in row]
    assert len(terms) == len(set(terms))


def test_a_class_name_means_one_thing() -> None:
    names = Counter(
        node.name
        for path in modules("bot", "demo", "domain", "handlers", "jobs", "storage")
        for node in parsed(Path(path)).body
        if isinstance(node, ast.ClassDef)
    )
    # released migrations name the column types of storage/types.py
    twice = {name for name, times in names.items() if times > 1} - {"Choice"}
    assert twice == set(), f"two classes share a name, call one otherwise: {twice}"
