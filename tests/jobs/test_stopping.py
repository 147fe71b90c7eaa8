"""A stop lets what a job has in hand come to its end, and says nothing of it."""

import asyncio

import pytest

from tests.support.world import World


@pytest.mark.one_database
async def test_a_job_in_hand_is_finished_before_the_stop(world: World, caplog: pytest.LogCaptureFixture) -> None:
    began, may_end, finished = asyncio.Event(), asyncio.Event(), []

    async def slow() -> None:
        began.set()
        await may_end.wait()
        finished.append("all of it")

    schedule = world.product.schedule
    schedule.table = {"slow": (3600, slow)}
    schedule.start()
    await began.wait()
    stopping = asyncio.create_task(schedule.stop())
    await asyncio.sleep(0)
    may_end.set()
    await stopping
    assert finished == ["all of it"]
    assert not [one for one in caplog.records if one.levelname == "ERROR"]
