"""One run of the tests: its databases, which the workers of a run share, and how hypothesis looks.

What a test can ask for is in `tests/fixtures.py`, which only who runs tests imports: with it comes the whole product,
and a controller of workers need not wait for that.
"""

import atexit
import gc
import signal
import sys
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.support.databases import Databases

# what is imported and collected stays until the end: nothing to look for until `pytest_collection_finish`
gc.disable()
# the gate says the same of the same code every time; looking for more is `hypothesis.seed` in a run of one's own
hypothesis.settings.register_profile("gate", derandomize=True, deadline=None)
hypothesis.settings.load_profile("gate")
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


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Import the product where tests run, and after coverage has begun: what a module does at once counts, too."""
    if hasattr(session.config, "workerinput") or not session.config.getoption("numprocesses", None):
        session.config.pluginmanager.import_plugin("tests.fixtures")


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
