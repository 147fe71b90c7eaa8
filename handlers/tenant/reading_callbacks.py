"""The buttons about one's meters and their readings."""

from bot.callbacks import Callback, Id


class ReadMeter(Callback, prefix="trm"):
    """Enter, or correct, what one meter shows."""

    lease: Id
    meter: Id
    new: bool = False


class ReadingsSum(Callback, prefix="trs"):
    """What has been sent for the period, and what it comes to."""

    lease: Id
    new: bool = False
