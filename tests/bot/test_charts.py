"""A picture of numbers is small, always the same, and can be drawn whatever people have called their things."""

import datetime as dt
import io
import os
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from bot.charts.chart import Chart, Columns
from bot.charts.kinds import (
    areas_by_name,
    costs_by_kind,
    income_and_expense,
    occupancy,
    occupied_and_free,
    received_and_expected,
    sums_by_name,
)
from bot.charts.picture import picture
from bot.charts.words import month_name
from bot.localization import Localizer
from domain.estate.leases.lease import months_back

NOW = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
NOVEMBER = dt.date(2026, 11, 1)
STRANGE = "Склад $a$ 🏭 <b>«Лесная»</b>\n仓库 " + "очень " * 40


def speech(language: str) -> Localizer:
    return Localizer(language, ZoneInfo("Europe/Moscow"), NOW)


def flow(language: str = "ru", count: int = 3) -> Columns:
    months = months_back(NOVEMBER, count)
    received, expected = [184_000_00] * count, [230_000_00] * count
    return received_and_expected(speech(language), STRANGE, months, received, expected, "RUB")


@pytest.mark.parametrize("count", [1, 3, 6, 12])
async def test_every_kind_is_small_and_readable_at_the_width_of_a_phone(count: int) -> None:
    t, months = speech("ru"), months_back(NOVEMBER, count)
    sums, none = [184_000_00] * count, [0] * count
    charts: list[Chart] = [
        flow(count=count),
        received_and_expected(t, STRANGE, months, none, none, "JPY"),
        income_and_expense(t, STRANGE, months, sums, [-5_00, *none[1:]], "KGS"),
        costs_by_kind(t, STRANGE, months, sums, none, [-150_000_000_00, *none[1:]], "KWD"),
        occupied_and_free(t, STRANGE, months, [54_00] * count, none),
        occupied_and_free(t, STRANGE, months, none, none),
        occupancy(t, STRANGE, months, [15] * count, [30] * count),
        sums_by_name(t, STRANGE, [STRANGE] * count, sums, "RUB", [230_000_00] * count),
        sums_by_name(t, STRANGE, [STRANGE] * count, none, "RUB"),
        areas_by_name(t, STRANGE, [STRANGE] * count, none, [54_00] * count),
        sums_by_name(t, STRANGE, [], [], "RUB"),
    ]
    for chart in charts:
        content = await picture(chart)
        with Image.open(io.BytesIO(content)) as drawn:
            assert (drawn.format, drawn.width) == ("PNG", 1080)
            assert drawn.width / 6 <= drawn.height <= drawn.width * 1.5
        assert len(content) < 60_000


async def test_the_same_numbers_are_the_same_picture() -> None:
    first = await picture(flow())
    assert await picture(flow()) is first
    assert await picture(flow("en")) != first


async def test_pictures_leave_nothing_behind() -> None:
    await picture(flow())
    assert os.environ["MPLCONFIGDIR"].startswith(os.environ.get("TMPDIR", "/tmp"))  # noqa: S108


def test_large_sums_share_one_short_unit() -> None:
    t = speech("ru")
    chart = received_and_expected(t, "", months_back(NOVEMBER, 2), [184_000_00, 1_250_00], [0, 46_000_00], "RUB")
    assert chart.subtitle == "тыс. ₽"
    assert [column.notes for column in chart.columns] == [("184", "0"), ("1,25", "46")]
    assert [one.total for one in chart.series] == ["185", "46"]


def test_a_kind_without_costs_is_not_in_the_legend_and_the_others_keep_their_colours() -> None:
    months = months_back(NOVEMBER, 2)
    of_two = costs_by_kind(speech("ru"), "", months, [100_00, 0], [0, 0], [5_00, 7_00], "RUB")
    of_all = costs_by_kind(speech("ru"), "", months, [100_00, 0], [1_00, 0], [5_00, 7_00], "RUB")
    assert [one.name for one in of_two.series] == ["коммунальные", "прочие"]
    assert [one.tone for one in of_two.series] == [of_all.series[0].tone, of_all.series[2].tone]
    assert [one.values for one in of_two.columns] == [(100_00, 5_00), (0, 7_00)]


def test_months_are_told_apart_when_the_year_changes() -> None:
    labels = [(one.label, one.below) for one in flow(count=12).columns]
    assert labels[:3] == [("дек", ""), ("янв", "2026"), ("фев", "")]
    assert [one.below for one in flow(count=6).columns] == [""] * 6
    assert month_name(speech("ru"), NOVEMBER) == "ноябрь"
    assert month_name(speech("ru"), dt.date(2025, 11, 1)) == "ноябрь 2025"
