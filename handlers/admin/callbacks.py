"""The buttons of a platform admin."""

from bot.callbacks import Callback
from domain.people.person import Action, Person


class ShowStatus(Callback, prefix="ast"):
    """Show how the platform is doing."""


class GiveRole(Callback, prefix="agr"):
    """Begin to give somebody a role."""


class TakeRole(Callback, prefix="atr"):
    """Begin to take a role away."""


class Redrive(Callback, prefix="ard"):
    """Try again what was set aside."""


async def is_admin(_event: object, me: Person | None = None) -> bool:
    """Whether the person may administer; who may not is answered as if the command were unknown."""
    return me is not None and me.may(Action.ADMINISTER)
