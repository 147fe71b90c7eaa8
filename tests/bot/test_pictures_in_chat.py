"""A drawn picture is uploaded once and sent once, whatever happens on the way; so is a document.

A picture that Telegram does not take is left out of what it would stand above.
"""

import logging

import pytest

from bot.localization import Localizer, bold, lines
from bot.screen import MOST_CAPTION, Screen, fits_caption
from bot.telegram.sender import PushContent
from domain.delivery import Push
from domain.people.person import Person as Member
from domain.work import Work
from sandbox import Person
from sandbox.images import picture
from tests.support.estate import new_manager
from tests.support.realtors import realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database
DRAWN = picture(300, 200)
LONG = "Ноябрь: пришло 184 000 ₽ из 230 000 ₽"


@pytest.fixture(autouse=True)
def words_for_tests(world: World) -> None:
    """A kind of push with a picture and more words than a caption holds."""

    async def render(_work: Work, _me: Member, t: Localizer, data: dict[str, object]) -> PushContent | None:
        text = lines(bold(t("{words}", words=data["words"])), "", *([t("{words}", words=LONG)] * 40))
        assert not fits_caption(text)
        return PushContent(Screen(text, (), DRAWN))

    world.product.registry.renderers["test"] = render


async def met(world: World) -> Person:
    anna = world.person("Анна")
    await world.does(anna.start)
    return anna


async def push(world: World, to: Person, words: str) -> None:
    work = world.product.new_work()
    async with work.writing("push"):
        person = await work.people.by_telegram(to.id)
        assert person is not None
        await work.outbox.add(Push(to=person.id, kind="test", data={"words": words}, dedup_key=words))
        await work.commit(None)
    for _ in range(4):
        await world.later(seconds=10)


async def test_the_same_picture_is_uploaded_once_and_its_caption_is_cut_at_a_line(world: World) -> None:
    anna = await met(world)
    await push(world, anna, "Раз")
    await push(world, anna, "Два")
    assert [(shown.kind, shown.photo) for shown in anna.heard[-2:]] == [("photo", DRAWN)] * 2
    assert [bool(call.files) for call in world.telegram.calls_of("sendPhoto")] == [True, False]
    assert anna.screen.text.startswith("Два\n\nНоябрь")
    assert anna.screen.text.endswith(f"{LONG}\n…")
    assert MOST_CAPTION - len(LONG) - 2 < len(anna.screen.text) <= MOST_CAPTION


async def test_a_picture_whose_receipt_was_lost_arrives_once(world: World) -> None:
    anna = await met(world)
    heard = len(anna.heard)
    world.telegram.trouble.loses_answer("sendPhoto")
    await push(world, anna, "Раз")
    await push(world, anna, "Два")
    assert [shown.text.split("\n")[0] for shown in anna.heard[heard:]] == ["Раз", "Два"]


async def test_a_picture_that_telegram_no_longer_knows_is_uploaded_again(world: World) -> None:
    anna = await met(world)
    await push(world, anna, "Раз")
    world.telegram.files.by_id.clear()
    await push(world, anna, "Два")
    assert (anna.screen.photo, anna.screen.text.split("\n")[0]) == (DRAWN, "Два")
    await push(world, anna, "Три")
    assert [bool(call.files) for call in world.telegram.calls_of("sendPhoto")] == [True, False, True, False]


async def test_a_document_whose_receipt_was_lost_arrives_once(world: World) -> None:
    anna = await met(world)
    await world.does(anna.writes, "/privacy")
    heard = len(anna.heard)
    world.telegram.trouble.loses_answer("sendDocument")
    await world.does(anna.taps, "📦")
    await world.later(seconds=10)
    assert [shown.file_name for shown in anna.heard[heard:]] == ["my-data.json"]
    assert [call.params["action"] for call in world.telegram.calls_of("sendChatAction")][:1] == ["upload_document"]


@pytest.mark.parametrize(
    "words", ["PHOTO_INVALID_DIMENSIONS", "IMAGE_PROCESS_FAILED", "wrong file identifier/HTTP URL specified"]
)
async def test_a_card_whose_photo_telegram_refuses_is_shown_without_it(
    world: World, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    anna = await realtor(world, "Анна")
    await anna.offers()
    await anna.writes("/properties")
    await anna.taps("1. ")
    await anna.taps("🖼 Фото")
    await anna.taps("➕ Добавить")
    await world.does(anna.person.sends_album, [picture(10, 10), picture(20, 20)])
    await anna.taps("‹")
    assert anna.person.screen.kind == "photo"
    for method in ("sendPhoto", "editMessageMedia"):
        world.telegram.trouble.refuses(method, description=f"Bad Request: {words}", times=1000)
    await anna.taps("фото ›")
    assert anna.person.screen.kind == "text", "the picture that was there is of another photo"
    anna.sees("Продажа · 2-комн. · 54 м²", "✏️ Изменить")
    heard = len(anna.heard)
    await anna.taps("фото ›")
    anna.sees("Продажа · 2-комн. · 54 м²", "✏️ Изменить")
    assert len(anna.heard) == heard, "on the same message"
    await anna.writes("/properties")
    await anna.taps("1. ")
    anna.sees("Продажа · 2-комн. · 54 м²", "✏️ Изменить")
    told = [one.getMessage() for one in caplog.records if one.levelno == logging.WARNING]
    assert any(words in one for one in told)
    assert not any("Анна" in one or str(anna.person.id) in one for one in told)
    world.telegram.trouble.clear()
    await anna.writes("/properties")
    await anna.taps("1. ")
    assert anna.person.screen.kind == "photo", "and with it once Telegram takes it again"


async def test_a_push_whose_picture_telegram_refuses_says_what_it_has_to_say(world: World) -> None:
    anna = await met(world)
    world.telegram.trouble.refuses("sendPhoto", description="Bad Request: PHOTO_INVALID_DIMENSIONS", times=1000)
    await push(world, anna, "Раз")
    assert (anna.screen.kind, anna.screen.text.split("\n")[0]) == ("text", "Раз")


async def test_a_photo_in_a_letter_that_telegram_does_not_show_arrives_as_a_file(world: World) -> None:
    maria = await new_manager(world)
    irina = await maria.tenant("Ирина", "Петрова")
    await irina.forges(f"lwr:{irina.party}:0:0")
    world.telegram.trouble.refuses("sendPhoto", description="Bad Request: PHOTO_INVALID_DIMENSIONS", times=1000)
    await world.does(irina.person.sends_photo, picture(60), "Протечка, видно на фото")
    await world.later(seconds=10)
    assert maria.person.screen.file_name == "photo.jpg"
    maria.sees("Протечка, видно на фото", "✍️ Ответить")
