"""An admin sees how the platform does."""

from sandbox import Person
from tests.support.realtors import realtor
from tests.support.world import World


async def olga(world: World) -> Person:
    olga = world.person("Ольга", user_id=777)
    await world.does(olga.start)
    return olga


async def test_status_counts_people_by_role_and_what_waits(world: World) -> None:
    admin = await olga(world)
    await realtor(world, "Ирина")
    await realtor(world, "Борис")
    await world.does(admin.writes, "/status")
    assert "Необработанных обновлений нет." in admin.screen.text
    assert "Отложено после трёх неудач: 0" in admin.screen.text
    assert "риэлтор: 2" in admin.screen.text
    assert "без роли: 1" in admin.screen.text


async def test_set_aside_updates_have_a_button_that_tries_them_again(world: World) -> None:
    admin = await olga(world)
    poison = {"message_id": 1, "date": "yesterday", "chat": {"id": 9, "type": "private"}}
    world.telegram.updates.inject({"message": poison})
    await world.settle()
    await world.does(admin.writes, "/status")
    assert "Отложено после трёх неудач: 1" in admin.screen.text
    await world.does(admin.taps, "♻️ Повторить 1")
    assert "Повторяется 1 обновление." in admin.message_with("Состояние").text


async def test_nothing_to_try_again_is_said(world: World) -> None:
    admin = await olga(world)
    await world.does(admin.writes, "/redrive")
    assert "Отложенного нет." in admin.screen.text
