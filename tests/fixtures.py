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
from tests.support.one_thread import use_one_thread
from tests.support.world import World, world_on

ADMIN_ID = 777
"""The Telegram id of the platform's admin in tests."""
BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
ONE_NOW = ["sqlite", pytest.param("postgres", marks=[pytest.mark.postgres, pytest.mark.again])]
RULES_AND_ROWS = tuple(Path(__file__).parent / name for name in ("domain", "storage"))
"""What meets the database itself: in a bare `pytest` run it is on both kinds, the rest on SQLite."""
SELDOM = (100_000, 20, 20)
"""After how many new objects the garbage collector looks for rings; Python's own 700 suits small programs."""
share_compiled_statements()


def pytest_collection_finish() -> None:
    """Let the garbage collector leave alone what stays until the end, and look seldom at the rest."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out the change of threads where the database is not what a test looks at."""
    use_one_thread(not _meets_the_database(item))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what uses a database on both kinds; on one what is `one_database`: what it looks at knows no database."""
    about_it = {mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")}
    if "database_url" in metafunc.fixturenames and "database_url" not in about_it:
        metafunc.parametrize("database_url", _kinds(metafunc.definition), indirect=True)


def _kinds(test: pytest.Item) -> list[Any]:
    if test.get_closest_marker("one_database"):
        return ["sqlite"]
    return BOTH if _meets_the_database(test) else ONE_NOW


def _meets_the_database(test: pytest.Item) -> bool:
    return any(folder in test.path.parents for folder in RULES_AND_ROWS)


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
