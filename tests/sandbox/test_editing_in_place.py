"""Messages change in place, and only those that may."""

import json
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox import Person, Telegram
from sandbox.clock import Clock
from sandbox.images import picture

SAVE = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="✅ Сохранить", callback_data="save")]])
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def photo(width: int = 800) -> BufferedInputFile:
    return BufferedInputFile(picture(width, 600), "photo.png")


async def test_text_changes_in_place_and_keeps_its_past(bot: Bot, anna: Person, clock: Clock) -> None:
    sent = await bot.send_message(anna.id, "один", reply_markup=SAVE)
    clock.forward(seconds=5)
    edited = await bot.edit_message_text("<b>два</b>", chat_id=anna.id, message_id=sent.message_id, parse_mode="HTML")
    assert not isinstance(edited, bool)
    assert edited.edit_date == int(clock().timestamp())
    assert anna.screen.id == sent.message_id
    assert (anna.screen.text, anna.screen.html, anna.screen.buttons) == ("два", "<b>два</b>", [])
    assert anna.screen.is_edited
    assert anna.screen.message.history[0]["content"]["text"] == "один"


async def test_same_content_is_not_modified(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "<b>x</b>", parse_mode="HTML", reply_markup=SAVE)
    where: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    same = json.loads(SAVE.model_dump_json())
    with pytest.raises(TelegramBadRequest, match=NOT_MODIFIED):
        await bot.edit_message_text("<b>x</b>", parse_mode="HTML", reply_markup=SAVE, **where)
    with pytest.raises(TelegramBadRequest, match=NOT_MODIFIED):
        await bot.edit_message_reply_markup(reply_markup=InlineKeyboardMarkup(**same), **where)
    await bot.edit_message_text("x", reply_markup=SAVE, **where)
    await bot.edit_message_text("x", **where)
    assert anna.screen.buttons == []
    with pytest.raises(TelegramBadRequest, match=NOT_MODIFIED):
        await bot.edit_message_reply_markup(**where)


async def test_photo_is_edited_as_photo(bot: Bot, anna: Person) -> None:
    sent = await bot.send_photo(anna.id, photo(), caption="цена", reply_markup=SAVE)
    assert sent.photo is not None
    where: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await bot.edit_message_text("x", **where)
    await bot.edit_message_caption(caption="новая цена", **where)
    assert (anna.screen.text, anna.screen.buttons) == ("новая цена", [])
    same = InputMediaPhoto(media=sent.photo[0].file_id, caption="новая цена")
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_media(same, **where)
    await bot.edit_message_media(InputMediaPhoto(media=photo(500)), reply_markup=SAVE, **where)
    assert anna.screen.photo == picture(500, 600)
    assert (anna.screen.text, anna.screen.buttons) == ("", [["✅ Сохранить"]])


async def test_text_becomes_a_photo_but_a_photo_no_text(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "x")
    where: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await bot.edit_message_caption(caption="y", **where)
    await bot.edit_message_media(InputMediaPhoto(media=photo()), **where)
    assert anna.screen.kind == "photo"


async def test_contact_has_nothing_to_edit(bot: Bot, anna: Person) -> None:
    sent = await bot.send_contact(anna.id, "+79001234567", "Ирина")
    where: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    with pytest.raises(TelegramBadRequest, match="there is no media in the message to edit"):
        await bot.edit_message_media(InputMediaPhoto(media=photo()), **where)
    await bot.edit_message_reply_markup(reply_markup=SAVE, **where)
    assert anna.screen.buttons == [["✅ Сохранить"]]


async def test_album_keeps_its_kind(bot: Bot, anna: Person) -> None:
    album = await bot.send_media_group(anna.id, [InputMediaPhoto(media=photo()) for _ in range(2)])
    assert len({message.media_group_id for message in album}) == 1
    with pytest.raises(TelegramBadRequest, match="message content type can't be used in an album"):
        await bot.edit_message_media(
            InputMediaDocument(media=BufferedInputFile(b"x", "a.pdf")),
            chat_id=anna.id,
            message_id=album[0].message_id,
        )


async def test_long_edits_are_refused_in_the_servers_words(bot: Bot, anna: Person) -> None:
    text = await bot.send_message(anna.id, "x")
    picture_ = await bot.send_photo(anna.id, photo())
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await bot.edit_message_text("я" * 4097, chat_id=anna.id, message_id=text.message_id)
    with pytest.raises(TelegramBadRequest, match="MEDIA_CAPTION_TOO_LONG"):
        await bot.edit_message_caption(caption="я" * 1025, chat_id=anna.id, message_id=picture_.message_id)


async def test_what_is_not_there_or_not_ours_is_not_edited(bot: Bot, anna: Person) -> None:
    own = anna.writes("моё")
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("x", chat_id=anna.id, message_id=999)
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("x", chat_id=anna.id, message_id=own.id)
    with pytest.raises(TelegramBadRequest, match="message identifier is not specified"):
        await bot.edit_message_text("x", chat_id=anna.id)
    with pytest.raises(TelegramBadRequest, match="MESSAGE_ID_INVALID"):
        await bot.edit_message_text("x", inline_message_id="abc")


@pytest.mark.parametrize(
    "markup",
    [
        ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Да")]]),
        ReplyKeyboardRemove(),
        ForceReply(),
    ],
)
async def test_message_with_a_reply_keyboard_cannot_be_edited(
    bot: Bot, anna: Person, markup: ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply
) -> None:
    sent = await bot.send_message(anna.id, "x", reply_markup=markup)
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("y", chat_id=anna.id, message_id=sent.message_id)


async def test_edit_takes_inline_keyboards_only(telegram: Telegram, bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "x")
    markup = '{"keyboard": [["a"]]}'
    params = {"chat_id": anna.id, "message_id": sent.message_id, "text": "y", "reply_markup": markup}
    answer = await telegram.call(telegram.token, "editMessageText", params)
    assert answer.description == "Bad Request: inline keyboard expected"


async def test_deleting_takes_both_sides_for_two_days(bot: Bot, anna: Person, clock: Clock) -> None:
    theirs, ours = anna.writes("секрет"), await bot.send_message(anna.id, "x")
    assert await bot.delete_message(anna.id, theirs.id)
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(anna.id, theirs.id)
    clock.forward(hours=48)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(anna.id, ours.message_id)
    young = await bot.send_message(anna.id, "y")
    assert await bot.delete_messages(anna.id, [ours.message_id, young.message_id, 999])
    assert [shown.text for shown in anna.heard] == ["x"]


async def test_pinned_message_stays_on_top(bot: Bot, anna: Person, telegram: Telegram) -> None:
    first, second = await bot.send_message(anna.id, "1"), await bot.send_message(anna.id, "2")
    await bot.pin_chat_message(anna.id, first.message_id)
    await bot.pin_chat_message(anna.id, second.message_id)
    assert [shown.text for shown in anna.pinned] == ["1", "2"]
    chat = await bot.get_chat(anna.id)
    assert chat.pinned_message is not None
    assert chat.pinned_message.message_id == second.message_id
    await bot.unpin_chat_message(anna.id)
    assert [shown.text for shown in anna.pinned] == ["1"]
    await bot.delete_message(anna.id, first.message_id)
    assert anna.pinned == []


async def test_copies_and_forwards(bot: Bot, telegram: Telegram, anna: Person) -> None:
    boris = telegram.person(first_name="Борис")
    boris.start()
    original = anna.sends_photo(caption="двушка")
    await bot.copy_message(boris.id, anna.id, original.id, caption="<i>копия</i>", parse_mode="HTML", reply_markup=SAVE)
    assert (boris.screen.html, boris.screen.buttons) == ("<i>копия</i>", [["✅ Сохранить"]])
    assert boris.screen.message.forward_origin is None
    forwarded = await bot.forward_message(boris.id, anna.id, original.id)
    assert forwarded.forward_origin is not None
    assert forwarded.forward_origin.type == "user"
    assert boris.screen.photo == original.photo
    with pytest.raises(TelegramBadRequest, match="message to copy not found"):
        await bot.copy_message(boris.id, anna.id, 999)


async def test_chat_action_lasts_five_seconds(bot: Bot, anna: Person, clock: Clock) -> None:
    await bot.send_chat_action(anna.id, "upload_photo")
    assert anna.action == "upload_photo"
    clock.forward(seconds=timedelta(seconds=5).total_seconds())
    assert anna.action == ""
    await bot.send_chat_action(anna.id, "typing")
    await bot.send_message(anna.id, "x")
    assert anna.action == ""
