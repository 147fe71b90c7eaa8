"""A mechanical meter that has passed its highest number begins anew at zero: how much a turn is, and when it is likely.

How many digits a meter has is not asked: a reading with zeros before it says so (`00012`), and the reading before has
no more digits than the meter.
"""

from domain.metering.meter import MOST_DIGITS, THOUSANDTHS, Values
from domain.refusal import Refusal

LIKELY = 2
"""More than the half of a turn is no month's use: the number was mistyped, or the meter is another one."""


def turn_after(before: int, now: int, digits: int = 0) -> int | None:
    """What has to be added to `now` if the meter has turned over since `before`; None if that is not likely.

    `digits` are those before the comma that the reading was written with, if it began with a zero.
    """
    if now >= before:
        return None
    turn = 10 ** max(digits, len(str(before // THOUSANDTHS))) * THOUSANDTHS
    return turn if (turn + now - before) * LIKELY <= turn else None


def must_be_turns(turned: Values, values: Values, least: Values | None) -> None:
    """Refuse what cannot be a whole turn of each zone that shows less than before."""
    whole = {10**digits * THOUSANDTHS for digits in range(1, MOST_DIGITS + 1)}
    for place, added in enumerate(turned):
        if added and (added not in whole or least is None or not values[place] < least[place] < added):
            raise Refusal("The meter cannot have turned over between these readings. Please write it again.")


def added(values: Values, more: Values) -> Values:
    """Zone by zone; nothing more where `more` is empty."""
    return tuple(one + other for one, other in zip(values, more, strict=True)) if more else values
