"""Months as a picture or a line beside it has room for: “ноя”, “ноябрь”."""

import datetime as dt

from babel.dates import format_date

from bot.localization import Localizer


def short_month(t: Localizer, month: dt.date) -> str:
    """A month in three letters: “ноя”."""
    return format_date(month, "LLL", locale=t.locale)[:3]


def month_name(t: Localizer, month: dt.date) -> str:
    """A month by its name, with the year if it is another one: “ноябрь”, “ноябрь 2025”."""
    pattern = "LLLL" if month.year == t.today.year else "LLLL y"
    return format_date(month, pattern, locale=t.locale)


def labels_of(t: Localizer, months: tuple[dt.date, ...]) -> list[tuple[str, str]]:
    """Each month's label with the year under it where a year begins, if there are two of them."""
    if len({month.year for month in months}) < 2:
        return [(short_month(t, month), "") for month in months]
    # beside each other two years would run into one
    is_crowded = months[1].month == 1
    return [
        (short_month(t, month), str(month.year) if month.month == 1 or (at == 0 and not is_crowded) else "")
        for at, month in enumerate(months)
    ]
