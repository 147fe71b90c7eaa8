"""What Telegram refuses to send, word for word."""

import json
from typing import Any

import pytest

from sandbox import Person, Telegram
from sandbox.images import picture
from sandbox.wire import Answer, UploadedFile

Json = dict[str, Any]


async def send(telegram: Telegram, method: str, **params: Any) -> Answer:
    return await telegram.call(telegram.token, method, params)


def inline(*buttons: Json) -> str:
    return json.dumps({"inline_keyboard": [list(buttons)]})


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n\u200b\u2060"}, "text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "я" * 4097}, "message is too long"),
        ({"text": "🏠" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ({"text": "\ud800"}, "strings must be encoded in UTF-8"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_markup": "[1]"}, "object expected as reply markup"),
        ({"text": "x", "reply_parameters": '{"message_id": 99}'}, "message to be replied not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "chat_id": 5}, "chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "chat not found"),
    ],
)
async def test_text_is_refused(telegram: Telegram, anna: Person, params: Json, words: str) -> None:
    answer = await send(telegram, "sendMessage", **({"chat_id": anna.id} | params))
    assert (answer.status, answer.description) == (400, f"Bad Request: {words}")
    assert not anna.heard


async def test_length_is_counted_after_the_markup(telegram: Telegram, anna: Person) -> None:
    text = "<b>" + "я" * 4096 + "</b>"
    assert (await send(telegram, "sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")).ok
    assert (await send(telegram, "sendMessage", chat_id=anna.id, text="🏠" * 2048)).ok


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": "я" * 33}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "callback_data": ""},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
        ({"callback_data": "x"}, 'can\'t parse inline keyboard button: Field "text" must be of type String'),
        (
            {"text": "x", "url": "ftp://a.ru"},
            "inline keyboard button URL 'ftp://a.ru' is invalid: Unsupported URL protocol",
        ),
        (
            {"text": "x", "url": "http://localhost"},
            "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        ({"text": "x", "pay": True}, "BUTTON_TYPE_INVALID"),
        ({"text": "x", "copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
    ],
)
async def test_button_is_refused(telegram: Telegram, anna: Person, button: Json, words: str) -> None:
    answer = await send(telegram, "sendMessage", chat_id=anna.id, text="x", reply_markup=inline(button))
    assert answer.description == f"Bad Request: {words}"


async def test_sixty_four_bytes_of_data_and_a_hundred_buttons_fit(telegram: Telegram, anna: Person) -> None:
    rows = [[{"text": "x", "callback_data": "я" * 32}]] * 100
    markup = json.dumps({"inline_keyboard": rows})
    assert (await send(telegram, "sendMessage", chat_id=anna.id, text="x", reply_markup=markup)).ok
    markup = json.dumps({"inline_keyboard": [*rows, rows[0]]})
    answer = await send(telegram, "sendMessage", chat_id=anna.id, text="x", reply_markup=markup)
    assert answer.description == "Bad Request: reply markup is too long"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "file must be non-empty"),
        (b"not a picture", "IMAGE_PROCESS_FAILED"),
        (picture(9_990, 20), "PHOTO_INVALID_DIMENSIONS"),
        (picture(210, 10), "PHOTO_INVALID_DIMENSIONS"),
        (
            b"\xff" * ((10 << 20) + 1),
            f'file "p.jpg" of size {(10 << 20) + 1} bytes is too big for a photo',
        ),
    ],
    ids=["empty", "no picture", "too large", "too narrow", "too heavy"],
)
async def test_photo_is_refused(telegram: Telegram, anna: Person, content: bytes, words: str) -> None:
    files = {"photo": UploadedFile(content, "p.jpg")}
    answer = await telegram.call(telegram.token, "sendPhoto", {"chat_id": anna.id}, files)
    assert answer.description == f"Bad Request: {words}"


async def test_file_that_is_not_there_is_refused(telegram: Telegram, anna: Person) -> None:
    document = anna.sends_document(b"x", "a.pdf").message.file
    assert document is not None
    said = [
        (await send(telegram, "sendPhoto", chat_id=anna.id, photo=photo)).description
        for photo in ("AgACnonsense", "https://example.org/a.jpg", document.file_id, "")
    ]
    assert said == [
        "Bad Request: wrong file identifier/HTTP URL specified",
        "Bad Request: failed to get HTTP URL content",
        "Bad Request: can't use file of type Document as Photo",
        "Bad Request: there is no photo in the request",
    ]


async def test_too_large_upload_is_refused(telegram: Telegram, anna: Person) -> None:
    files = {"document": UploadedFile(bytes((50 << 20) + 1))}
    answer = await telegram.call(telegram.token, "sendDocument", {"chat_id": anna.id}, files)
    assert (answer.status, answer.description) == (413, "Request Entity Too Large")


async def test_long_caption_is_refused(telegram: Telegram, anna: Person) -> None:
    files = {"photo": UploadedFile(picture())}
    params = {"chat_id": anna.id, "caption": "я" * 1025}
    answer = await telegram.call(telegram.token, "sendPhoto", params, files)
    assert answer.description == "Bad Request: message caption is too long"


async def test_albums_have_two_to_ten_of_a_kind(telegram: Telegram, anna: Person) -> None:
    photo = anna.sends_photo().message.file
    document = anna.sends_document(b"x").message.file
    assert photo is not None
    assert document is not None
    one = {"type": "photo", "media": photo.file_id}
    paper = {"type": "document", "media": document.file_id}
    said = [
        (await send(telegram, "sendMediaGroup", chat_id=anna.id, media=json.dumps(media))).description
        for media in ([], [one], [one] * 11, [one, paper], [{**one, "type": "animation"}] * 2)
    ]
    assert said == [
        "Bad Request: there are no messages to send",
        "Bad Request: too few messages to send as an album",
        "Bad Request: too many messages to send as an album",
        "Bad Request: document can't be mixed with other media types",
        "Bad Request: can't use the media of the specified type in the album",
    ]


async def test_people_out_of_reach_are_forbidden(telegram: Telegram, anna: Person) -> None:
    stranger = telegram.person(first_name="Незнакомец")
    gone = telegram.person(first_name="Ушёл")
    gone.start()
    gone.deletes_account()
    anna.blocks_bot()
    answers = [await send(telegram, "sendMessage", chat_id=who.id, text="x") for who in (anna, gone, stranger)]
    assert {answer.status for answer in answers} == {403}
    assert [answer.description for answer in answers] == [
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Forbidden: bot can't initiate conversation with a user",
    ]
    assert (await send(telegram, "sendChatAction", chat_id=anna.id, action="typing")).status == 403


async def test_group_that_moved_says_where(telegram: Telegram, anna: Person) -> None:
    old, new = telegram.group("Дом", anna), telegram.group("Дом", anna, supergroup=True)
    old.moved_to = new.id
    answer = await send(telegram, "sendMessage", chat_id=old.id, text="x")
    assert answer.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer.body["parameters"] == {"migrate_to_chat_id": new.id}
    old.moved_to, old.is_blocked = 0, True
    answer = await send(telegram, "sendMessage", chat_id=old.id, text="x")
    assert answer.description == "Forbidden: bot was kicked from the group chat"


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendContact", {"first_name": "А"}, "phone_number is empty"),
        ("sendContact", {"phone_number": "+7"}, "first_name is empty"),
        ("sendLocation", {"latitude": "1"}, "longitude is empty"),
        ("sendLocation", {"latitude": "91", "longitude": "1"}, "wrong latitude specified"),
        ("sendVenue", {"latitude": "1", "longitude": "1", "address": "x"}, "title is empty"),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("pinChatMessage", {"message_id": "9"}, "message to pin not found"),
        ("unpinChatMessage", {}, "message to unpin not found"),
        ("setMessageReaction", {"message_id": "9"}, "message to react not found"),
        ("copyMessage", {"from_chat_id": "5"}, "chat not found"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
        ("getChatMember", {"user_id": "5"}, "user not found"),
        ("setMyCommands", {"commands": '[{"command": "Меню", "description": "x"}]'}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": '[{"command": "a"}]'}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyCommands", {"commands": "[]", "language_code": "rus"}, "language_code is invalid"),
        ("setMyName", {"name": "x" * 65}, "name is too long"),
        ("setWebhook", {"url": "example.org"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            "setWebhook",
            {"url": "https://a.ru", "secret_token": "ю"},
            "secret token contains unallowed characters",
        ),
        ("answerInlineQuery", {}, "query is too old and response timeout expired or query ID is invalid"),
    ],
)
async def test_other_calls_are_refused(telegram: Telegram, anna: Person, method: str, params: Json, words: str) -> None:
    answer = await send(telegram, method, **({"chat_id": anna.id} | params))
    assert (answer.status, answer.description) == (400, f"Bad Request: {words}")


async def test_wrong_address_is_refused(telegram: Telegram) -> None:
    answers = [
        await telegram.call("42:wrong", "getMe"),
        await telegram.call("nonsense", "getMe"),
        await telegram.call(telegram.token, "makeCoffee"),
    ]
    assert [(answer.status, answer.description) for answer in answers] == [
        (401, "Unauthorized"),
        (404, "Not Found"),
        (404, "Not Found: method not found"),
    ]
    assert (await telegram.call(telegram.token, "GETME")).result["is_bot"] is True


async def test_phone_is_asked_for_in_private_only(telegram: Telegram, anna: Person) -> None:
    group = telegram.group("Дом", anna)
    markup = json.dumps({"keyboard": [[{"text": "Телефон", "request_contact": True}]]})
    answer = await send(telegram, "sendMessage", chat_id=group.id, text="x", reply_markup=markup)
    assert answer.description == "Bad Request: phone number can be requested in private chats only"
