"""Every button of earlier releases is pressed: each is answered, none keeps its spinner or breaks anything."""

import logging

import pytest

from domain.people.person import Role
from tests.support.somebody import Somebody
from tests.support.world import World
from tools.released import BUTTONS

pytestmark = pytest.mark.one_database
ROLES = (Role.REALTOR, Role.TENANT, Role.OWNER, Role.MANAGER)


async def test_every_button_ever_released_is_answered(world: World, caplog: pytest.LogCaptureFixture) -> None:
    somebody = Somebody(world, world.person("Пётр"))
    await world.does(somebody.person.start)
    for role in ROLES:
        await somebody.becomes(role)
    await world.does(somebody.person.writes, "/menu")
    with caplog.at_level(logging.WARNING):
        for data in BUTTONS.read_text().splitlines():
            somebody.person.taps_data(data, somebody.person.screen)
        await world.settle()
    assert not somebody.person.spinning
    assert await world.product.inbox.quarantined() == 0
    assert [record.getMessage() for record in caplog.records] == []
