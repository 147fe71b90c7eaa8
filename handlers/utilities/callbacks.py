"""The buttons that lead to utility bills, for the tenant and for who keeps or owns the object alike."""

from bot.callbacks import Callback, Id, Small


class OpenBill(Callback, prefix="uob"):
    """The utility bill of a lease for a month (202611)."""

    lease: Id
    month: Small
    new: bool = False


class BillsOf(Callback, prefix="ubl"):
    """All utility bills of a lease, month by month."""

    lease: Id
    page: Small = 0
    new: bool = False


class ShowProof(Callback, prefix="uph"):
    """The photo of a reading."""

    lease: Id
    reading: Id


class BillsSheet(Callback, prefix="uxl"):
    """A year of a lease's utility bills as a workbook."""

    lease: Id
    year: Small


class OpenObjectMonth(Callback, prefix="kum"):
    """An object's use and bills of a month (202611; 0: the one that is read now or was read last)."""

    premises: Id
    month: Small = 0
    new: bool = False
