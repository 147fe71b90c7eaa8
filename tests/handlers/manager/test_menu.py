"""The manager's menu, commands and help; whoever has other roles switches by a tap."""

import pytest

from domain.people.person import Role
from tests.support.estate import manager
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def test_menu_commands_and_help_are_a_managers(world: World) -> None:
    mary = await manager(world)
    await mary.becomes(Role.REALTOR)
    await mary.writes("/menu")
    await mary.taps("🧰 Управляющий")
    mary.sees("Сегодня, 21 ноября", "🏠 Объекты", "👥 Люди", "⚙️ Настройки", "🏠 Риэлтор")
    assert {"today", "objects", "people", "add_client"} <= set(mary.person.commands)
    assert mary.person.commands["today"] == "Дела на сегодня"
    await mary.writes("/help")
    mary.sees("Как это работает для управляющего", "➕ Клиент", "➕ Объект", "👥 Люди")
    await mary.writes("/add_client")
    mary.sees("Кто это?", "🔑 Собственник")
    await mary.writes("/today")
    mary.sees("Сегодня, 21 ноября")
    await mary.writes("/people")
    mary.sees("Собственников пока нет")
