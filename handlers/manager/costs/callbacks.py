"""The buttons of an object's costs: a month of them, one of them, and many of them from a table."""

from bot.callbacks import Callback, Id, Small


class CostsOfMonth(Callback, prefix="kcm"):
    """What an object cost in a month."""

    premises: Id
    month: Small
    """Years times twelve and months since."""
    page: Small = 0


class OpenCost(Callback, prefix="kcc"):
    """One cost."""

    cost: Id


class CorrectCost(Callback, prefix="kce"):
    """Take a cost back and note it anew, changed."""

    cost: Id


class TakeBackCost(Callback, prefix="kct"):
    """Take a cost back, after asking."""

    cost: Id
    sure: bool = False


class CostReceipt(Callback, prefix="kcp"):
    """Send the receipt of a cost."""

    cost: Id


class NoteCost(Callback, prefix="kcn"):
    """Note a cost of an object that is asked for first."""


class ImportCosts(Callback, prefix="kci"):
    """How costs are loaded from a table."""


class ExampleOfCosts(Callback, prefix="kcx"):
    """Send a table to fill in."""


class LookAtTable(Callback, prefix="kcl"):
    """What the costs of a table that was sent would be."""

    file: Id


class SaveTable(Callback, prefix="kcs"):
    """Book the good rows of a table that was sent."""

    file: Id


class FaultsOfTable(Callback, prefix="kcf"):
    """Send the rows of a table that cannot be booked, with what is wrong with each."""

    file: Id
