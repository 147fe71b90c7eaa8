"""A raw update is read as far as it can be: a part that cannot be read does not take the words beside it along.

Telegram adds kinds and fields while a bot runs, and libraries follow later. What somebody says or sends has to be read;
what surrounds it (where it was forwarded from, what it answers, how it is formatted) may be left out.
"""

import json
import logging
from collections.abc import Iterator
from typing import Any

from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError

from bot.telegram.incoming import is_account, is_telegrams

log = logging.getLogger(__name__)

MOST_LEFT_OUT = 20
"""Parts that are left out of one update before it is given up."""
LARGEST_NUMBER = 2**63 - 1
"""What a database takes."""
NEEDED = frozenset({
    *("message_id", "date", "chat", "from", "id", "data"),
    *("text", "caption", "photo", "document", "contact", "location", "venue", "successful_payment"),
    *("old_chat_member", "new_chat_member", "currency", "total_amount", "invoice_payload"),
})  # fmt: skip
"""Fields of an update's event without which it would be another one."""

Path = tuple[str | int, ...]


class UnreadableUpdate(Exception):
    """The update cannot be read; says which field it is, never what stands in it."""


def read_update(raw: str, bot: Bot) -> Update:
    """The update, without the parts that cannot be read; `UnreadableUpdate` if one of them is needed."""
    update: Any = json.loads(raw)
    _check_ids(update)
    left_out = [_leave_out(update, path) for path in list(_too_large(update, ()))]
    while len(left_out) <= MOST_LEFT_OUT:
        try:
            read = Update.model_validate(update, context={"bot": bot})
        except ValidationError as error:
            wrong = _present(update, error.errors(include_input=False)[0]["loc"])
        else:
            if left_out:
                shown = ", ".join(_shown(path) for path in left_out)
                log.warning("update %s is read without %s", read.update_id, shown)
            return read
        # outside of the handler above: what stands in the field, which its error tells, must not reach the log
        left_out.append(_leave_out(update, wrong))
    raise UnreadableUpdate("too many parts cannot be read")


def _check_ids(update: Any) -> None:
    """What all chats share are ids of updates and messages, and who it is from."""
    if not is_telegrams(update.get("update_id")):
        raise UnreadableUpdate("update_id")
    for kind, event in update.items():
        if not isinstance(event, dict):
            continue
        for message in (event, event.get("message")):
            if isinstance(message, dict) and not is_telegrams(message.get("message_id", 0)):
                raise UnreadableUpdate(f"{kind}: message_id")
        for who in (event.get("from"), event.get("chat")):
            if isinstance(who, dict) and not is_account(who.get("id")):
                raise UnreadableUpdate(f"{kind}: id of a chat or a person")


def _too_large(part: Any, path: Path) -> Iterator[Path]:
    """Where numbers stand that no database takes; the last of a list first, so that leaving one out moves no other."""
    if isinstance(part, dict):
        for name, inner in part.items():
            yield from _too_large(inner, (*path, name))
    elif isinstance(part, list):
        for number in reversed(range(len(part))):
            yield from _too_large(part[number], (*path, number))
    elif isinstance(part, int) and abs(part) > LARGEST_NUMBER:
        yield path


def _present(update: Any, path: Path) -> Path:
    """The way to what is wrong, as far as it leads through the update: pydantic names variants of a type in it too."""
    there: list[str | int] = []
    at = update
    for step in path:
        is_there = step in at if isinstance(at, dict) else isinstance(at, list) and isinstance(step, int)
        if is_there:
            there.append(step)
            at = at[step]
    return tuple(there)


def _leave_out(update: Any, path: Path) -> Path:
    """Take the part at `path` out, which must not be needed."""
    event = path[2:] if path[1:2] == ("message",) and path[:1] == ("callback_query",) else path[1:]
    if not event or (len(event) == 1 and event[0] in NEEDED):
        raise UnreadableUpdate(_shown(path))
    at = update
    for step in path[:-1]:
        at = at[step]
    del at[path[-1]]
    return path


def _shown(path: Path) -> str:
    return ".".join(str(step) for step in path) or "the whole update"
