"""The pictures there are, each from plain numbers: months are their first days, sums minor units, areas hundredths."""

import datetime as dt
from collections.abc import Sequence
from itertools import zip_longest

from markupsafe import Markup

from bot.charts.chart import Cell, ChartColumn, ChartLine, ChartSeries, Columns, LineChart, Strip, Tone
from bot.charts.scale import AxisUnit, area_unit, money_unit, short, ticks
from bot.charts.words import labels_of
from bot.localization import Localizer

WHOLE = 100_00
"""A whole, in hundredths of a percent."""
FEW = 6
"""Columns above which there is room for more than a bare number."""


def received_and_expected(
    t: Localizer,
    title: Markup | str,
    months: Sequence[dt.date],
    received: Sequence[int],
    expected: Sequence[int],
    currency: str,
) -> Columns:
    """What came in beside what was due, month by month."""
    names = (t("received"), Tone.MAIN), (t("due"), Tone.BASE)
    return _side_by_side(t, title, months, names, (received, expected), currency)


def income_and_expense(
    t: Localizer,
    title: Markup | str,
    months: Sequence[dt.date],
    income: Sequence[int],
    expense: Sequence[int],
    currency: str,
) -> Columns:
    """What came in and what went out, month by month."""
    names = (t("income"), Tone.GAIN), (t("expense"), Tone.LOSS)
    return _side_by_side(t, title, months, names, (income, expense), currency)


def costs_by_kind(
    t: Localizer,
    title: Markup | str,
    months: Sequence[dt.date],
    utility: Sequence[int],
    operating: Sequence[int],
    other: Sequence[int],
    currency: str,
) -> Columns:
    """What was spent, month by month, a stack of the kinds there were; the sum stands above."""
    every = (
        (t("utilities"), Tone.FIRST, utility),
        (t("operating"), Tone.SECOND, operating),
        (t("other costs"), Tone.THIRD, other),
    )
    # each keeps its colour, whichever others there are
    kinds = [one for one in every if any(one[2])] or every
    totals = [sum(month) for month in zip(utility, operating, other, strict=True)]
    unit = money_unit(t, totals, currency)
    return Columns(
        title=_plain(title),
        subtitle=unit.name,
        series=tuple(ChartSeries(_plain(name), tone, short(t, sum(values), unit)) for name, tone, values in kinds),
        columns=_columns(t, months, [values for _, _, values in kinds], [(short(t, total, unit),) for total in totals]),
        ticks=ticks(t, totals, unit),
        is_stacked=True,
    )


def occupied_and_free(
    t: Localizer, title: Markup | str, months: Sequence[dt.date], occupied: Sequence[int], free: Sequence[int]
) -> Columns:
    """The area that is let and the area that stands empty, month by month; above, how many percent are let."""
    wholes = [let + empty for let, empty in zip(occupied, free, strict=True)]
    shares = [round(let * 100 / whole) if whole else 0 for let, whole in zip(occupied, wholes, strict=True)]
    notes = [(t.percent(share * 100) if len(months) <= FEW else str(share),) for share in shares]
    return Columns(
        title=_plain(title),
        subtitle=_plain(t("{unit}; above, % let", unit=area_unit(t).name)),
        series=(ChartSeries(_plain(t("let")), Tone.MAIN), ChartSeries(_plain(t("free")), Tone.BASE)),
        columns=_columns(t, months, (occupied, free), notes),
        ticks=ticks(t, wholes, area_unit(t)),
        is_stacked=True,
    )


def occupancy(
    t: Localizer, title: Markup | str, months: Sequence[dt.date], let_days: Sequence[int], days: Sequence[int]
) -> Strip:
    """How much of each month one object was let: filled, empty, or in part."""
    shares = [min(WHOLE, WHOLE * let // whole) if whole else 0 for let, whole in zip(let_days, days, strict=True)]
    return Strip(
        title=_plain(title),
        subtitle=_plain(t("share of days let")),
        series=(ChartSeries(_plain(t("let")), Tone.MAIN), ChartSeries(_plain(t("free")), Tone.BASE)),
        cells=tuple(
            Cell(label, share, _percent(t, share), below)
            for (label, below), share in zip(labels_of(t, tuple(months)), shares, strict=True)
        ),
    )


def sums_by_name(
    t: Localizer,
    title: Markup | str,
    names: Sequence[Markup | str],
    values: Sequence[int],
    currency: str,
    goals: Sequence[int] = (),
) -> LineChart:
    """A sum for each object (or article, or tenant); with `goals`, how far each is from what was due."""
    unit = money_unit(t, [*values, *goals], currency)
    series = (ChartSeries(_plain(t("received")), Tone.MAIN), ChartSeries(_plain(t("due")), Tone.BASE)) if goals else ()
    return _lines(t, title, unit, names, values, goals, series)


def areas_by_name(
    t: Localizer, title: Markup | str, names: Sequence[Markup | str], occupied: Sequence[int], wholes: Sequence[int]
) -> LineChart:
    """The let area of each object out of its whole area."""
    series = (ChartSeries(_plain(t("let")), Tone.MAIN), ChartSeries(_plain(t("free")), Tone.BASE))
    return _lines(t, title, area_unit(t), names, occupied, wholes, series)


def _lines(
    t: Localizer,
    title: Markup | str,
    unit: AxisUnit,
    names: Sequence[Markup | str],
    values: Sequence[int],
    goals: Sequence[int],
    series: tuple[ChartSeries, ...],
) -> LineChart:
    lines = [
        ChartLine(_plain(name), value, short(t, value, unit))
        if goal is None
        else ChartLine(_plain(name), value, f"{short(t, value, unit)} / {short(t, goal, unit)}", goal)
        for name, value, goal in zip_longest(names, values, goals)
    ]
    return LineChart(_plain(title), unit.name, series, tuple(lines))


def _side_by_side(
    t: Localizer,
    title: Markup | str,
    months: Sequence[dt.date],
    names: Sequence[tuple[Markup, Tone]],
    series: Sequence[Sequence[int]],
    currency: str,
) -> Columns:
    values = [value for one in series for value in one]
    unit = money_unit(t, values, currency)
    notes = [tuple(short(t, value, unit) for value in month) for month in zip(*series, strict=True)]
    return Columns(
        title=_plain(title),
        subtitle=unit.name,
        series=tuple(
            ChartSeries(_plain(name), tone, short(t, sum(one), unit))
            for (name, tone), one in zip(names, series, strict=True)
        ),
        columns=_columns(t, months, series, notes),
        ticks=ticks(t, values, unit),
    )


def _columns(
    t: Localizer, months: Sequence[dt.date], series: Sequence[Sequence[int]], notes: Sequence[tuple[str, ...]]
) -> tuple[ChartColumn, ...]:
    return tuple(
        ChartColumn(label, values, note, below)
        for (label, below), values, note in zip(
            labels_of(t, tuple(months)), zip(*series, strict=True), notes, strict=True
        )
    )


def _percent(t: Localizer, hundredths: int) -> str:
    return t.percent(round(hundredths / 100) * 100)


def _plain(text: Markup | str) -> str:
    return text.unescape() if isinstance(text, Markup) else text
