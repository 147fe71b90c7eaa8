"""The buttons within a manager's day: reminding one who owes (looked at first), or all."""

from bot.callbacks import Callback, Id


class RemindOne(Callback, prefix="kd1"):
    """Look at the reminder to the tenant of this lease."""

    lease: Id


class RemindOneNow(Callback, prefix="kdo"):
    """Remind them."""

    lease: Id


class RemindAll(Callback, prefix="kda"):
    """Show whom a reminder to all would reach."""


class RemindAllNow(Callback, prefix="kdn"):
    """Remind them, once."""

    nonce: str


class RemindReadings(Callback, prefix="kdr"):
    """Remind the tenants of this object of readings."""

    premises: Id
