"""The buttons that lead to letters, from wherever a person is mentioned whom one can write to."""

from typing import Literal

from bot.callbacks import Callback, Id, MaybeId, Small


class OpenLetterList(Callback, prefix="lls"):
    """The conversations one has, the latest first."""

    page: Small = 0
    only: Literal["", "u", "w"] = ""
    """Empty: all; u: with something unread; w: those that wait for one's answer."""
    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""


class OpenLetters(Callback, prefix="lop"):
    """One conversation, its latest letters; `other` is the party that a manager writes to or that one writes as."""

    other: Id
    new: bool = False


class WriteLetter(Callback, prefix="lwr"):
    """Write to somebody: `party` is the party that a manager writes to, or that one writes to the manager as."""

    party: Id
    premises: MaybeId = 0
    """The object it is about, if that is known."""
    new: bool = False


class TellTenants(Callback, prefix="ltt"):
    """Write the same to the tenants of several objects; `premises` is one of them, if that is known."""

    premises: MaybeId = 0


class AnswerLetter(Callback, prefix="lan"):
    """Answer a letter; a message with this button on it can also be replied to in Telegram."""

    letter: Id
    new: bool = False


class DoneWriting(Callback, prefix="ldo"):
    """Write to this party no longer, and show the conversation; a reply to this message is one letter more."""

    party: Id


class ReadOn(Callback, prefix="lro"):
    """The letters of a conversation before or after one of them."""

    other: Id
    before: MaybeId = 0
    after: MaybeId = 0


class OpenLetter(Callback, prefix="llt"):
    """One letter, whole."""

    letter: Id
    new: bool = False


class GetFiles(Callback, prefix="lgf"):
    """Receive the files of a letter."""

    letter: Id


class QuietLetters(Callback, prefix="lqt"):
    """Hear less, or again, from one conversation."""

    other: Id
    quiet: bool


class NoAnswer(Callback, prefix="lna"):
    """The last letter wants no answer."""

    other: Id


class ChooseWhom(Callback, prefix="lwh"):
    """Choose whom to write to; `find_pending`: among those whose names have what was typed."""

    page: Small = 0
    found: bool = False


class SendHeld(Callback, prefix="lsh"):
    """Send what was typed long after the last letter."""

    nonce: str
