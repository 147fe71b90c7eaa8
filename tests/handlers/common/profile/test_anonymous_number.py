"""Who has one of Telegram's own anonymous numbers (+888) is let in by it, like by any other."""

import pytest

from tests.support.estate import new_manager
from tests.support.somebody import plainly
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(("number", "masked"), [("+88800001234", "+888 000•"), ("+8888123", "+888")])
async def test_own_anonymous_number_makes_a_realtor(world: World, number: str, masked: str) -> None:
    pavel = world.person("Павел", phone=number)
    await world.does(pavel.start)
    await world.does(pavel.taps, "Я риэлтор")
    await world.does(pavel.shares_contact)
    await world.does(pavel.writes, "/me")
    assert "Роли: риэлтор" in pavel.screen.text
    assert masked in pavel.screen.text


async def test_anonymous_number_makes_a_landlord_whose_country_is_asked(world: World) -> None:
    pavel = world.person("Павел", phone="+88800001234")
    await world.does(pavel.start)
    await world.does(pavel.taps, "🔑")
    await world.does(pavel.shares_contact)
    assert "Страна: нет" in pavel.screen.text
    await world.does(pavel.taps, "✅")
    assert "В какой стране вы живёте?" in pavel.screen.text


async def test_tenant_with_an_anonymous_number_is_invited_and_joins(world: World) -> None:
    maria = await new_manager(world)
    await maria.writes("/add_client")
    await maria.taps("🛋")
    await maria.writes("Павел, номер +888 0000 1234")
    maria.sees("Павел", "+888 0000 1234")
    await maria.taps("✅")
    link = next(word for word in "\n".join(plainly(one) for one in maria.person.heard).split() if "start=inv_" in word)
    pavel = world.person("Павел", phone="+88800001234")
    await world.does(pavel.writes, f"/start {link.partition('start=')[2]}")
    await world.does(pavel.shares_contact)
    assert any("Вы вошли" in plainly(one) or "Добро пожаловать" in plainly(one) for one in pavel.heard)
