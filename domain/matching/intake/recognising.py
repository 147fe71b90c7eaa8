"""How plainly a text is an offer or a request, for whoever has to tell it from other messages."""

from domain.matching.intake.found import Understood
from domain.matching.intake.separating import separate
from domain.matching.intake.taking import says_something
from domain.matching.intake.understanding import understand
from domain.plainness import Plainness

LEAST_LISTING = 30
"""Characters; nobody offers a home in fewer, and an answer is rarely longer."""
_MANY_FACTS = 5
"""So many of rooms, area, price, floor, place, commission and kind are in no answer to one question."""


def how_plainly_property(text: str) -> Plainness:
    """Plainly with a verb of a deal or many facts, probably with what it is and for how much, else perhaps or not."""
    read = understand(text)
    if read.is_something_else or not says_something(read):
        return Plainness.NOT
    if not (read.has_shape and read.has_price):
        return Plainness.PERHAPS if read.has_shape or read.side is not None else Plainness.NOT
    return _how_plainly_a_home(text, read)


def _how_plainly_a_home(text: str, read: Understood) -> Plainness:
    """Of a text that says what the home is like and for how much."""
    is_said = read.side is not None and read.intent is not None and read.intent.sure
    facts = _facts(read)
    if len(text) >= LEAST_LISTING and (is_said or facts >= _MANY_FACTS or len(separate(text)) > 1):
        return Plainness.PLAINLY
    return Plainness.PROBABLY if is_said or facts >= _MANY_FACTS - 1 else Plainness.PERHAPS


def _facts(read: Understood) -> int:
    places = (read.city, *read.districts, *read.metro_stations, read.street)
    sums = (read.price, read.price_min, read.price_max)
    said = (read.rooms, read.area or read.area_min, read.floor, read.commission)
    return sum(one is not None for one in said) + sum(any(one is not None for one in group) for group in (places, sums))
