"""The buttons of a platform admin."""

from bot.press import Press


class ShowStatus(Press, prefix="ast"):
    """Show how the platform is doing."""


class GiveRole(Press, prefix="agr"):
    """Begin to give somebody a role."""


class TakeRole(Press, prefix="atr"):
    """Begin to take a role away."""


class Redrive(Press, prefix="ard"):
    """Try again what was set aside."""
