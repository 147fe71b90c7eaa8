"""The buttons of a lease's money for its tenant: rows, the workbook, what to pay for, putting a reminder off."""

from bot.callbacks import Callback, Id, MaybeId, Small


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
