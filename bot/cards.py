"""A card's photos turn on one message: one is shown, and a row of buttons goes round them."""

from collections.abc import Callable, Sequence

from aiogram.filters.callback_data import CallbackData

from bot.press import Nothing
from bot.screen import Button, Row
from bot.speech import Speech
from domain.files.stored_file import FileId


def photo_at(photos: Sequence[FileId], index: int) -> FileId | None:
    """The photo to show; the number may be from a time when there were more of them."""
    return photos[index % len(photos)] if photos else None


def carousel(t: Speech, photos: Sequence[FileId], index: int, turn: Callable[[int], CallbackData]) -> Row:
    """The row that turns to the photo before and after, round and round; nothing to turn with fewer than two."""
    count = len(photos)
    if count < 2:
        return []
    at = index % count
    return [
        Button(t("‹ photo"), turn((at - 1) % count)),
        Button(t("{photo} of {photos}", photo=at + 1, photos=count), Nothing()),
        Button(t("photo ›"), turn((at + 1) % count)),
    ]
