"""Copies and forwards of messages from one chat to another."""

from typing import TYPE_CHECKING

from sandbox.chats import CAPTIONED_KINDS, Message
from sandbox.keyboards import read_markup
from sandbox.methods.sending import deliver, new_message
from sandbox.methods.sending_media import caption_content
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

_SERVICE = {"pinned_message", "successful_payment"}


def _source(telegram: "Telegram", parameters: Parameters, verb: str) -> Message:
    chat = telegram.chat_of(parameters, "from_chat_id")
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None or message.is_deleted:
        raise bad_request(f"message to {verb} not found")
    if message.kind in _SERVICE or (verb == "copy" and message.kind == "invoice"):
        raise bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return message


def copy_message(telegram: "Telegram", parameters: Parameters) -> Json:
    """The same content as a message of the bot's own; a new caption and keyboard may come with it."""
    source = _source(telegram, parameters, "copy")
    content = dict(source.content)
    if "caption" in parameters and source.kind in CAPTIONED_KINDS:
        given = parameters.structure("caption_entities", "message entities") or []
        caption = caption_content(telegram, parameters.text("caption"), parameters.text("parse_mode"), given)
        content = {key: value for key, value in content.items() if not key.startswith("caption")} | caption
    return {"message_id": deliver(telegram, parameters, content, source.file).message_id}


def forward_message(telegram: "Telegram", parameters: Parameters) -> Json:
    """The message with a line that says where it comes from; keyboards stay behind."""
    source = _source(telegram, parameters, "forward")
    read_markup(parameters)
    chat = telegram.chat_of(parameters)
    telegram.check_may_write(chat)
    telegram.limits.spend(chat.id)
    message = new_message(telegram, chat, dict(source.content), source.file)
    message.forward_origin = source.forward_origin or {
        "type": "user",
        "sender_user": source.sender.as_json(),
        "date": int(source.date.timestamp()),
    }
    return telegram.add_message(message).as_json()


METHODS = {"copyMessage": copy_message, "forwardMessage": forward_message}
