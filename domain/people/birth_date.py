"""A birth date as people type it: 19.05.1987, 19 мая 1987, May 19, 1987, 1987-05-19; of somebody who is 14 by now."""

import datetime as dt

from domain.refusal import Refusal
from domain.typed.days import past_day, refuse_no_such_day

LEAST_AGE = 14
"""From this age a person signs contracts in their own name (Civil Code of Russia, art. 26)."""
MOST_AGE = 120
"""Nobody is known to have become older than 122."""


def parse_birth_date(text: str, today: dt.date) -> dt.date:
    """Read a date; refused with an example if it is none, and with the reason if nobody who writes was born then."""
    found = past_day(text, today)
    if found is None:
        refuse_no_such_day(text, today)
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
