"""While a draft is open another text adds to it, takes its place or waits for its turn; the first is never lost."""

import pytest

from sandbox.images import picture
from tests.support.realtors import realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database

FIRST = "Продам 2-к квартиру 54 м2 на Арбате, 18,5 млн"
SECOND = "Продам однушку 30 м2 в Бишкеке, 5 млн сом, комиссия 40%"


async def test_what_only_fills_a_gap_is_added_at_once(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(FIRST)
    await anna.writes("комиссия 45%")
    anna.sees("Продажа · 2-комн.", "Комиссия: 45 %", "Дополнил.")


async def test_another_listing_is_asked_about_and_the_first_stays(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(FIRST)
    await anna.writes(SECOND)
    anna.sees("А это что за текст?", "Ещё открыт черновик: Продажа, 2-комн.")
    await anna.taps("➕ Это другое")
    anna.sees("Продажа · 2-комн. · 54 м²", "Ждёт очереди: 1 текст.")


async def test_the_waiting_text_comes_after_the_first_is_saved(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(FIRST)
    await anna.writes(SECOND)
    await anna.taps("➕ Это другое")
    await anna.taps("✅ Сохранить")
    await anna.taps("50")
    await anna.taps("📥 Ещё тексты: 1")
    anna.sees("Продажа · 1-комн. · 30 м²", "Бишкек")
    await anna.taps("✅ Сохранить")
    await anna.taps("🏠 Мои объекты")
    anna.sees("всего 2")


async def test_the_second_takes_the_firsts_place_when_told_so(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(FIRST)
    await anna.writes(SECOND)
    await anna.taps("🔁 Вместо черновика")
    anna.sees("Продажа · 1-комн. · 30 м²")


async def test_a_text_said_to_be_an_addition_changes_what_it_names(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(FIRST)
    await anna.writes("цена 17,9 млн")
    await anna.taps("🧩 Дополнение")
    anna.sees("17 900 000 ₽", "2-комн.")


async def test_photos_are_added_to_the_open_draft(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(FIRST)
    await world.does(anna.person.sends_album, [picture(10, 10), picture(20, 20)])
    anna.sees("Продажа · 2-комн.", "2 фото")


async def test_photos_for_a_lead_are_declined_in_words(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("Куплю двушку на Арбатской до 20 млн")
    await world.does(anna.person.sends_photo)
    anna.sees("Фото бывают у объекта, а это заявка.", "✅ Сохранить")


async def test_a_text_dealt_with_already_is_said_to_be_so(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(FIRST)
    await anna.writes(SECOND)
    question = anna.person.screen
    replace = question.find_button("🔁")
    assert replace is not None
    await anna.taps("🔁 Вместо черновика")
    await anna.forges(replace["callback_data"])
    anna.is_told("С этим текстом уже разобрались.")
    anna.sees("Продажа · 1-комн. · 30 м²")


async def test_five_listings_forwarded_at_once_are_all_kept(world: World) -> None:
    anna = await realtor(world, "Анна")
    for rooms in range(1, 6):
        anna.person.forwards(f"Продам {rooms}-к квартиру {rooms * 20} м2 на Арбате, {rooms * 9} млн, комиссия 50%")
    await world.settle()
    await anna.taps("➕ Это другое")
    for _ in range(4):
        await anna.taps("✅ Сохранить")
        await anna.taps("📥 Ещё тексты")
    await anna.taps("✅ Сохранить")
    await anna.taps("🏠 Мои объекты")
    anna.sees("всего 5")


@pytest.mark.parametrize("nonsense", ["стикер", "голос"])
async def test_what_is_neither_words_nor_photos_leaves_the_draft_as_it_is(world: World, nonsense: str) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(FIRST)
    await world.does(anna.person.sends_sticker if nonsense == "стикер" else anna.person.sends_voice)
    anna.sees("Продажа · 2-комн.", "✅ Сохранить")


async def test_a_listing_sent_instead_of_an_answer_waits_for_its_turn(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(FIRST)
    await anna.taps("✅ Сохранить")
    await anna.writes(SECOND)
    anna.sees("Какую долю комиссии", "Ждёт очереди: 1 текст.")
    await anna.taps("50")
    await anna.taps("📥 Ещё тексты: 1")
    anna.sees("Продажа · 1-комн. · 30 м²")
