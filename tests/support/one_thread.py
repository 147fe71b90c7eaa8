"""In tests SQLite answers in the event loop's own thread: two changes of thread a statement are a sixth of a run.

In service each connection has a thread of its own, so that a long statement or a slow disk holds up nobody else. A
test has nobody else. What meets the database itself (`tests/domain`, `tests/storage`) and bots in processes of their
own keep the threads.
"""

from collections.abc import Callable
from typing import Any

from aiosqlite import Connection

_in_its_thread = Connection._execute


async def _here(connection: Any, ask: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    if not connection._running:
        raise ValueError("Connection closed")
    return ask(*args, **kwargs)


def use_one_thread(yes: bool) -> None:
    """Have the statements of a test run in the loop's thread, or in the connection's own as in service."""
    driver: Any = Connection
    driver._execute = _here if yes else _in_its_thread
