"""The buttons within a manager's people: an invitation's link, corrections, removal and search."""

from typing import Literal

from bot.callbacks import ABSTRACT, Callback, Id, OfPremises, Small


class OfParty(Callback, prefix=ABSTRACT):
    """The buttons of somebody whom a manager knows."""

    party: Id


class OpenInvitation(OfParty, prefix="kvi"):
    """Somebody's link, with a letter to forward."""

    new: bool = False


class NewInvitation(OfParty, prefix="kvn"):
    """Make a new link; the earlier one works no longer."""

    new: bool = False


class WithdrawInvitation(OfParty, prefix="kvw"):
    """Take the link back."""


class SendContact(OfParty, prefix="kpc"):
    """Send somebody's contact card, to call or to keep."""


class EditParty(OfParty, prefix="kpe"):
    """Choose what to correct about somebody, or correct this field."""

    version: Small
    field: str = ""


class RemoveParty(OfParty, prefix="kpr"):
    """Remove somebody, after being asked."""

    sure: bool = False


class RestoreParty(OfParty, prefix="kpb"):
    """Bring somebody removed back."""


class FindParty(Callback, prefix="kpf"):
    """Type whom to look for on this list."""

    kind: Literal["owner", "tenant", "invited", "removed"]


class AnotherPhone(Callback, prefix="kpp"):
    """Go on adding somebody whose phone was another's."""


class AnotherTenantsPhone(OfPremises, prefix="kpt"):
    """The same of somebody who is going to rent this object."""
