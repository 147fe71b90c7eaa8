"""What every test can ask for: a fresh database of either kind, and a clock that stands still."""

import atexit
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from storage.database import Database
from tests.support.clock import HeldClock
from tests.support.compiled import share_compiled_statements
from tests.support.databases import Databases
from tests.support.world import World, world_on

ADMIN_ID = 777
"""The Telegram id of the platform's admin in tests."""
BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
# the gate says the same of the same code every time; looking for more is `hypothesis.seed` in a run of one's own
hypothesis.settings.register_profile("gate", derandomize=True, deadline=None)
hypothesis.settings.load_profile("gate")
share_compiled_statements()
RUN: "pytest.StashKey[Databases]" = pytest.StashKey()


def pytest_configure(config: pytest.Config) -> None:
    """Begin the run's databases, or join those of the run this xdist worker belongs to."""
    about_worker: dict[str, Any] | None = getattr(config, "workerinput", None)
    if about_worker is not None:
        config.stash[RUN] = Databases(Path(about_worker["databases"]))
        return
    config.stash[RUN] = Databases.begin()
    if config.option.basetemp is None:
        config.option.basetemp = str(config.stash[RUN].folder / "tests")
    atexit.register(config.stash[RUN].end)
    # a run that is told to end leaves no server behind either
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell an xdist worker where the run's databases are."""
    node.workerinput["databases"] = str(node.config.stash[RUN].folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the run's databases."""
    if not hasattr(config, "workerinput"):
        config.stash[RUN].end()


@pytest.fixture(scope="session")
def databases(pytestconfig: pytest.Config) -> Databases:
    """The databases of this run."""
    return pytestconfig.stash[RUN]


@pytest.fixture(params=BOTH)
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
