"""The buttons of recommendations and of the talk about the commission; they act from a push and from a card alike."""

from typing import Literal

from bot.callbacks import ABSTRACT, Callback, Id, MaybeId, Small
from domain.matching.deals.match import DealSide

Which = Literal["l", "p"]
"""Whose recommendations are looked through: a lead's (properties), or a property's (leads)."""
SIDES: dict[str, DealSide] = {"l": DealSide.LEAD, "p": DealSide.PROPERTY}


class Look(Callback, prefix="lk"):
    """Look at a recommendation: from the card `at`, here, next or previous."""

    side: Which
    row: Id
    """The lead or the property for which."""
    at: MaybeId = 0
    """The card on the screen; 0 for the first one."""
    go: Literal["h", "n", "p"] = "h"
    """h here, n next, p previous"""
    photo: Small = 0
    own: bool = False
    """With the realtor's own rows too."""
    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""


class ReadWhole(Callback, prefix="wt"):
    """Read everything that a recommended one says, where its card has only the beginning."""

    side: Which
    row: Id
    other: Id
    own: bool = False


class Propose(Callback, prefix="pr"):
    """Propose the recommended one: name a share of the commission."""

    side: Which
    row: Id
    other: Id
    own: bool = False
    note: bool = False
    """Write a note first."""


class Hide(Callback, prefix="hd"):
    """Not this one: hide it and go on."""

    side: Which
    row: Id
    other: Id
    own: bool = False


class Unhide(Callback, prefix="uh"):
    """Take the hiding back and show it again."""

    side: Which
    row: Id
    other: Id
    own: bool = False


class OfMatch(Callback, prefix=ABSTRACT):
    """The buttons of one match."""

    match: Id


class Accept(OfMatch, prefix="ac"):
    """Agree on the offered share."""

    offer: Id


class Counter(OfMatch, prefix="co"):
    """Answer an offer with another share."""

    offer: Id
    note: bool = False
    """Write a note first."""


class Reject(OfMatch, prefix="rj"):
    """Turn a match down."""

    offer: Id


class TakeUpDeal(OfMatch, prefix="tu"):
    """Propose again what was turned down."""

    note: bool = False
    """Write a note first."""


class ChangeOffer(OfMatch, prefix="cof"):
    """Put another share in place of one's own offer."""

    offer: Id


class WithdrawOffer(OfMatch, prefix="wof"):
    """Take one's own offer back; asks first unless it is sure."""

    offer: Id
    sure: bool = False


class EndDeal(OfMatch, prefix="end"):
    """Nothing comes of an agreement: ask why, and end it."""


class OtherCard(OfMatch, prefix="oc"):
    """Everything that is open of the colleague's row, or one of its photos."""

    photo: Small = 0
    """0 for the words, else the number of the photo, from 1."""


class ShareContact(OfMatch, prefix="ct"):
    """Send the colleague's contact card once more."""


class Completed(OfMatch, prefix="cd"):
    """The deal is done, or: yes, it is."""

    new: bool = False
    """Answered in a new message, so that the agreement on which the button stands is kept."""


class NotCompleted(OfMatch, prefix="nc"):
    """The deal is not done yet."""

    new: bool = False
    """As in `Completed`."""


class Quiet(Callback, prefix="qt"):
    """Push nothing more about a lead (`side` l) or property (`side` p), or push again."""

    side: Which
    row: Id
    quiet: bool = True
