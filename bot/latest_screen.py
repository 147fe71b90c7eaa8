"""What the screen that was shown last takes without a press: photos for its card, a typed answer to its question.

It is kept with the conversation, and forgotten when another screen is shown.
"""

import datetime as dt
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext

from bot.chat import Chat
from bot.screen import Screen
from bot.typed_buttons import same_label

PHOTOS_FOR, ASKED = "photos_for", "asked"
"""Under these names the conversation keeps the two."""


async def remember(chat: Chat, state: FSMContext, now: dt.datetime) -> None:
    """Keep what the screen that was shown last takes; nothing changes where none was shown."""
    if chat.latest is None:
        return
    data = await state.get_data()
    taken = {PHOTOS_FOR: _packed(chat.latest.photos_for), ASKED: _asked(chat.latest, now)}
    if any(data.get(name) != value for name, value in taken.items()):
        rest = {name: value for name, value in data.items() if name not in taken}
        await state.set_data({**rest, **{name: value for name, value in taken.items() if value is not None}})


def _packed(press: CallbackData | None) -> str | None:
    return press.pack() if press is not None else None


def _asked(screen: Screen, now: dt.datetime) -> dict[str, Any] | None:
    """What no, yes and the labels of its buttons press, as raw data, and when it was asked."""
    if screen.asks is None:
        return None
    buttons = [one for row in screen.rows for one in row if one.press is not None]
    return {
        "no": _packed(screen.asks.no),
        "yes": _packed(screen.asks.yes),
        "labels": {same_label(one.label): _packed(one.press) for one in buttons},
        "at": now.isoformat(),
    }
