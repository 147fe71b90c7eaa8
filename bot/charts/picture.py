"""A chart becomes a picture: drawn aside, once; the same chart again is the same bytes, which Telegram then knows."""

from functools import lru_cache

from bot.charts.chart import Chart
from bot.charts.drawing import draw
from bot.files.heavy_work import run_heavy

MOST_KEPT = 64
"""Pictures of some twenty kilobytes each: people go to and fro between a few periods."""

_drawn = lru_cache(maxsize=MOST_KEPT)(draw)


async def picture(chart: Chart) -> bytes:
    """The chart as a PNG for `Screen.photo`."""
    return await run_heavy(_drawn, chart)
