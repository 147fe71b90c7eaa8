"""A birth date as people type it: 19.05.1987, 19 мая 1987, May 19, 1987, 1987-05-19; of somebody who is 14 by now."""

import datetime as dt
import re

from domain.refusal import Refusal

LEAST_AGE = 14
"""From this age a person signs contracts in their own name (Civil Code of Russia, art. 26)."""
MOST_AGE = 120
"""Nobody is known to have become older than 122."""

_MONTHS = (
    ("янв", "jan"), ("фев", "feb"), ("мар", "mar"), ("апр", "apr"), ("ма", "may"), ("июн", "jun"),
    ("июл", "jul"), ("авг", "aug"), ("сен", "sep"), ("окт", "oct"), ("ноя", "nov"), ("дек", "dec"),
)  # fmt: skip
"""How the months' names begin; March is looked for before May."""
_YEAR_LAST = re.compile(r"(\d{1,2})\s?[./\-\s]\s?(\d{1,2})\s?[./\-\s]\s?(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|-?го)?[\s.]+([a-zа-я]{3,9})\.?,?\s+(\d{4})", re.ASCII | re.IGNORECASE)
_MONTH_DAY = re.compile(r"([a-zа-я]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII | re.IGNORECASE)
_END = re.compile(r"\s*(?:г\.?|год[а]?|г\.\s?р\.?)$")


def parse_birth_date(text: str, today: dt.date) -> dt.date:
    """Read a date; refused with an example if it is none, and with the reason if nobody who writes was born then."""
    said = _END.sub("", " ".join(text.lower().replace("ё", "е").split()))
    found = _read(said, today)
    if found is None:
        raise Refusal("Write the date with its year, like 19.05.1987 or May 19, 1987.")
    check_birth_date(found, today)
    return found


def check_birth_date(born: dt.date, today: dt.date) -> None:
    """Refuse a day of the future, of too long ago, and of somebody too young."""
    if born > today:
        raise Refusal("This day is still ahead. When were you born?")
    age = age_on(born, today)
    if age < LEAST_AGE:
        raise Refusal("Contracts are signed from the age of {least} on: a later date cannot be kept.", least=LEAST_AGE)
    if age > MOST_AGE:
        raise Refusal("The year {year} is too long ago. Is there a slip in it?", year=str(born.year))


def age_on(born: dt.date, day: dt.date) -> int:
    """Full years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _read(said: str, today: dt.date) -> dt.date | None:
    if match := _YEAR_FIRST.fullmatch(said):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_LAST.fullmatch(said):
        return _date(_year(match[3], today), int(match[2]), int(match[1]))
    if match := _DAY_MONTH.fullmatch(said):
        return _date(int(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_DAY.fullmatch(said):
        return _date(int(match[3]), _month(match[1]), int(match[2]))
    return None


def _year(written: str, today: dt.date) -> int:
    """Two digits mean the last such year that is not ahead."""
    if len(written) == 4:
        return int(written)
    year = today.year // 100 * 100 + int(written)
    return year if year <= today.year else year - 100


def _month(name: str) -> int:
    found = [number for number, begins in enumerate(_MONTHS, start=1) if name.startswith(begins)]
    return found[0] if found else 0


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
