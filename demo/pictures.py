"""Pictures of homes, drawn by code: a room, a kitchen, a house front, a floor plan; no two demo cards look the same."""

import io
import random
from collections.abc import Callable

from PIL import Image, ImageDraw

SIZE = (960, 640)
WALLS = ("#e9e2d4", "#dfe6e9", "#f3e3d3", "#e3ead9", "#ece1ea", "#f0ead6")
ACCENTS = ("#4f7cac", "#a44a3f", "#6a8d73", "#d17b0f", "#7d5ba6", "#3d5a6c")
WOOD = ("#b08d57", "#8c6a43", "#cbb08a")
SKY = ("#bfe3f7", "#f7d9b7", "#cfd8e8")
INK = "#3b3b3b"

Painter = Callable[[ImageDraw.ImageDraw, random.Random], None]


def picture(number: int) -> bytes:
    """The drawing with this number, as JPEG; the same number is always the same drawing."""
    chance = random.Random(number)  # noqa: S311  (a drawing needs no secrecy)
    image = Image.new("RGB", SIZE, chance.choice(WALLS))
    painters: tuple[Painter, ...] = (_room, _front, _kitchen, _plan)
    painters[number % len(painters)](ImageDraw.Draw(image), chance)
    target = io.BytesIO()
    image.save(target, "JPEG", quality=85)
    return target.getvalue()


def _floor(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    wood = chance.choice(WOOD)
    draw.rectangle((0, 460, 960, 640), fill=wood)
    for x in range(-200, 1200, 90):
        draw.line((480 + (x - 480) * 0.6, 460, x, 640), fill="#00000022", width=2)


def _window(draw: ImageDraw.ImageDraw, chance: random.Random, left: int, top: int, width: int, height: int) -> None:
    draw.rectangle((left, top, left + width, top + height), fill=chance.choice(SKY), outline="white", width=10)
    for x in range(left + 20, left + width - 30, 38):
        tall = chance.randint(25, height // 2)
        draw.rectangle((x, top + height - tall, x + 30, top + height - 8), fill="#8fa3b0")
    draw.line((left + width // 2, top, left + width // 2, top + height), fill="white", width=8)


def _room(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    _floor(draw, chance)
    _window(draw, chance, chance.randint(80, 420), 90, chance.randint(260, 380), 240)
    accent = chance.choice(ACCENTS)
    left = chance.randint(60, 300)
    draw.rounded_rectangle((left, 380, left + 420, 540), 28, fill=accent)
    draw.rounded_rectangle((left + 20, 330, left + 400, 450), 28, fill=accent, outline="white", width=3)
    for x in (left + 30, left + 370):
        draw.rectangle((x, 540, x + 16, 570), fill=INK)
    draw.line((820, 300, 820, 560), fill=INK, width=8)
    draw.polygon(((770, 300), (870, 300), (845, 220), (795, 220)), fill="#f7e7a1")
    draw.ellipse((560, 560, 760, 610), fill="#ffffff66")


def _kitchen(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    _floor(draw, chance)
    accent = chance.choice(ACCENTS)
    for x in range(60, 900, 140):
        draw.rectangle((x, 80, x + 130, 220), fill=accent, outline="white", width=4)
        draw.rectangle((x, 340, x + 130, 500), fill=accent, outline="white", width=4)
        draw.ellipse((x + 58, 205, x + 72, 217), fill="white")
    draw.rectangle((50, 322, 910, 345), fill="#f5f5f5", outline=INK)
    _window(draw, chance, 380, 225, 200, 95)
    for x in (640, 700):
        draw.ellipse((x, 312, x + 46, 330), fill=INK)


def _front(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    draw.rectangle((0, 0, 960, 520), fill=chance.choice(SKY))
    draw.rectangle((0, 520, 960, 640), fill="#9cbf86")
    left, wide = chance.randint(120, 260), chance.randint(420, 560)
    storeys = chance.randint(4, 9)
    top = 520 - storeys * 48
    draw.rectangle((left, top, left + wide, 520), fill=chance.choice(WALLS), outline=INK, width=3)
    draw.rectangle((left, top - 14, left + wide, top), fill=chance.choice(ACCENTS))
    for storey in range(storeys):
        for x in range(left + 24, left + wide - 40, 62):
            lit = "#fdf3c0" if chance.random() < 0.3 else "#7d93a3"
            draw.rectangle((x, top + 12 + storey * 48, x + 34, top + 38 + storey * 48), fill=lit)
    draw.rectangle((left + wide // 2 - 22, 474, left + wide // 2 + 22, 520), fill=INK)
    for x in (60, 820):
        draw.rectangle((x + 22, 440, x + 36, 540), fill=WOOD[1])
        draw.ellipse((x - 30, 340, x + 90, 470), fill="#5f8f5a")


def _plan(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    draw.rectangle((0, 0, 960, 640), fill="white")
    split, across = chance.randint(360, 560), chance.randint(260, 380)
    draw.rectangle((120, 80, 840, 560), outline=INK, width=12)
    draw.line((split, 80, split, 560), fill=INK, width=8)
    draw.line((split, across, 840, across), fill=INK, width=8)
    draw.rectangle((split - 6, 430, split + 6, 510), fill="white")
    draw.rectangle((split + 60, across - 6, split + 140, across + 6), fill="white")
    for box in ((200, 74, 320, 86), (600, 74, 740, 86), (834, 430, 846, 520)):
        draw.rectangle(box, fill=chance.choice(ACCENTS))
    draw.rectangle((150, 420, 300, 530), outline="#999999", width=4)
    draw.ellipse((split + 90, across + 60, split + 190, across + 160), outline="#999999", width=4)
    draw.rectangle((split + 60, 110, split + 200, 200), outline="#999999", width=4)
