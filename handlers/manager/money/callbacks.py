"""The buttons of a lease's money for who keeps the object: rows, charges, the deposit, reports, reminding."""

from bot.callbacks import ABSTRACT, Callback, Id, Minor, OfLease


class OpenEntry(OfLease, prefix="ken"):
    """One row of a lease's account: how it came about and where it went."""

    entry: Id
    new: bool = False


class ReverseEntry(OfLease, prefix="krv"):
    """Take a row back: asks whether it is sure, then why."""

    entry: Id
    sure: bool = False


class ShowReceipt(OfLease, prefix="krc"):
    """Send the receipt of a payment."""

    entry: Id


class StatementFile(OfLease, prefix="ksf"):
    """Send a lease's account as a workbook."""


class AddCharge(OfLease, prefix="kch"):
    """Charge something besides the rent."""


class SettleDeposit(OfLease, prefix="ksd"):
    """Ask what becomes of the deposit: it is kept, set against the debt, or handed back."""


class KeepDeposit(OfLease, prefix="kdk"):
    """Leave it as it is."""


class DepositAgainstDebt(OfLease, prefix="kdb"):
    """Set so many minor units of it against the debt: asked first, without a nonce, then done once."""

    minor: Minor
    nonce: str = ""


class ReturnDeposit(OfLease, prefix="kdt"):
    """Ask how much of it is handed back."""


class OfReport(Callback, prefix=ABSTRACT):
    """The buttons of one report of a payment."""

    report: Id


class OpenReport(OfReport, prefix="kor"):
    """One report of a payment, to be decided on."""

    new: bool = False


class ConfirmReport(OfReport, prefix="kcr"):
    """The money has come: book it."""


class AnotherAmount(OfReport, prefix="kaa"):
    """Another amount has come: ask which."""


class DeclineReport(OfReport, prefix="kdcl"):
    """Nothing has come: ask why."""


class ReportReceipt(OfReport, prefix="krr"):
    """Send the receipt of a report."""


class RemindDebtor(OfLease, prefix="krd"):
    """Look at the reminder of what the tenant owes."""


class SendReminder(OfLease, prefix="krs"):
    """Send it."""
