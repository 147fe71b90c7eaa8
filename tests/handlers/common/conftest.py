"""People as these tests need them: Анна has never been here; Ирина is a realtor already."""

import pytest

from sandbox import Person
from tests.support.realtors import realtor
from tests.support.world import World


@pytest.fixture
def anna(world: World) -> Person:
    return world.person("Анна", last_name="Петрова", username="anna")


@pytest.fixture
async def irina(world: World) -> Person:
    return (await realtor(world, "Ирина", "Белова")).person
