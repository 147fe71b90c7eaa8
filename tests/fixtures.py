"""What every test can ask for: a fresh database of either kind, and a clock that stands still."""

import gc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database
from tests.support.clock import HeldClock
from tests.support.compiled import share_compiled_statements
from tests.support.databases import Databases
from tests.support.world import World, world_on

ADMIN_ID = 777
"""The Telegram id of the platform's admin in tests."""
BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
ONE_NOW = ["sqlite", pytest.param("postgres", marks=[pytest.mark.postgres, pytest.mark.again])]
RULES_AND_ROWS = tuple(Path(__file__).parent / name for name in ("domain", "storage"))
"""What meets the database itself: `make test` has it on both kinds, the rest on SQLite; `make postgres` has all."""
share_compiled_statements()


def pytest_collection_finish() -> None:
    """Let the garbage collector leave alone what stays until the end: the product, and thousands of tests."""
    gc.collect()
    gc.freeze()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what uses a database on both kinds; on one what is `one_database`: what it looks at knows no database."""
    about_it = {mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")}
    if "database_url" in metafunc.fixturenames and "database_url" not in about_it:
        metafunc.parametrize("database_url", _kinds(metafunc.definition), indirect=True)


def _kinds(test: pytest.Item) -> list[Any]:
    if test.get_closest_marker("one_database"):
        return ["sqlite"]
    return BOTH if any(folder in test.path.parents for folder in RULES_AND_ROWS) else ONE_NOW


@pytest.fixture
def database_url(request: pytest.FixtureRequest, databases: Databases, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh database at head, once of each kind."""
    if request.param == "sqlite":
        yield databases.sqlite(tmp_path)
        return
    with databases.postgres() as url:
        yield url


@pytest.fixture(params=BOTH)
def empty_database_url(request: pytest.FixtureRequest, databases: Databases, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table, once of each kind."""
    if request.param == "sqlite":
        yield databases.empty_sqlite(tmp_path)
        return
    with databases.empty_postgres() as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A fresh database at head, once of each kind."""
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture
async def empty_database(empty_database_url: str) -> AsyncIterator[Database]:
    """A database without any table, once of each kind."""
    database = Database(empty_database_url)
    yield database
    await database.close()


@pytest.fixture
def clock() -> HeldClock:
    """A clock that stands at noon until the test moves it on."""
    return HeldClock()


@pytest.fixture
async def world(database_url: str, clock: HeldClock, tmp_path: Path) -> AsyncIterator[World]:
    """The whole product beside the local Telegram, on both databases; Ольга (id 777) is a platform admin."""
    async with world_on(database_url, tmp_path / "data", clock, admins=frozenset({ADMIN_ID})) as whole:
        yield whole
