"""The buttons of a lease's money for its tenant: rows, the workbook, what to pay for, putting a reminder off."""

from bot.press import Id, MaybeId, Press, Small


class OpenMyEntry(Press, prefix="tme"):
    """One row of the account: how it came about and where it went."""

    lease: Id
    entry: Id
    new: bool = False


class MyReceipt(Press, prefix="trc"):
    """Send the receipt of a payment."""

    lease: Id
    entry: Id


class MyStatementFile(Press, prefix="tsf"):
    """Send the account as a workbook."""

    lease: Id


class MyContract(Press, prefix="tct"):
    """Send the contract."""

    lease: Id
    new: bool = False


class PayFor(Press, prefix="tpf"):
    """Ask for a bill: of a charge, the rent of a month (202611), the utilities, or (of none) all that is due."""

    lease: Id
    entry: MaybeId = 0
    month: Small = 0
    utilities: bool = False


class PayOther(Press, prefix="tpo"):
    """Ask how much to pay."""

    lease: Id


class WithdrawReport(Press, prefix="twr"):
    """Withdraw a report of a payment."""

    report: Id


class PaidBill(Press, prefix="tpb"):
    """Say that a bill was paid elsewhere; one that is paid says so."""

    lease: Id
    invoice: Id


class SnoozeRent(Press, prefix="tsz"):
    """Remind again tomorrow."""

    lease: Id
