"""Updates come in as raw JSON, by long polling or by webhook, and are committed before they are acknowledged."""

import json
from typing import Any

from domain.delivery import Arrival, lane_of

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "pre_checkout_query")
"""The kinds of update we ask Telegram for."""


def arrival(update: dict[str, Any]) -> Arrival:
    """The lane and the album of a raw update; whatever shape it has, it gets a lane."""
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
            group = body.get("media_group_id")
            album = str(group)[:64] if group else None
        break
    lane = lane_of(chat_id) if isinstance(chat_id, int) else "unknown"
    raw = json.dumps(update, ensure_ascii=True)
    return Arrival(int(update["update_id"]), lane, album, raw, pressed if isinstance(pressed, int) else None)


def _id(body: object, name: str) -> object:
    inner = body.get(name) if isinstance(body, dict) else None
    return inner.get("id") if isinstance(inner, dict) else None
