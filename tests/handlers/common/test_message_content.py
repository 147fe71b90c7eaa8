"""Every kind of message that Telegram knows is used, or named as not used; its own notes in a chat get no answer."""

from typing import Any

import pytest
from aiogram.enums import ContentType

from bot.telegram.message_content import READ, SERVICE, UNREAD
from sandbox import Person
from tests.support.rented import rented_in
from tests.support.world import World

pytestmark = pytest.mark.one_database

FILE: dict[str, Any] = {"file_id": "BAAC1", "file_unique_id": "AQAD1", "file_size": 10}
FILM = {**FILE, "width": 10, "height": 10, "duration": 1}
USER = {"id": 5, "is_bot": False, "first_name": "Кто-то"}
CHANNEL = {"id": -1001, "type": "channel", "title": "Канал"}
SENT: list[tuple[dict[str, Any], str]] = [
    ({"voice": {**FILE, "duration": 3}}, "🎤 Голосовые я не слушаю"),
    ({"audio": {**FILE, "duration": 3}}, "🎵 Аудио я не слушаю"),
    ({"video": FILM}, "🎬 Видео я не смотрю"),
    ({"video_note": {**FILE, "length": 10, "duration": 1}}, "🎬 Видеосообщения"),
    ({"animation": FILM, "document": FILE}, "🎬 Анимации"),
    ({"sticker": {**FILE, "width": 9, "height": 9, "type": "regular", "is_animated": False, "is_video": False}}, "🙂"),
    ({"dice": {"emoji": "🎲", "value": 4}}, "🎲 Хороший бросок"),
    ({"location": {"latitude": 55.7, "longitude": 37.6}}, "📍 Точки на карте"),
    (
        {
            "venue": {"location": {"latitude": 55.7, "longitude": 37.6}, "title": "Дом", "address": "Арбат, 1"},
            "location": {"latitude": 55.7, "longitude": 37.6},
        },
        "📍 Точки на карте",
    ),
    (
        {
            "poll": {
                "id": "1", "question": "Да?", "options": [], "total_voter_count": 0, "is_closed": False,
                "is_anonymous": True, "type": "regular", "allows_multiple_answers": False, "allows_revoting": False,
                "members_only": False,
            }
        },
        "📊 Опросы",
    ),
    ({"story": {"chat": CHANNEL, "id": 3}}, "🖼 Истории"),
    ({"game": {"title": "Игра", "description": "…", "photo": []}}, "🎲 В игры"),
    ({"something_of_tomorrow": {"id": 1}}, "Такие сообщения я не читаю"),
]  # fmt: skip
NOTED: list[dict[str, Any]] = [
    {"pinned_message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "закреплено"}},
    {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    {"chat_background_set": {"type": {"type": "fill", "fill": {"type": "solid", "color": 1}, "dark_theme_dimming": 0}}},
    {"write_access_allowed": {"from_request": True}},
    {"connected_website": "example.org"},
    {"proximity_alert_triggered": {"traveler": USER, "watcher": USER, "distance": 10}},
    {"users_shared": {"request_id": 1, "users": []}},
    {"boost_added": {"boost_count": 1}},
    {"video_chat_started": {}},
    {"new_chat_title": "Название"},
]


async def test_what_cannot_be_used_is_named_with_what_is_possible(world: World, irina: Person) -> None:
    for content, said in SENT:
        before = len(irina.heard)
        await world.does(irina.sends, content)
        assert irina.screen.text.startswith(said), content
        assert len(irina.heard) == before + 1
        assert "☰ Меню" in str(irina.screen)


async def test_in_an_open_question_it_is_named_and_the_question_stays(world: World, irina: Person) -> None:
    await world.does(irina.writes, "/add_property")
    question = irina.screen.text
    for content, said in SENT:
        await world.does(irina.sends, content)
        assert said in irina.screen.text, content
        assert irina.screen.text.endswith(question.splitlines()[-1])


async def test_notes_of_telegram_itself_get_no_answer_anywhere(world: World, irina: Person) -> None:
    for begin in ("/menu", "/add_property"):
        await world.does(irina.writes, begin)
        before = len(irina.heard)
        for content in NOTED:
            await world.does(irina.sends, content)
            assert len(irina.heard) == before, content


async def test_a_note_in_the_chat_makes_nobody_known(world: World, anna: Person) -> None:
    await world.does(anna.sends, NOTED[0])
    assert anna.heard == []


async def test_a_stranger_who_sends_a_voice_message_is_told_and_greeted(world: World, anna: Person) -> None:
    await world.does(anna.sends_voice)
    assert anna.screen.text.startswith("🎤 Голосовые я не слушаю")
    assert anna.screen.buttons[0] == ["🏠 Я риэлтор", "🔑 Сдаю недвижимость"]


async def test_the_words_under_a_video_are_read_and_the_video_is_named(world: World, irina: Person) -> None:
    said = "Продам 2-к квартиру 54 м2 на Арбате, 18,5 млн"
    await world.does(irina.sends, {"video": FILM, "caption": said})
    assert "🎬 Видео я не смотрю" in irina.heard[-2].text
    assert irina.screen.text.startswith("Продажа · 2-комн. · 54")


async def test_a_photo_or_a_file_that_nothing_asks_for_is_told_where_it_can_go(world: World) -> None:
    rented = await rented_in(world)
    for one in (rented.oleg, rented.owner):
        await world.does(one.person.sends_photo)
        one.sees("Не понял, к чему это фото.", "Откройте объект, счётчик или платёж")
        await world.does(one.person.sends_document, b"%PDF-1.7", "Справка.pdf")
        one.sees("Не понял, к чему этот файл.")


def test_every_kind_of_message_is_read_named_or_a_note_of_telegrams_own() -> None:
    """A new kind in a new aiogram has to be put somewhere before it is answered wrongly."""
    known = READ | set(UNREAD) | SERVICE
    rest = {ContentType.ANY, ContentType.UNKNOWN, ContentType.RICH_MESSAGE, ContentType.PASSPORT_DATA}
    assert set(ContentType) == known | rest | {ContentType.WEB_APP_DATA, ContentType.SUCCESSFUL_PAYMENT}
    assert not READ & set(UNREAD)
