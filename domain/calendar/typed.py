"""A sum of an event as people type it."""

from domain.money import Money
from domain.typed.money import parse_money

_NOTHING = {"0", "нет", "ничего", "нисколько", "no", "none", "nothing", "zero"}


def parse_sum(text: str, currency: str) -> Money:
    """A sum, in this currency unless it names one; "0" and "nothing" are none. Refused with an example."""
    if text.strip().lower() in _NOTHING:
        return Money(0, currency)
    return parse_money(text, currency, unlike="“{text}” does not look like a sum. Write it like 45000 or 12.5k.")
