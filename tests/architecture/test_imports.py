"""What the import contracts cannot say: the domain is plain Python, and the single modules on top are nobody's."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.modules import CODE, modules, parsed

KNOWS = {
    ("domain/gazetteer/fuzzy.py", "rapidfuzz"),  # names with typos
    ("domain/people/phone.py", "phonenumbers"),  # every country's numbers
}
"""The only modules of the domain that use a library, each one of its own."""
ON_TOP = {"main", "operating", "preflight", "composition", "settings", "logs", "demo"}
"""What puts everything together; nothing that is put together knows it."""
LOCAL = {"main.py", "demo", "tests", "benchmarks", "sandbox"}
"""Who may use the local Telegram."""


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        match node:
            case ast.Import(names=names):
                yield from (one.name for one in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module


def test_the_domain_is_plain_python() -> None:
    foreign = [
        (path, name)
        for path in modules("domain")
        for name in imports(Path(path))
        if name.split(".")[0] not in {*sys.stdlib_module_names, "domain"} and (path, name.split(".")[0]) not in KNOWS
    ]
    assert foreign == []


def test_what_is_put_together_does_not_know_who_does_it() -> None:
    known = [(path, name) for path in modules(*CODE) for name in imports(Path(path)) if name.split(".")[0] in ON_TOP]
    assert known == []


def test_only_what_runs_locally_uses_the_local_telegram() -> None:
    users = {
        path.split("/")[0]
        for path in modules(
            *CODE,
            "demo",
            "benchmarks",
            "tests",
            *(f"{one}.py" for one in ("main", "operating", "preflight", "composition", "settings")),
        )
        for name in imports(Path(path))
        if name.split(".")[0] == "sandbox"
    }
    assert users <= LOCAL


def test_nothing_is_imported_relatively() -> None:
    relative = [
        path
        for path in modules(*CODE, "tests")
        for node in ast.walk(parsed(Path(path)))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []
