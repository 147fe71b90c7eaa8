"""Few functions have many branches: what decides much is told in steps, as a table, or as a match over kinds."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.modules import CODE, modules, parsed

PRODUCT = (
    *CODE, "benchmarks", "demo", "tools", "main.py", "composition.py", "logs.py", "operating.py", "preflight.py",
    "settings.py",
)  # fmt: skip
MOST = 10
"""Branches that a reader can keep in mind."""
PER_THOUSAND = 6
"""Of all functions so many have more; it only ever goes down."""
MOST_OF_ALL = 14
"""Branches that no function has more than."""
AFRESH = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
"""What is counted by itself."""


def branches(function: ast.AST) -> int:
    """Ways through a function: one, and one more for each if, loop, case, error, and/or and part of a comprehension."""
    return 1 + sum(map(_ways, _inside(function)))


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    for one in ast.iter_child_nodes(node):
        yield one
        if not isinstance(one, AFRESH):
            yield from _inside(one)


def _ways(node: ast.AST) -> int:
    match node:
        case ast.If() | ast.IfExp() | ast.For() | ast.AsyncFor() | ast.While() | ast.ExceptHandler() | ast.match_case():
            return 1
        case ast.BoolOp(values=values):
            return len(values) - 1
        case ast.comprehension(ifs=ifs):
            return 1 + len(ifs)
        case _:
            return 0


def functions() -> Iterator[tuple[str, int]]:
    for path in modules(*PRODUCT):
        for node in ast.walk(parsed(Path(path))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path}:{node.lineno} {node.name}", branches(node)


def test_every_kind_of_branch_is_counted() -> None:
    source = """
def told(words):
    if words and words[0]:
        for one in words:
            try:
                yield one if one else None
            except ValueError:
                continue
    match words:
        case []:
            return
        case _:
            yield from (one for one in words if one)
"""
    (function,) = ast.parse(source).body
    assert branches(function) == 10


def test_few_functions_have_many_branches() -> None:
    counted = dict(functions())
    many = {place: count for place, count in counted.items() if count > MOST}
    assert 1000 * len(many) <= PER_THOUSAND * len(counted), "\n".join(f"{many[one]} {one}" for one in sorted(many))


def test_no_function_has_more_branches_than_anybody_follows() -> None:
    assert {place: count for place, count in functions() if count > MOST_OF_ALL} == {}
