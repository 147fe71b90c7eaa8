"""A process that has played the story of two realtors before it is forked: what libraries keep of it is there.

It takes ten seconds, and a tenth off every start after it: for who starts a bot two hundred times.
"""

import asyncio
import gc
import tempfile
from pathlib import Path

from tests.support.clock import HeldClock
from tests.support.compiled import share_compiled_statements
from tests.support.databases import migrate
from tests.support.story import RUSSIAN, played
from tests.support.world import world_on


async def _play() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/played.db"
        migrate(url)
        async with world_on(url, Path(folder) / "data", HeldClock()) as world:
            await played(world, RUSSIAN)


share_compiled_statements()
asyncio.run(_play())
gc.collect()
gc.freeze()
