"""The buttons of a platform admin."""

from bot.callbacks import Callback


class ShowStatus(Callback, prefix="ast"):
    """Show how the platform is doing."""


class GiveRole(Callback, prefix="agr"):
    """Begin to give somebody a role."""


class TakeRole(Callback, prefix="atr"):
    """Begin to take a role away."""


class Redrive(Callback, prefix="ard"):
    """Try again what was set aside."""
