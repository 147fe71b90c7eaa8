"""The buttons within a keeper's day: reminding one who owes (looked at first), or all."""

from bot.press import Id, Press


class RemindOne(Press, prefix="kd1"):
    """Look at the reminder to the tenant of this lease."""

    lease: Id


class RemindOneNow(Press, prefix="kdo"):
    """Remind them."""

    lease: Id


class RemindAll(Press, prefix="kda"):
    """Show whom a reminder to all would reach."""


class RemindAllNow(Press, prefix="kdn"):
    """Remind them, once."""

    nonce: str


class RemindReadings(Press, prefix="kdr"):
    """Remind the tenants of this object of readings."""

    premises: Id
