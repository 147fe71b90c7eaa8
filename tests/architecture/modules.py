"""The project's own modules, for tests that walk over them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("bot", "domain", "handlers", "jobs", "storage", "sandbox")
"""The packages that make up the product and its local Telegram."""


def modules(*places: str) -> Iterator[str]:
    """Paths of modules under these folders, or these modules, as they are written from the project's root."""
    for place in places:
        path = ROOT / place
        found = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        for one in found:
            inside = str(one.relative_to(ROOT))
            if not inside.startswith("storage/migrations/"):
                yield inside


@cache
def parsed(path: Path) -> ast.Module:
    """A module's source as a tree."""
    return ast.parse((ROOT / path).read_text())
