"""Updates come in as raw JSON, by long polling or by webhook, and are committed before they are acknowledged.

What all chats share is checked here: the update's id, the chat it is put down to, the pressed message and the album. A
value that cannot be Telegram's is not taken as one; the update is kept all the same, and set aside when it is read.
"""

import hashlib
import json
import re
from typing import Any, TypeGuard

from domain.delivery import IncomingUpdate, lane_of

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "pre_checkout_query")
"""The kinds of update we ask Telegram for."""
MOST_ID = 2**31 - 1
"""Telegram's server counts updates and messages in 32 bits."""
MOST_ACCOUNT = 2**52 - 1
"""Ids of chats and people have at most 52 significant bits (Bot API, `User.id`)."""
UNKNOWN_LANE = "unknown"
"""Where updates of no chat are worked through."""
_ALBUM = re.compile(r"[\w-]{1,64}", re.ASCII)


def incoming_update(update: dict[str, Any]) -> IncomingUpdate:
    """The lane and the album of a raw update; whatever shape it has, it gets a lane and an id of its own."""
    album = None
    chat_id: object = None
    pressed: object = None
    for kind, body in update.items():
        if not isinstance(body, dict):
            continue
        if kind == "callback_query":
            message = body.get("message")
            chat_id = _id(message, "chat") or _id(body, "from")
            pressed = message.get("message_id") if isinstance(message, dict) else None
        else:
            chat_id = _id(body, "chat") or _id(body, "from")
            group = str(body.get("media_group_id", ""))
            album = group if _ALBUM.fullmatch(group) else None
        break
    lane = lane_of(chat_id) if is_account(chat_id) else UNKNOWN_LANE
    raw = json.dumps(update, ensure_ascii=True)
    own = update["update_id"] if is_telegrams(update["update_id"]) else _id_of_its_own(raw)
    return IncomingUpdate(own, lane, album, raw, pressed if is_telegrams(pressed) else None)


def is_telegrams(value: object) -> TypeGuard[int]:
    """Whether this can be the id of an update or a message."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_ID


def is_account(value: object) -> TypeGuard[int]:
    """Whether this can be the id of a chat or a person; those of groups are negative."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= MOST_ACCOUNT


def _id_of_its_own(raw: str) -> int:
    """A negative id, which none of Telegram's is: the same update has the same one, however often it comes."""
    return -1 - (int.from_bytes(hashlib.sha256(raw.encode()).digest()[:8]) >> 1)


def _id(body: object, name: str) -> Any:
    inner = body.get(name) if isinstance(body, dict) else None
    return inner.get("id") if isinstance(inner, dict) else None
