"""The buttons of an object's costs: a month of them, one of them, and many of them from a table."""

from bot.callbacks import ABSTRACT, Callback, Id, OfPremises, Small


class CostsOfMonth(OfPremises, prefix="kcm"):
    """What an object cost in a month."""

    month: Small
    """Years times twelve and months since."""
    page: Small = 0


class OfCost(Callback, prefix=ABSTRACT):
    """The buttons of one cost."""

    cost: Id


class OpenCost(OfCost, prefix="kcc"):
    """One cost."""


class CorrectCost(OfCost, prefix="kce"):
    """Take a cost back and note it anew, changed."""


class TakeBackCost(OfCost, prefix="kct"):
    """Take a cost back, after asking."""

    sure: bool = False


class CostReceipt(OfCost, prefix="kcp"):
    """Send the receipt of a cost."""


class NoteCost(Callback, prefix="kcn"):
    """Note a cost of an object that is asked for first."""


class ImportCosts(Callback, prefix="kci"):
    """How costs are loaded from a table."""


class ExampleOfCosts(Callback, prefix="kcx"):
    """Send a table to fill in."""


class OfTable(Callback, prefix=ABSTRACT):
    """The buttons of one table of costs."""

    file: Id


class LookAtTable(OfTable, prefix="kcl"):
    """What the costs of a table that was sent would be."""


class SaveTable(OfTable, prefix="kcs"):
    """Book the good rows of a table that was sent."""


class FaultsOfTable(OfTable, prefix="kcf"):
    """Send the rows of a table that cannot be booked, with what is wrong with each."""
