"""The buttons of a lease's money for who keeps the object: rows, charges, the deposit, reports, reminding."""

from bot.press import Id, Minor, Press


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
    """Ask what becomes of the deposit: it is kept, set against the debt, or handed back."""

    lease: Id


class KeepDeposit(Press, prefix="kdk"):
    """Leave it as it is."""

    lease: Id


class DepositAgainstDebt(Press, prefix="kdb"):
    """Set so many minor units of it against the debt: asked first, without a nonce, then done once."""

    lease: Id
    minor: Minor
    nonce: str = ""


class ReturnDeposit(Press, prefix="kdt"):
    """Ask how much of it is handed back."""

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
    """Look at the reminder of what the tenant owes."""

    lease: Id


class SendReminder(Press, prefix="krs"):
    """Send it."""

    lease: Id
