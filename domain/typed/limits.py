"""What a price, an area, a floor or a text of a deal can be at all; the rest is a slip of the finger."""

import datetime as dt

from domain.money import Money
from domain.people.tidy_name import NOWHERE
from domain.refusal import Refusal

MOST_MONEY = 10_000_000_000_000
"""Minor units: a hundred thousand million, more than any building has been sold for."""
LEAST_AREA, MOST_AREA = 1, 100_000
"""Square metres: a parking shelf, and more than the largest shopping centres."""
MOST_ROOMS = 30
"""More rooms than any listing in the portals' own filters."""
LOWEST_FLOOR, HIGHEST_FLOOR = -5, 200
"""The tallest building of the world has 163 floors."""
EARLIEST_YEAR = 1400
YEARS_AHEAD = 10
"""New buildings are sold years before they are ready."""
WHOLE_SHARE = 10_000
"""100 % in hundredths of a percent."""
MOST_PHOTOS = 10
"""What Telegram sends as one album."""
MOST_PLACES = 30
"""Districts or stations of one lead; a client who names more means the whole city."""

NAME = 100
HOUSE_NUMBER = 20
TITLE = 60
"""Characters; a title has to fit a line of a list."""
NOTE = 500
LONG_TEXT = 2000
"""Characters; with the card around it a message stays within Telegram's 4096."""


def check_money(amount: Money) -> None:
    """Refuse a sum that cannot be a price."""
    if not 0 < amount.minor <= MOST_MONEY:
        raise Refusal("A price is more than nothing and at most {most}.", most=Money(MOST_MONEY, amount.currency))


def check_area(area: int) -> None:
    """Refuse an area (hundredths of a square metre) that no property has."""
    if not LEAST_AREA * 100 <= area <= MOST_AREA * 100:
        raise Refusal("An area is from {least} to {most} m².", least=LEAST_AREA, most=MOST_AREA)


def check_rooms(rooms: int) -> None:
    """Refuse a number of rooms that no property has."""
    if not 0 <= rooms <= MOST_ROOMS:
        raise Refusal("The number of rooms is from 0 (a studio) to {most}.", most=MOST_ROOMS)


def check_floors(floor: int | None, total: int | None) -> None:
    """Refuse floors that no house has, and a floor above the roof."""
    if total is not None and not 1 <= total <= HIGHEST_FLOOR:
        raise Refusal("A house has from 1 to {most} floors.", most=HIGHEST_FLOOR)
    if floor is not None and not LOWEST_FLOOR <= floor <= HIGHEST_FLOOR:
        raise Refusal("A floor is from {least} to {most}.", least=LOWEST_FLOOR, most=HIGHEST_FLOOR)
    if floor is not None and total is not None and floor > total:
        raise Refusal("There is no floor {floor} in a house of {total}.", floor=floor, total=total)


def check_year(year: int, now: dt.datetime) -> None:
    """Refuse a year in which nothing was, or will soon be, built."""
    latest = now.year + YEARS_AHEAD
    if not EARLIEST_YEAR <= year <= latest:
        raise Refusal("The year is from {least} to {most}.", least=str(EARLIEST_YEAR), most=str(latest))


def check_share(share: int) -> None:
    """Refuse a share (hundredths of a percent) that is not part of a whole."""
    if not 0 <= share <= WHOLE_SHARE:
        raise Refusal("A share of the commission is from 0 to 100 %.")


def tidy(text: str | None, most: int) -> str | None:
    """The text without what shows nothing, None if nothing is left; a text over `most` is refused."""
    text = (text or "").translate(NOWHERE).strip()
    if len(text) > most:
        raise Refusal("This is {length} characters long; at most {most} fit.", length=len(text), most=most)
    return text or None


def tidy_all(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Names of places without repetitions and empty ones."""
    names = dict.fromkeys(name for text in texts if (name := tidy(text, NAME)))
    if len(names) > MOST_PLACES:
        raise Refusal("At most {most} can be chosen; leave it open to mean any.", most=MOST_PLACES)
    return tuple(names)
