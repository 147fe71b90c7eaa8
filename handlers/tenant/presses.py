"""The buttons that lead to what a tenant rents, owes and pays, from wherever it is mentioned."""

from bot.press import Id, Press, Small


class MyRentals(Press, prefix="tmr"):
    """What the tenant rents."""

    page: Small = 0
    new: bool = False


class OpenRental(Press, prefix="tor"):
    """One rented object with everything about its lease."""

    lease: Id
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


class PayLease(Press, prefix="tpl"):
    """Pay through Telegram, or report a payment where that is not possible."""

    lease: Id
    new: bool = False


class IPaid(Press, prefix="tip"):
    """Report a payment that has been made elsewhere."""

    lease: Id
    new: bool = False
