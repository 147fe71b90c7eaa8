"""A card's photos turn on one message: a row of buttons goes round them, and whose card it is adds and removes them."""

from collections.abc import Callable, Sequence

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.callbacks import NoAction
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen
from domain.files.stored_file import FileId
from domain.typed import limits


def photo_at(photos: Sequence[FileId], index: int) -> FileId | None:
    """The photo to show; the number may be from a time when there were more of them."""
    return photos[index % len(photos)] if photos else None


def carousel(t: Localizer, photos: Sequence[FileId], index: int, turn: Callable[[int], CallbackData]) -> Row:
    """The row that turns to the photo before and after, round and round; nothing to turn with fewer than two."""
    count = len(photos)
    if count < 2:
        return []
    at = index % count
    return [
        Button(t("‹ photo"), turn((at - 1) % count)),
        Button(t("{photo} of {photos}", photo=at + 1, photos=count), NoAction()),
        Button(t("photo ›"), turn((at + 1) % count)),
    ]


def photos_screen(
    t: Localizer,
    card: Markup | str,
    photos: Sequence[FileId],
    index: int,
    *,
    turn: Callable[[int], CallbackData],
    add: CallbackData,
    removal: Callable[[FileId], CallbackData],
    back: CallbackData,
) -> Screen:
    """One photo of a card that can be changed: more are added while they fit, and the one shown can be taken off."""
    photo, count = photo_at(photos, index), len(photos)
    said = t("There are no photos yet. Send them here, up to {most}.", most=limits.MOST_PHOTOS)
    if count:
        said = t.n(
            "{count} photo, and up to {most} fit.",
            "{count} photos, and up to {most} fit.",
            count,
            most=limits.MOST_PHOTOS,
        )
    actions = [Button(t("➕ Add"), add)] if count < limits.MOST_PHOTOS else []
    if photo is not None:
        actions.append(Button(t("🗑 Remove this one"), removal(photo)))
    ways = [Button(t("‹ Back"), back), menu_button(t)]
    rows = [carousel(t, photos, index, turn), actions, ways]
    return Screen(lines(bold(t("Photos")), card, said), rows, photo, photos_for=turn(max(count - 1, 0)))
