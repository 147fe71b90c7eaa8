"""A repetition keeps its day of the month, and the last day where the month is too short."""

import datetime as dt

from dateutil.rrule import MONTHLY, YEARLY, rrule  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.repetition import Repeat, Rule

days = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))
repeats = st.sampled_from([Repeat.MONTHLY, Repeat.YEARLY])


def as_dateutil(rule: Rule, count: int) -> list[dt.date]:
    """The same by RFC 5545: of the days 28 to the wanted one, the last that the month has."""
    wanted = rule.wanted_day
    on = {"bymonthday": [wanted]} if wanted <= 28 else {"bymonthday": list(range(28, wanted + 1)), "bysetpos": -1}
    month = {"bymonth": rule.start.month} if rule.repeat is Repeat.YEARLY else {}
    start = dt.datetime.combine(rule.start, dt.time())
    found = rrule(YEARLY if rule.repeat is Repeat.YEARLY else MONTHLY, start, count=count, **on, **month)
    return [one.date() for one in found]


@given(days, repeats)
def test_days_are_those_of_the_standard(start: dt.date, repeat: Repeat) -> None:
    rule = Rule(start, repeat, start.day)
    assert [rule.nth(number) for number in range(30)] == as_dateutil(rule, 30)


@given(days, repeats, st.integers(0, 60), days)
def test_a_repetition_moved_falls_where_it_was_moved_to(
    start: dt.date, repeat: Repeat, number: int, to: dt.date
) -> None:
    moved = Rule(start, repeat, start.day).begun_so_that(number, to)
    assert moved.nth(number) == to
    assert [moved.nth(one) for one in range(20)] == as_dateutil(moved, 20)


@given(days, repeats, st.integers(0, 2000), st.integers(0, 40))
def test_no_number_is_left_out_or_given_twice(start: dt.date, repeat: Repeat, length: int, first: int) -> None:
    until = start + dt.timedelta(days=length)
    rule = Rule(start, repeat, start.day, until)
    whole = list(rule.days(0, dt.date(2100, 1, 1)))
    assert [number for number, _ in whole] == list(range(len(whole)))
    assert all(day <= until for _, day in whole)
    assert rule.nth(len(whole)) > until
    assert list(rule.days(first, dt.date(2100, 1, 1))) == whole[first:]


def test_the_31st_comes_back_after_a_short_month() -> None:
    rule = Rule(dt.date(2027, 12, 31), Repeat.MONTHLY, 31)
    assert [rule.nth(number).day for number in range(6)] == [31, 31, 29, 31, 30, 31]


def test_a_leap_day_is_the_28th_in_other_years() -> None:
    rule = Rule(dt.date(2028, 2, 29), Repeat.YEARLY, 29)
    assert [rule.nth(number).day for number in range(5)] == [29, 28, 28, 28, 29]
