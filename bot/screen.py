"""A screen is what one message shows: a title and text, perhaps a picture, and at most eight rows of buttons."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from markupsafe import Markup

from domain.disambiguation import BESIDE, NUMBERED
from domain.files.stored_file import FileId

MOST_ROWS = 8
MOST_LABEL = 20
"""Characters of a button that a phone shows whole beside another one."""
MOST_LABEL_OF_THREE = 13
"""The same beside two others."""
LEAST_NAME = 4
"""Characters of a name that are left of it beside what tells it apart."""
BLANK = "·"
"""Where a button keeps its place and does nothing: Telegram refuses one without text."""
MOST_TEXT = 4096
MOST_CAPTION = 1024
"""Telegram's limits, in UTF-16 units after the entities are parsed."""
LEAST_BEGINNING = 40
"""Characters; a shorter beginning of a line says nothing."""
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Button:
    """A button: a verb, and what it does: an action with ids, an address to open, or a text to copy."""

    label: Markup | str
    press: CallbackData | None = None
    url: str | None = None
    copy: str | None = None

    def draw(self) -> InlineKeyboardButton:
        """The button as Telegram wants it; labels are plain text, not HTML."""
        label = self.label.unescape() if isinstance(self.label, Markup) else self.label
        if self.url is not None:
            return InlineKeyboardButton(text=label, url=self.url)
        if self.copy is not None:
            return InlineKeyboardButton(text=label, copy_text=CopyTextButton(text=self.copy))
        return InlineKeyboardButton(text=label, callback_data=self.press.pack() if self.press else "-")


Row = Sequence[Button]


def label_of(text: Markup | str, sign: str = "") -> str:
    """A name as a button's label: cut to what a phone shows whole, after the sign of its kind.

    What tells it apart from another of the same name is never cut, the name before it is.
    """
    room = MOST_LABEL - (len(sign) + 1 if sign else 0)
    plain = text.unescape() if isinstance(text, Markup) else text
    name, beside, apart = max((plain.rpartition(one) for one in (BESIDE, NUMBERED)), key=lambda parts: len(parts[0]))
    if beside and len(plain) > room and len(apart) <= room - LEAST_NAME - len(beside):
        short = f"{short_of(name, room - len(beside) - len(apart))}{beside}{apart}"
    else:
        short = short_of(apart if beside and len(plain) > room else plain, room)
    return f"{sign} {short}" if sign else short


def short_of(text: Markup | str, room: int) -> str:
    """Plain text of at most so many characters; one that is cut says so."""
    plain = text.unescape() if isinstance(text, Markup) else text
    return plain if len(plain) <= room else plain[: room - 1].rstrip(" ,.·") + "…"


@dataclass(frozen=True, slots=True)
class Asked:
    """What no and yes do, typed instead of tapped; without a yes, that takes the button itself."""

    no: CallbackData
    yes: CallbackData | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """What a message shows."""

    text: Markup
    rows: Sequence[Row] = field(default=())
    photo: FileId | bytes | None = None
    document: FileId | None = None
    """A kept document or picture that is sent with the text under it, always as a new message."""
    photos_for: CallbackData | None = None
    """What photos belong to that are sent while nothing else has been shown since: the press that opens their card."""
    asks: Asked | None = None
    """A question that can be answered in words while nothing else has been shown since."""

    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons as Telegram wants them, empty rows left out."""
        drawn = [[button.draw() for button in row] for row in self.rows if row]
        if len(drawn) > MOST_ROWS:
            raise ValueError(f"a screen has at most {MOST_ROWS} rows of buttons, this one has {len(drawn)}")
        return InlineKeyboardMarkup(inline_keyboard=drawn) if drawn else None

    def fitting_text(self) -> str:
        """The text, cut at a line's end if a caption or message cannot hold it."""
        most = MOST_TEXT if self.photo is None and self.document is None else MOST_CAPTION
        return cut(self.text, most)


def cut(text: Markup, most: int) -> str:
    """The text itself, or as many of its first lines as fit; markup never spans lines, so a cut leaves it whole.

    Of a long line without markup, as a description is, the beginning is kept.
    """
    if shown_length(text) <= most:
        return str(text)
    kept: list[str] = []
    room = most - 2
    for line in str(text).split("\n"):
        length = shown_length(Markup(line)) + 1  # noqa: S704  (a line of text that was markup already)
        if length > room:
            if room > LEAST_BEGINNING and not TAG.search(line):
                return "\n".join([*kept, f"{_beginning(html.unescape(line), room - 1)}…"])
            break
        room -= length
        kept.append(line)
    return "\n".join([*kept, "…"])


def _beginning(plain: str, most: int) -> str:
    """Whole words of a line, escaped, in so many UTF-16 units."""
    piece = plain[:most]
    while utf16_length(piece) > most:
        piece = piece[:-1]
    return str(Markup.escape((piece.rpartition(" ")[0] or piece).rstrip(" ,.;:")))


def fits_caption(text: Markup) -> bool:
    """Whether a picture can carry the whole text; if not, a part of it belongs on a screen without one."""
    return shown_length(text) <= MOST_CAPTION


def shown_length(text: Markup) -> int:
    """What Telegram counts: the text without its tags, with every space and empty line in it."""
    return utf16_length(html.unescape(TAG.sub("", text)))


def utf16_length(text: str) -> int:
    """Telegram counts in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pairs(buttons: Sequence[Button], per_row: int = 2) -> list[Row]:
    """Buttons laid out so many in a row."""
    return [buttons[start : start + per_row] for start in range(0, len(buttons), per_row)]


def fitted(buttons: Sequence[Button]) -> list[Row]:
    """Buttons three in a row if a phone shows every one of them whole, otherwise two."""
    return pairs(buttons, 3 if all(len(button.draw().text) <= MOST_LABEL_OF_THREE for button in buttons) else 2)


def marked(label: Markup | str, press: CallbackData, *, chosen: bool) -> Button:
    """A button of a one-of-many choice; the present one is marked."""
    return Button(Markup("• {}").format(label) if chosen else label, press)
