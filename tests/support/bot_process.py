"""The bot as a process of its own that can be killed with -9 and started again, talking to a local Telegram over HTTP.

Processes are forked from one that has imported everything, so that a restart takes a fraction of a second.
"""

import asyncio
import datetime as dt
import multiprocessing
import os
import signal
from multiprocessing.process import BaseProcess
from typing import Self

import time_machine

CONTEXT = multiprocessing.get_context("forkserver")
PREPARED = ["main", "operating", "tests.support.warm"]
CONTEXT.set_forkserver_preload(PREPARED)
STOP_SECONDS = 12


class BotProcess:
    """Starts, kills and stops the bot."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment
        now = dt.datetime.now(dt.UTC)
        # at noon in Moscow nobody's quiet hours keep a push back, whenever the tests run; all starts share a clock
        self._ahead = now.replace(hour=9) - now
        self._process: BaseProcess | None = None

    def start(self) -> None:
        """Start the bot; it serves when it is ready."""
        self._process = CONTEXT.Process(target=serve, args=(self._environment, self._ahead), daemon=True)
        self._process.start()

    def kill(self) -> None:
        """kill -9: no goodbye, nothing flushed."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    async def stop(self) -> int | None:
        """SIGTERM, and wait for the end; returns the exit code."""
        process = self._process
        if process is None or process.pid is None:
            return None
        os.kill(process.pid, signal.SIGTERM)
        await asyncio.to_thread(process.join, STOP_SECONDS)
        code = process.exitcode
        self.kill()
        return code

    async def wait(self) -> int | None:
        """Wait until it ends by itself; returns the exit code."""
        process = self._process
        if process is None:
            return None
        await asyncio.to_thread(process.join, STOP_SECONDS)
        return process.exitcode

    def restart(self) -> None:
        """kill -9 and start again."""
        self.kill()
        self.start()

    async def __aenter__(self) -> Self:
        self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        self.kill()


def serve(environment: dict[str, str], ahead: dt.timedelta) -> None:
    """What the process does: `python main.py run` with this environment."""
    os.environ.update(environment)
    time_machine.travel(dt.datetime.now(dt.UTC) + ahead, tick=True).start()
    from main import cli  # noqa: PLC0415  (the fork server has imported it already)

    cli(["run"])
