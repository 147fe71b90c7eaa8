"""The buttons within a manager's people: an invitation's link, corrections, removal and search."""

from typing import Literal

from bot.callbacks import Callback, Id, Small


class OpenInvitation(Callback, prefix="kvi"):
    """Somebody's link, with a letter to forward."""

    party: Id
    new: bool = False


class NewInvitation(Callback, prefix="kvn"):
    """Make a new link; the earlier one works no longer."""

    party: Id
    new: bool = False


class WithdrawInvitation(Callback, prefix="kvw"):
    """Take the link back."""

    party: Id


class SendContact(Callback, prefix="kpc"):
    """Send somebody's contact card, to call or to keep."""

    party: Id


class EditParty(Callback, prefix="kpe"):
    """Choose what to correct about somebody, or correct this field."""

    party: Id
    version: Small
    field: str = ""


class RemoveParty(Callback, prefix="kpr"):
    """Remove somebody, after being asked."""

    party: Id
    sure: bool = False


class RestoreParty(Callback, prefix="kpb"):
    """Bring somebody removed back."""

    party: Id


class FindParty(Callback, prefix="kpf"):
    """Type whom to look for on this list."""

    kind: Literal["owner", "tenant", "invited", "removed"]


class AnotherPhone(Callback, prefix="kpp"):
    """Go on adding somebody whose phone was another's."""


class AnotherTenantsPhone(Callback, prefix="kpt"):
    """The same of somebody who is going to rent this object."""

    premises: Id
