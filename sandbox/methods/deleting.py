"""Deleting messages: a bot may, in a private chat, for 48 hours."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.chats import Message
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

DELETABLE_FOR = timedelta(hours=48)


def _may_delete(telegram: "Telegram", message: Message) -> bool:
    is_young = telegram.now() - message.date < DELETABLE_FOR
    return is_young and (message.chat.type == "private" or message.sender.is_bot)


def delete_message(telegram: "Telegram", parameters: Parameters) -> bool:
    """Deletes one message for both sides."""
    chat = telegram.chat_of(parameters)
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None or message.is_deleted:
        raise bad_request("message to delete not found")
    if not _may_delete(telegram, message):
        raise bad_request("message can't be deleted for everyone")
    _delete(telegram, message)
    return True


def delete_messages(telegram: "Telegram", parameters: Parameters) -> bool:
    """Deletes up to 100 messages; those that are not there, or too old, are passed over."""
    chat = telegram.chat_of(parameters)
    wanted = parameters.structure("message_ids", "message identifiers")
    if not isinstance(wanted, list) or not wanted:
        raise bad_request("message identifiers are not specified")
    if len(wanted) > 100:
        raise bad_request("too many message identifiers specified")
    for message_id in wanted:
        message = chat.messages.get(int(message_id))
        if message is not None and _may_delete(telegram, message):
            _delete(telegram, message)
    return True


def _delete(telegram: "Telegram", message: Message) -> None:
    message.is_deleted = True
    if message.message_id in message.chat.pinned:
        message.chat.pinned.remove(message.message_id)
    if message.chat.keyboard is not None and message.chat.keyboard is message.reply_markup:
        message.chat.keyboard = None
    telegram.changed()


METHODS = {"deleteMessage": delete_message, "deleteMessages": delete_messages}
