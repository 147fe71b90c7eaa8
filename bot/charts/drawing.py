"""How charts look: one width, a title, a legend, and as many words as can be read on a phone held at arm's length."""

from bot.charts.canvas import HAIR, QUIET, Sheet, width_of
from bot.charts.chart import Cell, Chart, ChartColumn, ChartLine, ChartSeries, Columns, LineChart, Strip, Tone

WIDTH = 1080
"""Three pixels for each of a small phone."""
EDGE = 48
TITLE, WORDS, SMALL, TINY = 46, 36, 33, 29
"""Sizes of letters in pixels: on a phone fifteen, twelve, eleven, and just under ten."""
COLOUR = {
    Tone.MAIN: "#0B6BB8",
    Tone.BASE: "#BCC8D6",
    Tone.GAIN: "#00795C",
    Tone.LOSS: "#E08A1E",
    Tone.FIRST: "#0B6BB8",
    Tone.SECOND: "#E8A12C",
    Tone.THIRD: "#5B4A8A",
}
ROOMY = 90
"""A column's share of the width in which its month stands in letters of the usual size."""
PLOT = 420
"""Height of the columns."""
LEGEND = 62
"""Height of a row of the legend."""
LEAST_BAR = 3
"""A value that is there is seen, however small."""


def draw(chart: Chart) -> bytes:
    """The chart as a PNG."""
    match chart:
        case Columns():
            return _columns(chart)
        case Strip():
            return _strip(chart)
        case LineChart():
            return _lines(chart)


def _head_height(chart: Chart) -> int:
    return EDGE + 110 + len(_legend(chart)) * LEGEND


def _legend(chart: Chart) -> list[list[ChartSeries]]:
    """The legend in as many rows as it takes."""
    rows: list[list[ChartSeries]] = []
    taken = 0.0
    for one in chart.series:
        width = _width_in_legend(one)
        if not rows or taken + width > WIDTH - 2 * EDGE:
            rows.append([])
            taken = 0.0
        rows[-1].append(one)
        taken += width
    return rows


def _width_in_legend(one: ChartSeries) -> float:
    return 44 + width_of(one.name, WORDS) + 14 + width_of(one.total, WORDS, bold=True) + 34


def _head(sheet: Sheet, chart: Chart) -> float:
    """Title, unit and legend; returns where they end."""
    room = WIDTH - 2 * EDGE
    y = sheet.height - EDGE - 38
    sheet.write(EDGE, y, chart.title, TITLE, bold=True, room=room)
    y -= 54
    sheet.write(EDGE, y, chart.subtitle, SMALL, colour=QUIET, room=room)
    for row in _legend(chart):
        y -= LEGEND
        x = float(EDGE)
        for one in row:
            sheet.box(x, y - 2, 30, 30, COLOUR[one.tone], round_by=6)
            after = x + 44 + sheet.write(x + 44, y, one.name, WORDS) + 14
            sheet.write(after, y, one.total, WORDS, bold=True)
            x += _width_in_legend(one)
    return y


def _columns(chart: Columns) -> bytes:
    has_below = any(one.below for one in chart.columns)
    foot = EDGE + 44 + (44 if has_below else 0)
    sheet = Sheet(WIDTH, _head_height(chart) + 60 + PLOT + foot)
    _head(sheet, chart)
    size = _size_of_notes(chart)
    left = float(EDGE)
    if size is None:
        left += max(width_of(text, SMALL) for _, text in chart.ticks) + 18
    lowest, highest = _span(chart)
    scale = PLOT / (highest - lowest)
    ground = foot - lowest * scale
    _ticks(sheet, chart, left, ground, scale, with_words=size is None)
    pitch = (WIDTH - EDGE - left) / len(chart.columns)
    tones = [COLOUR[one.tone] for one in chart.series]
    draw = _stack if chart.is_stacked else _beside
    for at, one in enumerate(chart.columns):
        middle = left + pitch * (at + 0.5)
        draw(sheet, one, _Place(middle, ground, scale, pitch), tones, size)
        sheet.write(middle, foot - 48, one.label, SMALL if pitch > ROOMY else TINY, align="center", room=pitch)
        if one.below:
            sheet.write(middle, foot - 90, one.below, SMALL, colour=QUIET, align="center")
    return sheet.png()


def _ticks(sheet: Sheet, chart: Columns, left: float, ground: float, scale: float, *, with_words: bool) -> None:
    """The lines across the plot, and what each stands for where the columns do not say it themselves."""
    for value, text in chart.ticks:
        y = ground + value * scale
        sheet.box(left, y - 1, WIDTH - EDGE - left, 2, QUIET if value == 0 else HAIR)
        if with_words:
            sheet.write(left - 18, y - 12, text, SMALL, colour=QUIET, align="right")


class _Place:
    """Where a column stands, and how high one is."""

    def __init__(self, middle: float, ground: float, scale: float, pitch: float) -> None:
        self.middle, self.ground, self.scale, self.pitch = middle, ground, scale, pitch


def _beside(sheet: Sheet, one: ChartColumn, place: _Place, tones: list[str], size: float | None) -> None:
    whole = min(place.pitch * 0.86, 220 * len(one.values))
    width = whole / len(one.values)
    for at, value in enumerate(one.values):
        x = place.middle - whole / 2 + at * width
        height = _height(value, place.scale)
        sheet.box(x + width * 0.04, place.ground + min(height, 0), width * 0.92, abs(height), tones[at], round_by=8)
        if size is not None:
            y = place.ground + max(height, 0) + 14
            sheet.write(x + width / 2, y, one.notes[at], size, bold=at == 0, align="center")


def _stack(sheet: Sheet, one: ChartColumn, place: _Place, tones: list[str], size: float | None) -> None:
    width = min(place.pitch * 0.72, 260)
    above = below = place.ground
    for at, value in enumerate(one.values):
        height = _height(value, place.scale)
        if height < 0:
            below += height
        sheet.box(place.middle - width / 2, above if height > 0 else below, width, abs(height), tones[at])
        above += max(height, 0)
    if size is not None:
        sheet.write(place.middle, above + 14, one.notes[0], size, bold=True, align="center")


def _height(value: int, scale: float) -> float:
    height = value * scale
    return max(height, LEAST_BAR) if value > 0 else min(height, -LEAST_BAR) if value < 0 else 0


def _span(chart: Columns) -> tuple[int, int]:
    lowest, highest = chart.ticks[0][0], chart.ticks[-1][0]
    return lowest, max(highest, lowest + 1)


def _size_of_notes(chart: Columns) -> float | None:
    """How large the numbers above the columns may be; None where there is no room for them."""
    pitch = (WIDTH - 2 * EDGE) / len(chart.columns)
    each = pitch * 0.86 / max(len(one.notes) for one in chart.columns) - 5
    widest = max(width_of(note, SMALL, bold=at == 0) for one in chart.columns for at, note in enumerate(one.notes))
    size = min(SMALL, SMALL * each / widest)
    return size if size >= TINY else None


def _strip(chart: Strip) -> bytes:
    per_row = min(len(chart.cells), 6)
    rows = -(-len(chart.cells) // per_row)
    high = 240
    sheet = Sheet(WIDTH, _head_height(chart) + 50 + rows * high + EDGE // 3)
    top = _head(sheet, chart) - 50
    pitch = (WIDTH - 2 * EDGE) / per_row
    for at, cell in enumerate(chart.cells):
        x = EDGE + at % per_row * pitch
        _cell(sheet, cell, x, top - (at // per_row) * high, pitch - 14)
    return sheet.png()


def _cell(sheet: Sheet, cell: Cell, x: float, top: float, width: float) -> None:
    middle = x + width / 2
    label = f"{cell.label} ’{cell.below[-2:]}" if cell.below else cell.label
    sheet.write(middle, top - 34, label, SMALL, align="center", room=width)
    sheet.box(x, top - 50 - 110, width, 110, COLOUR[Tone.BASE])
    if cell.filled:
        sheet.box(x, top - 50 - 110, width, 110 * cell.filled / 10_000, COLOUR[Tone.MAIN])
    sheet.write(middle, top - 50 - 110 - 42, cell.note, SMALL, bold=cell.filled > 0, align="center", room=width)


def _lines(chart: LineChart) -> bytes:
    high = 112
    sheet = Sheet(WIDTH, _head_height(chart) + 30 + len(chart.lines) * high + EDGE // 2)
    top = _head(sheet, chart) - 34
    most = max((max(abs(one.value), one.goal or 0) for one in chart.lines), default=0) or 1
    for at, one in enumerate(chart.lines):
        _line(sheet, one, top - at * high, (WIDTH - 2 * EDGE) / most)
    return sheet.png()


def _line(sheet: Sheet, one: ChartLine, top: float, scale: float) -> None:
    taken = width_of(one.text, WORDS, bold=True)
    sheet.write(WIDTH - EDGE, top - 36, one.text, WORDS, bold=True, align="right")
    sheet.write(EDGE, top - 36, one.name, WORDS, room=WIDTH - 2 * EDGE - taken - 30)
    sheet.box(EDGE, top - 84, WIDTH - 2 * EDGE, 30, HAIR, round_by=8)
    if one.goal:
        sheet.box(EDGE, top - 84, max(one.goal * scale, LEAST_BAR), 30, COLOUR[Tone.BASE], round_by=8)
    if one.value:
        colour = COLOUR[Tone.MAIN if one.value > 0 else Tone.LOSS]
        sheet.box(EDGE, top - 84, max(abs(one.value) * scale, LEAST_BAR), 30, colour, round_by=8)
