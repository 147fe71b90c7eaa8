"""A sheet on which a picture is drawn in pixels: rectangles and words in the fonts that come with matplotlib.

Matplotlib takes a second and eighty megabytes, so it is imported with the first picture; it keeps what it remembers of
fonts in a folder of its own that goes with the process, unless the operator names one (MPLCONFIGDIR).
"""

import atexit
import io
import logging
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from PIL import Image

PAPER = "#F6F7F9"
INK = "#1D2733"
QUIET = "#5E6B78"
HAIR = "#DDE2E8"
COLOURS = 64
"""Of a finished picture: flat areas and smoothed edges need no more, and the file stays small."""
_POINT = 72


@cache
def library(module: str) -> ModuleType:
    """A module of matplotlib, imported when the first picture is drawn."""
    if "MPLCONFIGDIR" not in os.environ:
        folder = tempfile.mkdtemp(prefix="pictures-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        os.environ["MPLCONFIGDIR"] = folder
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from importlib import import_module  # noqa: PLC0415

    return import_module(f"matplotlib.{module}")


@cache
def font(*, bold: bool = False) -> Any:
    """One of the two fonts, with Cyrillic, from matplotlib's own folder."""
    folder = Path(library("cbook")._get_data_path("fonts/ttf"))
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return library("font_manager").FontProperties(fname=folder / name)


@cache
def letters() -> frozenset[int]:
    """What the font can write: people put emoji into names."""
    return frozenset(library("font_manager").get_font(font().get_file()).get_charmap())


def writable(text: str) -> str:
    """The text without what the font lacks, in one line."""
    kept = (character if character.isprintable() else " " for character in text if ord(character) in letters())
    return " ".join("".join(kept).split())


@cache
def _ruler() -> Any:
    return library("backends.backend_agg").RendererAgg(1, 1, _POINT)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How many pixels wide words come out."""
    prop = font(bold=bold).copy()
    prop.set_size(size)
    width, _, _ = _ruler().get_text_width_height_descent(writable(text), prop, ismath=False)
    return float(width)


def _cut(words: str, size: float, room: float, *, bold: bool) -> str:
    """As much of the beginning as there is room for."""
    fits, over = 0, len(words)
    while over - fits > 1:
        middle = (fits + over) // 2
        if width_of(words[:middle] + "…", size, bold=bold) <= room:
            fits = middle
        else:
            over = middle
    return words[:fits].rstrip() + "…"


class Sheet:
    """A sheet of so many pixels; nought is at the bottom left."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        inches = (width / _POINT, height / _POINT)
        self._figure = library("figure").Figure(figsize=inches, dpi=_POINT, facecolor=PAPER)
        self._canvas = library("backends.backend_agg").FigureCanvasAgg(self._figure)

    def box(self, x: float, y: float, width: float, height: float, colour: str, *, round_by: float = 0) -> None:
        """A filled rectangle, its corners rounded if there is room."""
        patches = library("patches")
        corner = min(round_by, abs(width) / 2, abs(height) / 2)
        style = (
            patches.BoxStyle("Round", pad=0, rounding_size=corner) if corner > 1 else patches.BoxStyle("Square", pad=0)
        )
        box = patches.FancyBboxPatch((x, y), width, height, boxstyle=style, linewidth=0, facecolor=colour)
        self._figure.add_artist(box)
        box.set_transform(self._pixels)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        colour: str = INK,
        bold: bool = False,
        align: str = "left",
        room: float | None = None,
    ) -> float:
        """Words on a baseline; cut to the room there is; returns how wide they came out."""
        words = writable(text)
        width = width_of(words, size, bold=bold)
        if room is not None and width > room:
            words = _cut(words, size, room, bold=bold)
            width = width_of(words, size, bold=bold)
        written = library("text").Text(
            x, y, words, fontproperties=font(bold=bold), fontsize=size, color=colour, ha=align, va="baseline",
            parse_math=False,
        )  # fmt: skip
        self._figure.add_artist(written)
        written.set_transform(self._pixels)
        return width

    @property
    def _pixels(self) -> Any:
        return library("transforms").IdentityTransform()

    def png(self) -> bytes:
        """The finished picture; the same drawing gives the same bytes."""
        self._canvas.draw()
        picture = Image.frombytes("RGBA", (self.width, self.height), bytes(self._canvas.buffer_rgba())).convert("RGB")
        target = io.BytesIO()
        picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(target, "PNG", optimize=True)
        return target.getvalue()
