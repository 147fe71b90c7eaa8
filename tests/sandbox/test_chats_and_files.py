"""What a bot may ask of chats and files, and what outlives a restart of the local Telegram."""

import json
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto

from sandbox import Person, Telegram
from sandbox.clock import Clock
from sandbox.images import picture
from sandbox.view import view_of_chat


async def test_membership(bot: Bot, telegram: Telegram, anna: Person) -> None:
    group = telegram.group("Дом", anna)
    boris = telegram.person(first_name="Борис")
    assert (await bot.get_chat_member(group.id, boris.id)).status == "left"
    assert (await bot.get_chat_member(group.id, bot.id)).status == "member"
    assert (await bot.get_user_profile_photos(anna.id)).total_count == 0
    with pytest.raises(TelegramBadRequest, match="user not found"):
        await bot.get_user_profile_photos(5)


async def test_pins_go_together(bot: Bot, anna: Person) -> None:
    for words in ("1", "2"):
        sent = await bot.send_message(anna.id, words)
        await bot.pin_chat_message(anna.id, sent.message_id)
        await bot.pin_chat_message(anna.id, sent.message_id)
    assert len(anna.pinned) == 2
    await bot.unpin_all_chat_messages(anna.id)
    assert anna.pinned == []


async def test_service_messages_are_not_copied(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "1")
    await bot.pin_chat_message(anna.id, sent.message_id)
    note = anna.messages[-1]
    assert note.kind == "pinned_message"
    with pytest.raises(TelegramBadRequest, match="message can't be copied"):
        await bot.copy_message(anna.id, anna.id, note.id)
    with pytest.raises(TelegramBadRequest, match="message can't be forwarded"):
        await bot.forward_message(anna.id, anna.id, note.id)


async def test_large_file_is_not_given_to_a_bot(bot: Bot, anna: Person) -> None:
    file = anna.sends_document(bytes((20 << 20) + 1)).message.file
    assert file is not None
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(file.file_id)


async def test_missing_download_is_an_error(bot: Bot, anna: Person) -> None:
    with pytest.raises(FileNotFoundError):
        await bot.download_file("photos/none.jpg")


async def test_pay_button_stands_first_or_not_at_all(bot: Bot, anna: Person) -> None:
    markup = InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text="Позже", callback_data="x"), InlineKeyboardButton(text="₽", pay=True)]
        ]
    )
    terms: dict[str, Any] = {"description": "d", "payload": "p", "provider_token": "t", "currency": "RUB", "prices": []}
    terms["prices"] = [{"label": "x", "amount": 100_00}]
    with pytest.raises(TelegramBadRequest, match="first button of an invoice must be the pay button"):
        await bot.send_invoice(anna.id, "x", reply_markup=markup, **terms)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ({"inline_keyboard": "x"}, 'field "inline_keyboard" must be of type Array'),
        ({"inline_keyboard": ["x"]}, "can't parse inline keyboard: row must be an Array"),
        ({"inline_keyboard": [["x"]]}, "can't parse inline keyboard button: expected an Object"),
        ({"keyboard": [[{}]]}, 'can\'t parse keyboard button: Field "text" must be of type String'),
        ({"keyboard": [[""]]}, "keyboard button text must be non-empty"),
    ],
)
async def test_malformed_keyboards_are_refused(
    telegram: Telegram, anna: Person, markup: dict[str, Any], words: str
) -> None:
    params = {"chat_id": anna.id, "text": "x", "reply_markup": json.dumps(markup)}
    answer = await telegram.call(telegram.token, "sendMessage", params)
    assert answer.description == f"Bad Request: {words}"


async def test_an_empty_keyboard_is_none(telegram: Telegram, anna: Person) -> None:
    for markup in ("", "{}", '{"inline_keyboard": []}', '{"inline_keyboard": [[]]}', '{"nonsense": 1}'):
        params = {"chat_id": anna.id, "text": "x", "reply_markup": markup}
        assert (await telegram.call(telegram.token, "sendMessage", params)).ok
    assert all(shown.buttons == [] for shown in anna.heard)


async def test_mention_of_a_person_is_known(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, f'<a href="tg://user?id={anna.id}">Анна</a>', parse_mode="HTML")
    assert sent.entities is not None
    assert sent.entities[0].user is not None
    assert anna.screen.html == f'<a href="tg://user?id={anna.id}">Анна</a>'


async def test_dangerous_links_are_not_links(telegram: Telegram, anna: Person) -> None:
    entities = [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}]
    params = {"chat_id": anna.id, "text": "x", "entities": json.dumps(entities)}
    await telegram.call(telegram.token, "sendMessage", params)
    assert anna.screen.html == "x"


async def test_the_page_is_told_of_every_kind(bot: Bot, telegram: Telegram, anna: Person) -> None:
    album: list[Any] = [InputMediaPhoto(media=BufferedInputFile(picture(), "a.png")) for _ in range(2)]
    await bot.send_media_group(anna.id, album)
    await bot.send_document(anna.id, BufferedInputFile(b"x", "a.pdf"))
    await bot.send_contact(anna.id, "+7900", "Ирина")
    await bot.send_venue(anna.id, 1, 2, "Дом", "Лесная, 4")
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])
    await bot.send_message(anna.id, "<b>ждём</b>", parse_mode="HTML", reply_markup=markup)
    anna.taps("Да")
    chat = view_of_chat(anna)
    json.dumps(chat)
    kinds = [message["kind"] for message in chat["messages"]]
    assert kinds == ["text", "photo", "photo", "document", "contact", "venue", "text"]
    assert chat["messages"][-1]["html"] == "<b>ждём</b>"
    assert chat["messages"][-1]["buttons"] == [[{"text": "Да", "callback_data": "yes", "is_spinning": True}]]
    assert [press["data"] for press in chat["spinning"]] == ["yes"]


async def test_new_process_gives_out_new_ids(clock: Clock) -> None:
    ids = []
    for _ in range(2):
        telegram = Telegram(clock)
        person = telegram.person(first_name="Анна")
        shown, press = person.start(), person.taps_data("x")
        ids.append((telegram.updates.log[0]["update_id"], shown.id, int(press.id)))
        assert telegram.updates.log[1]["update_id"] == telegram.updates.log[0]["update_id"] + 1
        clock.forward(seconds=30)
    assert all(later > earlier for earlier, later in zip(*ids, strict=True))
