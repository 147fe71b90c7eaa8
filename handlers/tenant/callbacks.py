"""The buttons that lead to what a tenant rents, owes and pays, from wherever it is mentioned."""

from bot.callbacks import Callback, Id, MaybeId, OfLease, Small
from bot.callbacks import OpenRental as OpenRental  # noqa: PLC0414  (a utility bill leads there too)
from bot.callbacks import PayLease as PayLease  # noqa: PLC0414  (the same)


class ReadMeter(OfLease, prefix="trm"):
    """Enter, or correct, what one meter shows."""

    meter: Id
    new: bool = False


class ReadingsSum(OfLease, prefix="trs"):
    """What has been sent for the period, and what it comes to."""

    new: bool = False


class MyRentals(Callback, prefix="tmr"):
    """What the tenant rents."""

    page: Small = 0
    new: bool = False


class SendReadings(OfLease, prefix="tsr"):
    """Send the readings of the period, meter by meter."""

    new: bool = False


class MyStatement(OfLease, prefix="tms"):
    """What a lease has been charged and has paid, as its tenant sees it; `month` as 202611, 0 for the latest."""

    new: bool = False
    month: Small = 0


class IPaid(OfLease, prefix="tip"):
    """Report a payment that has been made elsewhere."""

    new: bool = False


class RentalFiles(OfLease, prefix="trf"):
    """The documents that come with a lease: its contract, and what the landlord shows their tenants."""

    page: Small = 0
    new: bool = False


class GetRentalFile(OfLease, prefix="tgf"):
    """Receive one of them."""

    file: Id


class OpenMyEntry(OfLease, prefix="tme"):
    """One row of the account: how it came about and where it went."""

    entry: Id
    new: bool = False


class MyReceipt(OfLease, prefix="trc"):
    """Send the receipt of a payment."""

    entry: Id


class MyStatementFile(OfLease, prefix="tsf"):
    """Send the account as a workbook."""


class MyContract(OfLease, prefix="tct"):
    """Send the contract."""

    new: bool = False


class PayFor(OfLease, prefix="tpf"):
    """Ask for a bill: of a charge, the rent of a month (202611), the utilities, or (of none) all that is due."""

    entry: MaybeId = 0
    month: Small = 0
    utilities: bool = False


class PayOther(OfLease, prefix="tpo"):
    """Ask how much to pay."""


class WithdrawReport(Callback, prefix="twr"):
    """Withdraw a report of a payment."""

    report: Id


class PaidBill(OfLease, prefix="tpb"):
    """Say that a bill was paid elsewhere; one that is paid says so."""

    invoice: Id


class SnoozeRent(OfLease, prefix="tsz"):
    """Remind again tomorrow."""
