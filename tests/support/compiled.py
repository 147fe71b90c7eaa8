"""Statements are compiled once in a run of the tests, not in every test: engines of a kind share what they compiled.

In service one engine lives as long as the process, and keeps what it has compiled; a test has an engine of its own.
"""

from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

import storage.database

_first: dict[str, Engine] = {}
"""The first engine of each kind that has met its database."""


def _sharing(*args: Any, **kwargs: Any) -> AsyncEngine:
    made = create_async_engine(*args, **kwargs)
    engine = made.sync_engine
    first = _first.get(engine.dialect.name)
    if first is None:
        event.listen(engine, "connect", lambda *_: _first.setdefault(engine.dialect.name, engine))
    else:
        # the key of a compiled statement names its dialect object; the cache has no public name
        engine.dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
    return made


def share_compiled_statements() -> None:
    """Let every engine made from now on share with those before it."""
    vars(storage.database)["create_async_engine"] = _sharing
