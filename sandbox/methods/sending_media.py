"""Photos, documents and other files, one at a time or as an album."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sandbox.chats import CAPTIONED_KINDS, Message
from sandbox.entities import utf16_length
from sandbox.files import StoredFile
from sandbox.methods.sending import (
    MAX_CAPTION,
    deliver,
    new_message,
    read_formatted,
    replied_message_id,
)
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

_ALONE_IN_ALBUM = {"document", "audio"}


def _send(kind: str) -> Callable[["Telegram", Parameters], Json]:
    def send(telegram: "Telegram", parameters: Parameters) -> Json:
        caption = caption_content(
            telegram,
            parameters.text("caption") if kind in CAPTIONED_KINDS else "",
            parameters.text("parse_mode"),
            parameters.structure("caption_entities", "message entities") or [],
        )
        file = telegram.files.given(parameters, parameters.values.get(kind), kind, kind)
        return deliver(telegram, parameters, media_content(file) | caption, file).as_json()

    return send


def media_content(file: StoredFile) -> Json:
    """The field of a message that shows this file."""
    content: Json = {file.kind: file.as_json()}
    if file.kind == "animation":
        content["document"] = content["animation"]
    return content


def caption_content(
    telegram: "Telegram",
    source: str,
    parse_mode: str,
    given: list[Json],
    too_long: str = "message caption is too long",
) -> Json:
    """The caption's fields; nothing for an empty caption."""
    caption, entities = read_formatted(telegram, source, parse_mode, given)
    if utf16_length(caption) > MAX_CAPTION:
        raise bad_request(too_long)
    if not caption:
        return {}
    return {"caption": caption} | ({"caption_entities": entities} if entities else {})


def read_input_media(
    telegram: "Telegram",
    parameters: Parameters,
    media: Any,
    too_long: str = "message caption is too long",
) -> tuple[Json, StoredFile]:
    """The content that one `InputMedia` describes."""
    if not isinstance(media, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = str(media.get("type", ""))
    if kind not in CAPTIONED_KINDS:
        raise bad_request("can't parse InputMedia: unknown media type specified")
    caption = caption_content(
        telegram,
        str(media.get("caption") or ""),
        str(media.get("parse_mode") or ""),
        media.get("caption_entities") or [],
        too_long,
    )
    file = telegram.files.given(parameters, media.get("media"), kind)
    return media_content(file) | caption, file


def send_media_group(telegram: "Telegram", parameters: Parameters) -> list[Json]:
    """An album of 2 to 10 files; it has no keyboard."""
    media = parameters.structure("media", "InputMedia")
    _check_album(media)
    contents = [read_input_media(telegram, parameters, item) for item in media]
    chat = telegram.chat_of(parameters)
    reply_to = replied_message_id(chat, parameters)
    telegram.check_may_write(chat)
    telegram.limits.spend(chat.id, len(contents))
    album = telegram.next_id()
    sent: list[Message] = []
    for content, file in contents:
        message = new_message(telegram, chat, content, file)
        message.media_group_id = album
        message.reply_to = reply_to
        sent.append(telegram.add_message(message))
    return [message.as_json() for message in sent]


def _check_album(media: Any) -> None:
    """Refuse what cannot be an album, as Telegram says it."""
    if not isinstance(media, list) or not media:
        raise bad_request("there are no messages to send")
    if len(media) < 2:
        raise bad_request("too few messages to send as an album")
    if len(media) > 10:
        raise bad_request("too many messages to send as an album")
    kinds = {str(item.get("type")) for item in media}
    alone = kinds & _ALONE_IN_ALBUM
    if alone and len(kinds) > 1:
        raise bad_request(f"{alone.pop()} can't be mixed with other media types")
    if "animation" in kinds:
        raise bad_request("can't use the media of the specified type in the album")


METHODS = {
    "sendPhoto": _send("photo"),
    "sendDocument": _send("document"),
    "sendVideo": _send("video"),
    "sendAnimation": _send("animation"),
    "sendAudio": _send("audio"),
    "sendVoice": _send("voice"),
    "sendSticker": _send("sticker"),
    "sendMediaGroup": send_media_group,
}
