"""The buttons about one's meters and their readings."""

from bot.press import Id, Press


class ReadMeter(Press, prefix="trm"):
    """Enter, or correct, what one meter shows."""

    lease: Id
    meter: Id
    new: bool = False


class ReadingsSum(Press, prefix="trs"):
    """What has been sent for the period, and what it comes to."""

    lease: Id
    new: bool = False
