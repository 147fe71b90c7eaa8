"""Heavy things (a picture, a workbook) are made aside, one at a time, while everybody else's chats go on."""

import asyncio
import functools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

# a thread of its own: the default pool reads files and cleans photos, and must not wait for pictures
_ASIDE = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")


async def run_heavy(make: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Make it in the thread for heavy things, after what is being made there already."""
    return await asyncio.get_running_loop().run_in_executor(_ASIDE, functools.partial(make, *args, **kwargs))
