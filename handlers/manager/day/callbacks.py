"""The buttons within a manager's day: reminding one who owes (looked at first), or all."""

from bot.callbacks import Callback, OfLease, OfPremises


class RemindOne(OfLease, prefix="kd1"):
    """Look at the reminder to the tenant of this lease."""


class RemindOneNow(OfLease, prefix="kdo"):
    """Remind them."""


class RemindAll(Callback, prefix="kda"):
    """Show whom a reminder to all would reach."""


class RemindAllNow(Callback, prefix="kdn"):
    """Remind them, once."""

    nonce: str


class RemindReadings(OfPremises, prefix="kdr"):
    """Remind the tenants of this object of readings."""
