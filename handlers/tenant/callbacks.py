"""The buttons that lead to what a tenant rents, owes and pays, from wherever it is mentioned."""

from bot.callbacks import Callback, Id, Small
from bot.callbacks import OpenRental as OpenRental  # noqa: PLC0414  (a utility bill leads there too)
from bot.callbacks import PayLease as PayLease  # noqa: PLC0414  (the same)


class MyRentals(Callback, prefix="tmr"):
    """What the tenant rents."""

    page: Small = 0
    new: bool = False


class SendReadings(Callback, prefix="tsr"):
    """Send the readings of the period, meter by meter."""

    lease: Id
    new: bool = False


class MyStatement(Callback, prefix="tms"):
    """What a lease has been charged and has paid, as its tenant sees it; `month` as 202611, 0 for the latest."""

    lease: Id
    new: bool = False
    month: Small = 0


class IPaid(Callback, prefix="tip"):
    """Report a payment that has been made elsewhere."""

    lease: Id
    new: bool = False


class RentalFiles(Callback, prefix="trf"):
    """The documents that come with a lease: its contract, and what the landlord shows their tenants."""

    lease: Id
    page: Small = 0
    new: bool = False


class GetRentalFile(Callback, prefix="tgf"):
    """Receive one of them."""

    lease: Id
    file: Id
