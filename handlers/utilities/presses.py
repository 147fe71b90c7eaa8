"""The buttons that lead to utility bills, for the tenant and for who keeps or owns the object alike."""

from bot.press import Id, Press, Small


class OpenBill(Press, prefix="uob"):
    """The utility bill of a lease for a month (202611)."""

    lease: Id
    month: Small
    new: bool = False


class BillsOf(Press, prefix="ubl"):
    """All utility bills of a lease, month by month."""

    lease: Id
    page: Small = 0
    new: bool = False


class ShowProof(Press, prefix="uph"):
    """The photo of a reading."""

    lease: Id
    reading: Id


class BillsSheet(Press, prefix="uxl"):
    """A year of a lease's utility bills as a workbook."""

    lease: Id
    year: Small


class ObjectMonth(Press, prefix="kum"):
    """An object's use and bills of a month (202611; 0: the one that is read now or was read last)."""

    premises: Id
    month: Small = 0
    new: bool = False
