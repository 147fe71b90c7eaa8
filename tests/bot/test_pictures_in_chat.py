"""A drawn picture is uploaded once and sent once, whatever happens on the way; so is a document."""

import pytest

from bot.screen import MOST_CAPTION, Screen, fits_caption
from bot.sender import Event
from bot.speech import Speech, bold, lines
from domain.delivery import Push
from domain.people.person import Person as Member
from domain.work import Work
from sandbox import Person
from sandbox.images import picture
from tests.support.world import World

pytestmark = pytest.mark.one_database
DRAWN = picture(300, 200)
LONG = "Ноябрь: пришло 184 000 ₽ из 230 000 ₽"


@pytest.fixture(autouse=True)
def words_for_tests(world: World) -> None:
    """A kind of push with a picture and more words than a caption holds."""

    async def render(_work: Work, _me: Member, t: Speech, data: dict[str, object]) -> Event | None:
        text = lines(bold(t("{words}", words=data["words"])), "", *([t("{words}", words=LONG)] * 40))
        assert not fits_caption(text)
        return Event(Screen(text, (), DRAWN))

    world.product.conversation.renderers["test"] = render


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
