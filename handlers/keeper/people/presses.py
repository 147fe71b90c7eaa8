"""The buttons within a keeper's people: an invitation's link, corrections, removal and search."""

from typing import Literal

from bot.press import Id, Press, Small


class OpenInvitation(Press, prefix="kvi"):
    """Somebody's link, with a letter to forward."""

    party: Id
    new: bool = False


class NewInvitation(Press, prefix="kvn"):
    """Make a new link; the earlier one works no longer."""

    party: Id
    new: bool = False


class WithdrawInvitation(Press, prefix="kvw"):
    """Take the link back."""

    party: Id


class SendContact(Press, prefix="kpc"):
    """Send somebody's contact card, to call or to keep."""

    party: Id


class EditParty(Press, prefix="kpe"):
    """Choose what to correct about somebody, or correct this field."""

    party: Id
    version: Small
    field: str = ""


class RemoveParty(Press, prefix="kpr"):
    """Remove somebody, after being asked."""

    party: Id
    sure: bool = False


class RestoreParty(Press, prefix="kpb"):
    """Bring somebody removed back."""

    party: Id


class FindParty(Press, prefix="kpf"):
    """Type whom to look for on this list."""

    kind: Literal["owner", "tenant", "invited", "removed"]


class AnotherPhone(Press, prefix="kpp"):
    """Go on adding somebody whose phone was another's."""


class AnotherTenantsPhone(Press, prefix="kpt"):
    """The same of somebody who is going to rent this object."""

    premises: Id
