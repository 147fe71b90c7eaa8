"""Editing in place: text, caption, media, keyboard, with the refusals of the real thing."""

from typing import TYPE_CHECKING

from sandbox.chats import CAPTIONED_KINDS, MEDIA_KINDS, Message
from sandbox.entities import is_blank, utf16_length
from sandbox.files import StoredFile
from sandbox.keyboards import read_markup
from sandbox.methods.sending import MAX_TEXT, formatted, text_content
from sandbox.methods.sending_media import caption_content, read_input_media
from sandbox.parameters import Parameters
from sandbox.refusals import NOT_MODIFIED, bad_request
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


def edited_message(telegram: "Telegram", parameters: Parameters) -> Message:
    """The bot's own message that the call names."""
    if parameters.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    message_id = parameters.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = telegram.chat_of(parameters).messages.get(message_id)
    if message is None or message.is_deleted:
        raise bad_request("message to edit not found")
    if not message.is_editable:
        raise bad_request("message can't be edited")
    return message


def _change(
    telegram: "Telegram", message: Message, content: Json, markup: Json | None, file: StoredFile | None = None
) -> Json:
    """Writes the new content over the old one, which stays in the message's history."""
    if _said(content) == _said(message.content) and markup == message.reply_markup:
        raise bad_request(NOT_MODIFIED)
    telegram.limits.spend(message.chat.id)
    message.history.append({"content": message.content, "reply_markup": message.reply_markup})
    message.content = content
    message.reply_markup = markup
    message.file = file or message.file
    message.edit_date = telegram.now()
    telegram.changed()
    return message.as_json()


def _said(content: Json) -> Json:
    """Content without what is there only to be empty."""
    return {key: value for key, value in content.items() if value}


def edit_message_text(telegram: "Telegram", parameters: Parameters) -> Json:
    """New text for a text message; without `reply_markup` its keyboard goes."""
    text, entities = formatted(telegram, parameters, "text", "entities")
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    if is_blank(text):
        raise bad_request("text must be non-empty")
    markup = read_markup(parameters, inline_only=True)
    message = edited_message(telegram, parameters)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    return _change(telegram, message, text_content(text, entities), markup)


def edit_message_caption(telegram: "Telegram", parameters: Parameters) -> Json:
    """New caption under a file."""
    caption = caption_content(
        telegram,
        parameters.text("caption"),
        parameters.text("parse_mode"),
        parameters.structure("caption_entities", "message entities") or [],
        "MEDIA_CAPTION_TOO_LONG",
    )
    markup = read_markup(parameters, inline_only=True)
    message = edited_message(telegram, parameters)
    if message.kind not in CAPTIONED_KINDS:
        raise bad_request("there is no caption in the message to edit")
    kept = {key: value for key, value in message.content.items() if not key.startswith("caption")}
    return _change(telegram, message, kept | caption, markup)


def edit_message_media(telegram: "Telegram", parameters: Parameters) -> Json:
    """Another file with its caption; a text message becomes a message with a file."""
    message = edited_message(telegram, parameters)
    if message.kind not in MEDIA_KINDS | {"text"}:
        raise bad_request("there is no media in the message to edit")
    media = parameters.structure("media", "InputMedia")
    content, file = read_input_media(telegram, parameters, media, "MEDIA_CAPTION_TOO_LONG")
    markup = read_markup(parameters, inline_only=True)
    if message.media_group_id and (message.kind == "document") != (file.kind == "document"):
        raise bad_request("message content type can't be used in an album")
    return _change(telegram, message, content, markup, file)


def edit_message_reply_markup(telegram: "Telegram", parameters: Parameters) -> Json:
    """Another inline keyboard, or none."""
    markup = read_markup(parameters, inline_only=True)
    message = edited_message(telegram, parameters)
    return _change(telegram, message, message.content, markup)


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
