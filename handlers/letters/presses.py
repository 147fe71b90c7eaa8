"""The buttons that lead to letters, from wherever a person is mentioned whom one can write to."""

from typing import Literal

from bot.press import Id, MaybeId, Press, Small


class Letters(Press, prefix="lls"):
    """The conversations one has, the latest first."""

    page: Small = 0
    only: Literal["", "u", "w"] = ""
    """Empty: all; u: with something unread; w: those that wait for one's answer."""
    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""


class OpenLetters(Press, prefix="lop"):
    """One conversation, its latest letters; `other` is the party that a keeper writes to or that one writes as."""

    other: Id
    new: bool = False


class WriteLetter(Press, prefix="lwr"):
    """Write to somebody: `party` is the party that a keeper writes to, or that one writes to the keeper as."""

    party: Id
    premises: MaybeId = 0
    """The object it is about, if that is known."""
    new: bool = False


class TellTenants(Press, prefix="ltt"):
    """Write the same to the tenants of several objects; `premises` is one of them, if that is known."""

    premises: MaybeId = 0
