"""A picture sent as a file is a photo wherever a photo is; every caption of an album is read; nothing goes unnamed."""

import pytest

from sandbox.images import picture
from tests.support.pictures import heic
from tests.support.realtors import realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database

LISTING = "Продам 2-к квартиру 54 м2, 5/9, м. Арбатская, 18,5 млн, комиссия 50/50"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("IMG_0001.jpg", picture()),
        ("IMG_0001.JPEG", picture()),
        ("план.png", picture()),
        ("IMG_0002.HEIC", heic()),
        ("IMG_0003.jpg", heic()),
        ("photo", picture()),
    ],
)
async def test_a_picture_file_with_a_listing_under_it_is_its_photo(world: World, name: str, content: bytes) -> None:
    anna = await realtor(world, "Анна")
    file = {"document": {**_document(world, content, name), "mime_type": "image/jpeg"}}
    await world.does(anna.person.sends, {**file, "caption": LISTING})
    anna.sees("Продажа · 2-комн. · 54 м²", "18 500 000 ₽", "1 фото")
    await anna.taps("✅ Сохранить")
    anna.sees("Сохранено")


def _document(world: World, content: bytes, name: str) -> dict[str, object]:
    file: dict[str, object] = world.telegram.files.keep(content, "document", name).as_json()
    return file


async def test_pictures_as_files_at_the_photo_step_are_photos(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(LISTING)
    await anna.taps("➕ Фото")
    await world.does(anna.person.sends_document, heic(), "IMG_1.jpg")
    await world.does(anna.person.sends_album, [picture(61), heic(66)], as_files=("a.png", "b.heic"))
    await anna.taps("✅ Готово") if "✅ Готово" in anna.screen else None
    anna.sees("3 фото")


async def test_what_is_no_picture_says_so_and_the_listing_is_read(world: World) -> None:
    anna = await realtor(world, "Анна")
    await world.does(anna.person.sends_document, b"%PDF-1.7", "Презентация.pdf", LISTING)
    assert any("Файл «Презентация.pdf» не взял" in said for said in anna.heard)
    anna.sees("Продажа · 2-комн. · 54 м²")
    assert "фото\n" not in anna.screen.split("[")[0]


async def test_a_broken_picture_file_is_called_so(world: World) -> None:
    anna = await realtor(world, "Анна")
    await world.does(anna.person.sends_document, b"not a picture", "IMG.jpg", LISTING)
    anna.sees("Это не открывается как картинка")


async def test_words_under_the_second_and_third_photo_are_read(world: World) -> None:
    anna = await realtor(world, "Анна")
    captions = ["", "Продам 2-к квартиру 54 м2, м. Арбатская", "18,5 млн, комиссия 50/50"]
    await world.does(anna.person.sends_album, [picture(60), picture(61), picture(62)], captions)
    anna.sees("Продажа · 2-комн. · 54 м²", "18 500 000 ₽", "Комиссия: 50 %", "3 фото")


async def test_words_under_a_photo_at_the_photo_step_are_named_as_not_used(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(LISTING)
    await anna.taps("➕ Фото")
    await world.does(anna.person.sends_photo, picture(), "вид из кухни")
    anna.sees("Подпись я не использовал: «вид из кухни»", "1 фото")
