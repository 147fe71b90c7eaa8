"""Waiting for something to be seen in the local Telegram while the bot works in another process."""

import asyncio
from collections.abc import Callable

from sandbox import Telegram

PATIENCE_SECONDS = 20


async def until(telegram: Telegram, seen: Callable[[], bool], or_else: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Wait until it is so; nothing is slept, every change wakes."""
    ends = asyncio.get_running_loop().time() + seconds
    while not seen():
        left = ends - asyncio.get_running_loop().time()
        if left <= 0:
            raise AssertionError(f"{or_else} within {seconds} s")
        await telegram.change_after(telegram.version, left)
