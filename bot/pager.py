"""The row of buttons that turns pages and says where one is; at either end a button keeps its place, doing nothing."""

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import NoAction
from bot.localization import Localizer
from bot.screen import BLANK, Button, Row


def pager(t: Localizer, number: int, pages: int, turn: Callable[[int], CallbackData]) -> Row:
    """Before, where, after; pages are counted from 0. Nothing if one page is all."""
    if pages < 2:
        return []
    where = t("{page} of {pages}", page=number + 1, pages=pages)
    return [
        Button("‹", turn(number - 1)) if number > 0 else Button(BLANK, NoAction()),
        Button(where, NoAction()),
        Button("›", turn(number + 1)) if number + 1 < pages else Button(BLANK, NoAction()),
    ]
