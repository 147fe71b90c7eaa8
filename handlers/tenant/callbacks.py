"""The buttons that lead to what a tenant rents, owes and pays, from wherever it is mentioned."""

from bot.callbacks import Callback, Id, MaybeId, Small
from bot.callbacks import OpenRental as OpenRental  # noqa: PLC0414  (a utility bill leads there too)
from bot.callbacks import PayLease as PayLease  # noqa: PLC0414  (the same)


class ReadMeter(Callback, prefix="trm"):
    """Enter, or correct, what one meter shows."""

    lease: Id
    meter: Id
    new: bool = False


class ReadingsSum(Callback, prefix="trs"):
    """What has been sent for the period, and what it comes to."""

    lease: Id
    new: bool = False


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


class OpenMyEntry(Callback, prefix="tme"):
    """One row of the account: how it came about and where it went."""

    lease: Id
    entry: Id
    new: bool = False


class MyReceipt(Callback, prefix="trc"):
    """Send the receipt of a payment."""

    lease: Id
    entry: Id


class MyStatementFile(Callback, prefix="tsf"):
    """Send the account as a workbook."""

    lease: Id


class MyContract(Callback, prefix="tct"):
    """Send the contract."""

    lease: Id
    new: bool = False


class PayFor(Callback, prefix="tpf"):
    """Ask for a bill: of a charge, the rent of a month (202611), the utilities, or (of none) all that is due."""

    lease: Id
    entry: MaybeId = 0
    month: Small = 0
    utilities: bool = False


class PayOther(Callback, prefix="tpo"):
    """Ask how much to pay."""

    lease: Id


class WithdrawReport(Callback, prefix="twr"):
    """Withdraw a report of a payment."""

    report: Id


class PaidBill(Callback, prefix="tpb"):
    """Say that a bill was paid elsewhere; one that is paid says so."""

    lease: Id
    invoice: Id


class SnoozeRent(Callback, prefix="tsz"):
    """Remind again tomorrow."""

    lease: Id
