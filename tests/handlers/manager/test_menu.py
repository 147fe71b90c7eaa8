"""The manager's menu, commands and help; whoever has other roles switches by a tap."""

import pytest

from domain.letters.letter import LetterDraft
from domain.letters.send_letter import send_letter
from domain.people.person import Role
from tests.support.estate import new_manager
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def test_menu_commands_and_help_are_a_managers(world: World) -> None:
    mary = await new_manager(world)
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


async def test_messages_have_one_button_which_counts_those_that_wait_for_an_answer(world: World) -> None:
    mary = await new_manager(world)
    anna = await mary.tenant("Анна")

    async def buttons() -> list[str]:
        await mary.writes("/menu")
        return [one for row in mary.person.screen.buttons for one in row if "✉️" in one]

    assert await buttons() == ["✉️ Сообщения"]
    draft = LetterDraft(party_id=anna.party, text="Когда включат отопление?")
    await send_letter(world.product.new_work(), await anna.me(), draft)
    await world.settle()
    assert await buttons() == ["✉️ Сообщения: 1"]
    await mary.taps("✉️ Сообщения: 1")
    mary.sees("✉️ Сообщения", "Когда включат отопление?", "• Без ответа: 1")
    await mary.writes("/menu")
    await mary.taps("🔔 Новости")
    mary.sees("🔔 Новости")
