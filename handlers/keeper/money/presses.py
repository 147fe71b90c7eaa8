"""The buttons of a lease's money for who keeps the object: rows, charges, the deposit, reports, reminding."""

from bot.press import Id, Press


class OpenEntry(Press, prefix="ken"):
    """One row of a lease's account: how it came about and where it went."""

    lease: Id
    entry: Id
    new: bool = False


class ReverseEntry(Press, prefix="krv"):
    """Take a row back: asks whether it is sure, then why."""

    lease: Id
    entry: Id
    sure: bool = False


class ShowReceipt(Press, prefix="krc"):
    """Send the receipt of a payment."""

    lease: Id
    entry: Id


class StatementFile(Press, prefix="ksf"):
    """Send a lease's account as a workbook."""

    lease: Id


class AddCharge(Press, prefix="kch"):
    """Charge something besides the rent."""

    lease: Id


class SettleDeposit(Press, prefix="ksd"):
    """Settle the deposit: what is owed is taken from it, the rest handed back."""

    lease: Id


class OpenReport(Press, prefix="kor"):
    """One report of a payment, to be decided on."""

    report: Id
    new: bool = False


class ConfirmReport(Press, prefix="kcr"):
    """The money has come: book it."""

    report: Id


class AnotherAmount(Press, prefix="kaa"):
    """Another amount has come: ask which."""

    report: Id


class DeclineReport(Press, prefix="kdcl"):
    """Nothing has come: ask why."""

    report: Id


class ReportReceipt(Press, prefix="krr"):
    """Send the receipt of a report."""

    report: Id


class RemindDebtor(Press, prefix="krd"):
    """Remind the tenant of what they owe."""

    lease: Id
