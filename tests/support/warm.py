"""What a process of the bot prepares once, prepared before it is forked: the story of two realtors is played in it.

Then messages, places, forms, types and what libraries keep of them are there, as in a bot that has run for a minute.
"""

import asyncio
import gc
import tempfile
from pathlib import Path

import time_machine
from typer.main import get_command

from main import cli
from storage import schema
from storage.database import Database
from tests.support.clock import HeldClock
from tests.support.compiled import share_compiled_statements
from tests.support.story import RUSSIAN, played
from tests.support.world import world_on


async def _play() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/warm.db"
        database = Database(url)
        await schema.upgrade(database)
        await database.close()
        async with world_on(url, Path(folder) / "data", HeldClock()) as world:
            await played(world, RUSSIAN)


share_compiled_statements()
asyncio.run(_play())
get_command(cli)
with time_machine.travel(0):
    pass
gc.collect()
gc.freeze()
