"""The calendar's words in Russian and English: months, days of the week, lengths of time; and arithmetic with them."""

import calendar
import datetime as dt
import re

MOST_YEARS = 50
"""Of a term; a longer one is a slip."""
_MONTHS = (
    r"янв(?:ар[ьяею]|арем)?|jan(?:uary)?", r"фев(?:р(?:ал[ьяею]|алем)?)?|feb(?:ruary)?",
    r"мар(?:т(?:а|е|у|ом)?)?|mar(?:ch)?",
    r"апр(?:ел[ьяею]|елем)?|apr(?:il)?", r"ма(?:й|я|е|ю|ем)|may",
    r"июн(?:ь|я|е|ю|ем)?|june?", r"июл(?:ь|я|е|ю|ем)?|july?",
    r"авг(?:уст(?:а|е|у|ом)?)?|aug(?:ust)?", r"сен(?:т(?:ябр(?:ь|я|е|ю|ем))?)?|sep(?:t(?:ember)?)?",
    r"окт(?:ябр(?:ь|я|е|ю|ем))?|oct(?:ober)?", r"ноя(?:б(?:р(?:ь|я|е|ю|ем))?)?|nov(?:ember)?",
    r"дек(?:аб(?:р(?:ь|я|е|ю|ем))?)?|dec(?:ember)?",
)  # fmt: skip
MONTH = rf"(?:(?:{'|'.join(_MONTHS)})\.?)(?!\w)"
"""A month by its name, in any case, or by its beginning."""
_WEEKDAYS = (
    r"понедельник(?:а|у|ам|и)?|mondays?|mon|пн", r"вторник(?:а|у|ам|и)?|tuesdays?|tue|вт",
    r"сред(?:а|у|ы|е|ам)|wednesdays?|wed|ср", r"четверг(?:а|у|ам|и)?|thursdays?|thu|чт",
    r"пятниц(?:а|у|ы|е|ам)|fridays?|fri|пт", r"суббот(?:а|у|ы|е|ам)|saturdays?|sat|сб",
    r"воскресень(?:е|я|ю|ям)|sundays?|sun|вс",
)  # fmt: skip
WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})(?![\w-])"
"""A day of the week, in any case, or by its beginning."""
_UNITS = {
    "d": ("день", "дня", "дней", "дн", "сутки", "суток", "day", "days"),
    "w": ("неделю", "недели", "недель", "неделя", "нед", "week", "weeks", "wk"),
    "m": ("месяц", "месяца", "месяцев", "мес", "month", "months"),
    "q": ("квартал", "квартала", "кварталов", "quarter", "quarters"),
    "h": ("полгода", "полугодие", "half-year", "half a year"),
    "y": ("год", "года", "лет", "year", "years"),
}
UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}
UNIT = rf"(?:{'|'.join(sorted(UNIT_OF, key=len, reverse=True))})(?!\w)\.?"
"""A length of time."""
_IN_MONTHS = {"m": 1, "q": 3, "h": 6, "y": 12}


def month_of(name: str) -> int:
    """1 to 12 for digits or a name, 0 for anything else."""
    if name.isascii() and name.isdigit():
        return int(name)
    bare = name.rstrip(".")
    return next((number for number, one in enumerate(_MONTHS, start=1) if re.fullmatch(one, bare)), 0)


def weekday_of(name: str) -> int:
    """0 for a Monday to 6 for a Sunday."""
    return next(number for number, one in enumerate(_WEEKDAYS) if re.fullmatch(one, name))


def unit_of(name: str) -> str:
    """d, w, m, q, h or y: day, week, month, quarter, half a year, year."""
    return UNIT_OF[name.rstrip(".")]


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def month_end(day: dt.date) -> dt.date:
    """The last day of this day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def later(day: dt.date, count: int, unit: str) -> dt.date:
    """So many days, weeks, months, quarters, half-years or years after the day, or before it below 0."""
    if unit in "dw":
        return day + dt.timedelta(days=count * (7 if unit == "w" else 1))
    most = MOST_YEARS * 12
    return months_later(day, max(-most, min(count * _IN_MONTHS[unit], most)))


def date_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The day, if there is such a one."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
