"""The buttons that lead to what a tenant rents, owes and pays, from wherever it is mentioned."""

from bot.press import Id, Press, Small
from bot.press import OpenRental as OpenRental  # noqa: PLC0414  (a utility bill leads there too)
from bot.press import PayLease as PayLease  # noqa: PLC0414  (the same)


class MyRentals(Press, prefix="tmr"):
    """What the tenant rents."""

    page: Small = 0
    new: bool = False


class SendReadings(Press, prefix="tsr"):
    """Send the readings of the period, meter by meter."""

    lease: Id
    new: bool = False


class MyStatement(Press, prefix="tms"):
    """What a lease has been charged and has paid, as its tenant sees it; `month` as 202611, 0 for the latest."""

    lease: Id
    new: bool = False
    month: Small = 0


class IPaid(Press, prefix="tip"):
    """Report a payment that has been made elsewhere."""

    lease: Id
    new: bool = False


class RentalFiles(Press, prefix="trf"):
    """The documents that come with a lease: its contract, and what the landlord shows their tenants."""

    lease: Id
    page: Small = 0
    new: bool = False


class GetRentalFile(Press, prefix="tgf"):
    """Receive one of them."""

    lease: Id
    file: Id
