"""The buttons of recommendations and of the talk about the commission; they act from a push and from a card alike."""

from typing import Literal

from bot.callbacks import Callback, Id, MaybeId, Small
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


class Accept(Callback, prefix="ac"):
    """Agree on the offered share."""

    match: Id
    offer: Id


class Counter(Callback, prefix="co"):
    """Answer an offer with another share."""

    match: Id
    offer: Id
    note: bool = False
    """Write a note first."""


class Reject(Callback, prefix="rj"):
    """Turn a match down."""

    match: Id
    offer: Id


class TakeUpDeal(Callback, prefix="tu"):
    """Propose again what was turned down."""

    match: Id
    note: bool = False
    """Write a note first."""


class ChangeOffer(Callback, prefix="cof"):
    """Put another share in place of one's own offer."""

    match: Id
    offer: Id


class WithdrawOffer(Callback, prefix="wof"):
    """Take one's own offer back; asks first unless it is sure."""

    match: Id
    offer: Id
    sure: bool = False


class EndDeal(Callback, prefix="end"):
    """Nothing comes of an agreement: ask why, and end it."""

    match: Id


class OtherCard(Callback, prefix="oc"):
    """Everything that is open of the colleague's row, or one of its photos."""

    match: Id
    photo: Small = 0
    """0 for the words, else the number of the photo, from 1."""


class ShareContact(Callback, prefix="ct"):
    """Send the colleague's contact card once more."""

    match: Id


class Completed(Callback, prefix="cd"):
    """The deal is done, or: yes, it is."""

    match: Id
    new: bool = False
    """Answered in a new message, so that the agreement on which the button stands is kept."""


class NotCompleted(Callback, prefix="nc"):
    """The deal is not done yet."""

    match: Id
    new: bool = False
    """As in `Completed`."""


class Quiet(Callback, prefix="qt"):
    """Push nothing more about a lead (`side` l) or property (`side` p), or push again."""

    side: Which
    row: Id
    quiet: bool = True
