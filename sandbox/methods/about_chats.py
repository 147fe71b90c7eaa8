"""Chats, their pinned messages and reactions, and files to download."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sandbox.chats import Message
from sandbox.files import MAX_DOWNLOAD
from sandbox.methods.sending import new_message
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


def get_chat(telegram: "Telegram", parameters: Parameters) -> Json:
    """All that a bot may know of a chat."""
    chat = telegram.chat_of(parameters)
    described = chat.as_json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.pinned:
        described["pinned_message"] = chat.messages[chat.pinned[-1]].as_json()
    return described


def get_chat_member(telegram: "Telegram", parameters: Parameters) -> Json:
    """What somebody is in a chat."""
    chat = telegram.chat_of(parameters)
    user_id = parameters.integer("user_id")
    if user_id == telegram.bot.id:
        return {"status": "kicked" if chat.is_blocked else "member", "user": telegram.bot.as_json()}
    user = telegram.users.get(user_id)
    if user is None:
        raise bad_request("user not found")
    return {"status": "member" if user in chat.members else "left", "user": user.as_json()}


def get_user_profile_photos(telegram: "Telegram", parameters: Parameters) -> Json:
    """Nobody here has a portrait."""
    if parameters.integer("user_id") not in telegram.users:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


def _message(telegram: "Telegram", parameters: Parameters, what: str) -> Message:
    message = telegram.chat_of(parameters).messages.get(parameters.integer("message_id"))
    if message is None or message.is_deleted:
        raise bad_request(f"message to {what} not found")
    return message


def pin_chat_message(telegram: "Telegram", parameters: Parameters) -> bool:
    """Keeps a message at the top of the chat."""
    message = _message(telegram, parameters, "pin")
    if message.message_id in message.chat.pinned:
        message.chat.pinned.remove(message.message_id)
    message.chat.pinned.append(message.message_id)
    note = new_message(telegram, message.chat, {"pinned_message": message.as_json(with_reply=False)})
    telegram.add_message(note)
    telegram.updates.put("message", note.as_json(), message.chat.id)
    return True


def unpin_chat_message(telegram: "Telegram", parameters: Parameters) -> bool:
    """Lets go of one pinned message: the one named, or the latest."""
    chat = telegram.chat_of(parameters)
    wanted = parameters.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if wanted not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(wanted)
    telegram.changed()
    return True


def unpin_all_chat_messages(telegram: "Telegram", parameters: Parameters) -> bool:
    """Lets go of all of them."""
    telegram.chat_of(parameters).pinned.clear()
    telegram.changed()
    return True


def set_message_reaction(telegram: "Telegram", parameters: Parameters) -> bool:
    """An emoji of the bot's under a message."""
    message = _message(telegram, parameters, "react")
    message.reactions = parameters.structure("reaction", "reaction types") or []
    telegram.changed()
    return True


def get_file(telegram: "Telegram", parameters: Parameters) -> Json:
    """Where a file can be downloaded: 20 MB at most."""
    stored = telegram.files.by_id.get(parameters.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id" if parameters.text("file_id") else "file_id not specified")
    if len(stored.content) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
        "file_path": stored.path,
    }


METHODS: dict[str, Callable[["Telegram", Parameters], object]] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getUserProfilePhotos": get_user_profile_photos,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
    "setMessageReaction": set_message_reaction,
    "getFile": get_file,
}
