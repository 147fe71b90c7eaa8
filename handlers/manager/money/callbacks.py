"""The buttons of a lease's money for who keeps the object: rows, charges, the deposit, reports, reminding."""

from bot.callbacks import Callback, Id, Minor


class OpenEntry(Callback, prefix="ken"):
    """One row of a lease's account: how it came about and where it went."""

    lease: Id
    entry: Id
    new: bool = False


class ReverseEntry(Callback, prefix="krv"):
    """Take a row back: asks whether it is sure, then why."""

    lease: Id
    entry: Id
    sure: bool = False


class ShowReceipt(Callback, prefix="krc"):
    """Send the receipt of a payment."""

    lease: Id
    entry: Id


class StatementFile(Callback, prefix="ksf"):
    """Send a lease's account as a workbook."""

    lease: Id


class AddCharge(Callback, prefix="kch"):
    """Charge something besides the rent."""

    lease: Id


class SettleDeposit(Callback, prefix="ksd"):
    """Ask what becomes of the deposit: it is kept, set against the debt, or handed back."""

    lease: Id


class KeepDeposit(Callback, prefix="kdk"):
    """Leave it as it is."""

    lease: Id


class DepositAgainstDebt(Callback, prefix="kdb"):
    """Set so many minor units of it against the debt: asked first, without a nonce, then done once."""

    lease: Id
    minor: Minor
    nonce: str = ""


class ReturnDeposit(Callback, prefix="kdt"):
    """Ask how much of it is handed back."""

    lease: Id


class OpenReport(Callback, prefix="kor"):
    """One report of a payment, to be decided on."""

    report: Id
    new: bool = False


class ConfirmReport(Callback, prefix="kcr"):
    """The money has come: book it."""

    report: Id


class AnotherAmount(Callback, prefix="kaa"):
    """Another amount has come: ask which."""

    report: Id


class DeclineReport(Callback, prefix="kdcl"):
    """Nothing has come: ask why."""

    report: Id


class ReportReceipt(Callback, prefix="krr"):
    """Send the receipt of a report."""

    report: Id


class RemindDebtor(Callback, prefix="krd"):
    """Look at the reminder of what the tenant owes."""

    lease: Id


class SendReminder(Callback, prefix="krs"):
    """Send it."""

    lease: Id
