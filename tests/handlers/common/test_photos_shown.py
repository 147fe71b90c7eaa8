"""A photo that is sent while a card's photos are on the screen belongs to that card; elsewhere it is asked about."""

import pytest

from domain.people.person import Role
from sandbox.images import picture
from tests.support.estate import new_landlord
from tests.support.realtors import realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def test_photos_sent_to_a_property_s_photos_are_its_own(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("Продам 2-к квартиру 54 м2 на Арбате, 18,5 млн, 50/50")
    await anna.taps("✅ Сохранить")
    await anna.taps("📄 Открыть")
    await anna.taps("🖼 Фото")
    anna.sees("Фото пока нет. Пришлите их сюда, до 10.")
    await world.does(anna.person.sends_photo, picture(10, 10))
    anna.sees("1 фото, поместится до 10.")
    await world.does(anna.person.sends_album, [picture(20, 20), picture(30, 30)], ["вид", ""])
    anna.sees("3 из 3", "3 фото, поместится до 10.")
    assert any("Подпись я не использовал: «вид»" in said for said in anna.heard)
    await world.does(anna.person.sends_photo, picture(40, 40), "Продам 1-к Сокол 38 м2, 9 млн, 50/50")
    anna.sees("Продажа · 1-комн. · 38 м²", "1 фото")
    await anna.taps("✖️ Отмена")
    await anna.writes("/menu")
    await world.does(anna.person.sends_photo, picture(50, 50))
    anna.sees("1 фото", "Теперь опишите объект")


async def test_photos_sent_to_an_object_s_photos_are_its_own_whatever_else_one_is(world: World) -> None:
    lev = await new_landlord(world, "Лев")
    await lev.becomes(Role.REALTOR)
    await lev.writes("/add_object")
    await lev.writes("Torstrasse 12, Berlin")
    await lev.taps("Квартира")
    await lev.taps("Пропустить")
    lev.sees("Torstrasse 12", "Берлин")
    await lev.taps("✅ Сохранить")
    await lev.taps("🏠 Открыть")
    await lev.taps("✏️ Изменить")
    await lev.taps("Фото")
    lev.sees("Фото пока нет.")
    await world.does(lev.person.sends_photo, picture(10, 10))
    lev.sees("1 фото, поместится до 10.")
    await lev.taps("‹ Назад")
    lev.sees("Torstrasse 12", "Берлин")
    await world.does(lev.person.sends_photo, picture(20, 20))
    lev.sees("Теперь опишите объект")
