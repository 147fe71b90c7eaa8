"""The buttons that lead to an owner's figures: money, areas, costs and occupancy over so many months."""

from bot.press import Occupancy as Occupancy  # noqa: PLC0414  (an object's card leads there too)
from bot.press import Press, Small


class Money(Press, prefix="omo"):
    """What came in and was expected; `period` in months, 0 for now."""

    period: Small = 0
    new: bool = False


class Areas(Press, prefix="oar"):
    """How much is let and free; `period` in months, 0 for now."""

    period: Small = 0
    new: bool = False


class Costs(Press, prefix="oct"):
    """What all objects cost; `period` in months, 0 for now."""

    period: Small = 0
    new: bool = False
