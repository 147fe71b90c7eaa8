"""The buttons that lead to utility bills, for the tenant and for who keeps or owns the object alike."""

from bot.callbacks import Id, OfLease, OfPremises, Small


class OpenBill(OfLease, prefix="uob"):
    """The utility bill of a lease for a month (202611)."""

    month: Small
    new: bool = False


class BillsOf(OfLease, prefix="ubl"):
    """All utility bills of a lease, month by month."""

    page: Small = 0
    new: bool = False


class ShowProof(OfLease, prefix="uph"):
    """The photo of a reading."""

    reading: Id


class BillsSheet(OfLease, prefix="uxl"):
    """A year of a lease's utility bills as a workbook."""

    year: Small


class OpenObjectMonth(OfPremises, prefix="kum"):
    """An object's use and bills of a month (202611; 0: the one that is read now or was read last)."""

    month: Small = 0
    new: bool = False
