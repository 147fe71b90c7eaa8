"""The buttons of recommendations and of the talk about the commission; they act from a push and from a card alike."""

from typing import Literal

from bot.press import Id, MaybeId, Press, Small
from domain.matching.match import Side

Which = Literal["l", "p"]
"""Whose recommendations are looked through: a lead's (properties), or a property's (leads)."""
SIDES: dict[str, Side] = {"l": Side.LEAD, "p": Side.PROPERTY}


class Look(Press, prefix="lk"):
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


class ReadWhole(Press, prefix="wt"):
    """Read everything that a recommended one says, where its card has only the beginning."""

    side: Which
    row: Id
    other: Id
    own: bool = False


class Propose(Press, prefix="pr"):
    """Propose the recommended one: name a share of the commission."""

    side: Which
    row: Id
    other: Id
    own: bool = False
    note: bool = False
    """Write a note first."""


class Hide(Press, prefix="hd"):
    """Not this one: hide it and go on."""

    side: Which
    row: Id
    other: Id
    own: bool = False


class Unhide(Press, prefix="uh"):
    """Take the hiding back and show it again."""

    side: Which
    row: Id
    other: Id
    own: bool = False


class Accept(Press, prefix="ac"):
    """Agree on the offered share."""

    match: Id
    offer: Id


class Counter(Press, prefix="co"):
    """Answer an offer with another share."""

    match: Id
    offer: Id
    note: bool = False
    """Write a note first."""


class Reject(Press, prefix="rj"):
    """Turn a match down."""

    match: Id
    offer: Id


class TakeUp(Press, prefix="tu"):
    """Propose again what was turned down."""

    match: Id
    note: bool = False
    """Write a note first."""


class ChangeOffer(Press, prefix="cof"):
    """Put another share in place of one's own offer."""

    match: Id
    offer: Id


class WithdrawOffer(Press, prefix="wof"):
    """Take one's own offer back; asks first unless it is sure."""

    match: Id
    offer: Id
    sure: bool = False


class EndDeal(Press, prefix="end"):
    """Nothing comes of an agreement: ask why, and end it."""

    match: Id


class OtherCard(Press, prefix="oc"):
    """Everything that is open of the colleague's row, or one of its photos."""

    match: Id
    photo: Small = 0
    """0 for the words, else the number of the photo, from 1."""


class ShareContact(Press, prefix="ct"):
    """Send the colleague's contact card once more."""

    match: Id


class Completed(Press, prefix="cd"):
    """The deal is done, or: yes, it is."""

    match: Id
    new: bool = False
    """Answered in a new message, so that the agreement on which the button stands is kept."""


class NotCompleted(Press, prefix="nc"):
    """The deal is not done yet."""

    match: Id
    new: bool = False
    """As in `Completed`."""


class Quiet(Press, prefix="qt"):
    """Push nothing more about a lead (`side` l) or property (`side` p), or push again."""

    side: Which
    row: Id
    quiet: bool = True
