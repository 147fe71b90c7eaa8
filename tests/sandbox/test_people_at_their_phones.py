"""People type, tap, forward and share; the bot gets updates that aiogram understands."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)

from sandbox import Person, Telegram
from sandbox.clock import Clock
from sandbox.images import picture
from sandbox.shown import NotOnScreenError


async def news(bot: Bot) -> list[Update]:
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return updates


async def said(bot: Bot) -> Message:
    message = (await news(bot))[-1].message
    assert message is not None
    return message


def buttons(*rows: list[dict[str, Any]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(**key) for key in row] for row in rows])


async def test_start_with_a_payload(bot: Bot, telegram: Telegram, clock: Clock) -> None:
    boris = telegram.person(first_name="Борис", username="boris", language_code="en")
    boris.start("deal_17")
    message = await said(bot)
    assert message.from_user is not None
    assert message.entities is not None
    assert (message.text, message.entities[0].type) == ("/start deal_17", "bot_command")
    assert (message.from_user.username, message.from_user.language_code) == ("boris", "en")
    assert message.date == clock()
    assert message.chat.id == boris.id == message.from_user.id


async def test_long_text_is_cut_by_the_app(bot: Bot, anna: Person) -> None:
    anna.writes("🏠" * 2500)
    assert [len(one.message.text or "") for one in await news(bot) if one.message] == [2048, 452]
    with pytest.raises(NotOnScreenError):
        anna.writes("  \n")
    anna.writes("\u200d")
    assert (await said(bot)).text == "\u200d"


async def test_photos_come_in_sizes_and_download(bot: Bot, anna: Person) -> None:
    anna.sends_photo(picture(1600, 1200), "кухня")
    message = await said(bot)
    assert message.photo is not None
    assert [(size.width, size.height) for size in message.photo] == [
        (90, 67),
        (320, 240),
        (800, 600),
        (1280, 960),
    ]
    file = await bot.download(message.photo[-1])
    assert file is not None
    assert file.read() == picture(1600, 1200)
    await bot.send_photo(anna.id, message.photo[1].file_id)
    assert anna.screen.photo == picture(1600, 1200)


async def test_album_is_several_updates(bot: Bot, anna: Person) -> None:
    anna.sends_album([picture(100 + n, 100) for n in range(3)], "ремонт")
    messages = [one.message for one in await news(bot) if one.message]
    assert [message.caption for message in messages] == ["ремонт", None, None]
    assert len({message.media_group_id for message in messages}) == 1


async def test_everything_else_that_can_be_sent(bot: Bot, anna: Person) -> None:
    anna.sends_sticker()
    anna.sends_voice()
    anna.sends_location(55.75, 37.59)
    anna.sends_document(b"%PDF", "договор.pdf", "договор")
    sticker, voice, place, paper = [one.message for one in await news(bot) if one.message]
    assert sticker.sticker
    assert voice.voice
    assert place.location
    assert paper.document
    assert (paper.document.file_name, paper.document.mime_type) == ("договор.pdf", "application/pdf")


async def test_contact_is_shared_by_its_button_only(bot: Bot, anna: Person, telegram: Telegram) -> None:
    boris = telegram.person(first_name="Борис", last_name="Ли")
    with pytest.raises(NotOnScreenError):
        anna.shares_contact()
    keyboard = ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text="📞 Мой телефон", request_contact=True)],
            [KeyboardButton(text="Не сейчас")],
        ],
        one_time_keyboard=True,
    )
    await bot.send_message(anna.id, "Телефон?", reply_markup=keyboard)
    assert anna.keyboard == [["📞 Мой телефон"], ["Не сейчас"]]
    anna.presses("📞")
    contact = (await said(bot)).contact
    assert contact is not None
    assert (contact.user_id, contact.phone_number) == (anna.id, anna.user.phone)
    assert anna.keyboard == []
    anna.sends_contact_of(boris)
    contact = (await said(bot)).contact
    assert contact is not None
    assert (contact.user_id, contact.last_name) == (boris.id, "Ли")
    await bot.send_message(anna.id, "Телефон?", reply_markup=keyboard)
    await bot.send_message(anna.id, "Спасибо", reply_markup=ReplyKeyboardRemove())
    assert anna.keyboard == []
    with pytest.raises(NotOnScreenError):
        anna.presses("Не сейчас")


async def test_forced_reply_answers_the_question(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "Сколько?", reply_markup=ForceReply())
    anna.writes("15 млн")
    message = await said(bot)
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "Сколько?"
    anna.writes("ещё")
    assert (await said(bot)).reply_to_message is None


async def test_tap_spins_until_it_is_answered(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "x", reply_markup=buttons([{"text": "✅ Сохранить", "callback_data": "save:1"}]))
    tap = anna.taps("Сохранить")
    query = (await news(bot))[0].callback_query
    assert query is not None
    assert (query.data, anna.spinning) == ("save:1", [tap])
    assert isinstance(query.message, Message)
    await bot.answer_callback_query(query.id, "Готово", show_alert=True)
    assert anna.spinning == []
    assert [(toast.text, toast.is_alert) for toast in anna.toasts] == [("Готово", True)]
    await bot.answer_callback_query(query.id, "ещё раз")
    assert len(anna.toasts) == 1


async def test_old_press_cannot_be_answered(bot: Bot, anna: Person, clock: Clock) -> None:
    tap = anna.taps_data("x")
    clock.forward(seconds=151)
    for query_id in (tap.id, "17"):
        with pytest.raises(TelegramBadRequest, match="query is too old and response timeout expired or query ID"):
            await bot.answer_callback_query(query_id)
    clock.forward(seconds=-151)
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await bot.answer_callback_query(tap.id, "я" * 201)
    with pytest.raises(TelegramBadRequest, match="URL_INVALID"):
        await bot.answer_callback_query(tap.id, url="https://example.org")


async def test_tap_finds_the_latest_button_that_fits(bot: Bot, anna: Person) -> None:
    for number in (1, 2):
        keyboard = buttons([{"text": "Да", "callback_data": f"yes:{number}"}, {"text": "Дальше", "callback_data": "n"}])
        await bot.send_message(anna.id, f"вопрос {number}", reply_markup=keyboard)
    assert anna.taps("Да").data == "yes:2"
    assert anna.taps("Даль").data == "n"
    assert anna.taps("Да", anna.message_with("вопрос 1")).data == "yes:1"
    assert anna.taps_at(anna.screen, 0, 1).data == "n"
    with pytest.raises(NotOnScreenError, match=r"(?s)no button 'Нет'.*\[Да\] \[Дальше\]"):
        anna.taps("Нет")
    with pytest.raises(NotOnScreenError, match="no button at 3, 0"):
        anna.taps_at(anna.screen, 3, 0)
    with pytest.raises(NotOnScreenError, match="nothing says 'вопрос 3'"):
        anna.message_with("вопрос 3")


async def test_forged_presses_arrive_as_forged(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "x")
    shown = anna.screen
    anna.taps_data("admin:drop:99999999999999999999", shown)
    await bot.delete_message(anna.id, shown.id)
    anna.taps_data("late", shown)
    anna.taps_data("inline")
    forged, late, inline = [one.callback_query for one in await news(bot) if one.callback_query]
    assert forged.data == "admin:drop:99999999999999999999"
    assert late.message is not None
    assert not isinstance(late.message, Message)
    assert inline.message is None
    assert inline.inline_message_id


async def test_links_and_copies_need_no_bot(bot: Bot, anna: Person, telegram: Telegram) -> None:
    keyboard = buttons(
        [{"text": "Сайт", "url": "https://example.org/a"}],
        [{"text": "Позвать", "url": f"https://t.me/{telegram.bot.username}?start=team"}],
        [{"text": "Скопировать", "copy_text": CopyTextButton(text="№ 17")}],
    )
    await bot.send_message(anna.id, "x", reply_markup=keyboard)
    assert anna.taps("Сайт").url == "https://example.org/a"
    assert anna.taps("Скопировать").url == "№ 17"
    assert await news(bot) == []
    anna.taps("Позвать")
    assert (await said(bot)).text == "/start team"


async def test_forwards_say_where_they_come_from(bot: Bot, anna: Person, telegram: Telegram) -> None:
    boris = telegram.person(first_name="Борис")
    anna.forwards("Сдам 2к", from_channel="Аренда Москва")
    anna.forwards("Сдам 2к", from_hidden="Кто-то")
    anna.forwards("Сдам 2к", from_person=boris)
    anna.forwards("Сдам 2к", photos=[picture(), picture(400, 400)])
    await bot.send_message(anna.id, "карточка")
    anna.forwards(anna.screen)
    messages = [one.message for one in await news(bot) if one.message]
    origins = [message.forward_origin for message in messages]
    kinds = [origin.type for origin in origins if origin]
    assert kinds == ["channel", "hidden_user", "user", "channel", "channel", "user"]
    assert messages[3].caption == "Сдам 2к"
    assert messages[3].media_group_id == messages[4].media_group_id


async def test_edited_message_comes_as_such(bot: Bot, anna: Person) -> None:
    own = anna.writes("15 млн")
    anna.edits(own, "16 млн")
    edited = (await news(bot))[-1].edited_message
    assert edited is not None
    assert edited.text == "16 млн"
    await bot.send_message(anna.id, "x")
    with pytest.raises(NotOnScreenError):
        anna.edits(anna.screen, "y")


async def test_blocking_is_told_and_unblocking_too(bot: Bot, anna: Person) -> None:
    anna.blocks_bot()
    with pytest.raises(NotOnScreenError):
        anna.writes("x")
    anna.start()
    changes = [one.my_chat_member for one in await news(bot) if one.my_chat_member]
    assert [change.new_chat_member.status for change in changes] == ["kicked", "member"]
    assert await bot.send_message(anna.id, "x")


async def test_unread_is_what_came_since_they_looked(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "1")
    await bot.send_message(anna.id, "2")
    assert [shown.text for shown in anna.unread] == ["1", "2"]
    anna.writes("вижу")
    assert anna.unread == []
    await bot.send_message(anna.id, "3")
    assert [shown.text for shown in anna.reads()] == ["3"]
    assert anna.unread == []


async def test_commands_go_by_scope_and_language(bot: Bot, anna: Person, telegram: Telegram) -> None:
    john = telegram.person(first_name="John", language_code="en")

    def one(text: str) -> list[BotCommand]:
        return [BotCommand(command="menu", description=text)]

    await bot.set_my_commands(one("Menu"))
    await bot.set_my_commands(one("Меню"), language_code="ru")
    assert (anna.commands, john.commands) == ({"menu": "Меню"}, {"menu": "Menu"})
    await bot.set_my_commands(one("Private"), scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(one("Хозяйка"), scope=BotCommandScopeChat(chat_id=anna.id))
    assert (anna.commands, john.commands) == ({"menu": "Хозяйка"}, {"menu": "Private"})
    await bot.delete_my_commands(scope=BotCommandScopeChat(chat_id=anna.id))
    assert anna.commands == {"menu": "Private"}
    assert (await bot.get_my_commands(language_code="ru"))[0].description == "Меню"


async def test_bot_says_who_it_is(bot: Bot, anna: Person) -> None:
    me = await bot.get_me()
    assert (me.id, me.is_bot) == (42, True)
    await bot.set_my_name("Недвижимость", language_code="ru")
    await bot.set_my_description("Что умеет")
    await bot.set_my_short_description("Кратко")
    assert (await bot.get_my_name(language_code="ru")).name == "Недвижимость"
    assert (await bot.get_my_name(language_code="en")).name == me.first_name
    assert (await bot.get_my_description(language_code="ru")).description == "Что умеет"
    assert (await bot.get_my_short_description()).short_description == "Кратко"
    await bot.set_chat_menu_button(chat_id=anna.id)
    assert (await bot.get_chat_menu_button(chat_id=anna.id)).type == "default"


async def test_all_kinds_of_messages_reach_the_screen(bot: Bot, anna: Person) -> None:
    await bot.send_contact(anna.id, anna.user.phone, "Анна", last_name="Ким")
    assert anna.screen.contact is not None
    assert anna.screen.contact["user_id"] == anna.id
    await bot.send_location(anna.id, 55.75, 37.59)
    assert anna.screen.location == {"latitude": 55.75, "longitude": 37.59}
    await bot.send_venue(anna.id, 55.75, 37.59, "Дом", "Лесная, 4")
    assert anna.screen.kind == "venue"
    question = anna.writes("вопрос")
    await bot.send_message(anna.id, "ответ", reply_to_message_id=question.id)
    assert anna.screen.reply_to is not None
    assert anna.screen.reply_to.text == "вопрос"
    await bot.set_message_reaction(anna.id, question.id, [{"type": "emoji", "emoji": "👍"}])  # type: ignore[list-item]
    assert question.reactions == ["👍"]


async def test_a_person_writes_into_a_group(bot: Bot, anna: Person, telegram: Telegram) -> None:
    group = telegram.group("Дом 4", anna)
    anna.writes("всем привет", chat=group)
    message = await said(bot)
    assert (message.chat.id, message.chat.type, message.chat.title) == (group.id, "group", "Дом 4")
    assert (await bot.get_chat_member(group.id, anna.id)).status == "member"


async def test_nobody_sees_a_screen_before_the_bot_speaks(anna: Person) -> None:
    with pytest.raises(NotOnScreenError, match="has heard nothing"):
        _ = anna.screen
