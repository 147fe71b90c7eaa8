"""Which share of the commission: the likely ones as buttons, any other typed; and a note, if there is one."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from markupsafe import Markup

from bot.forms import Answering, Choice
from bot.speech import Speech
from domain.matching import limits
from domain.matching.intake.answers import parse_share
from domain.matching.intake.contacts import check_no_contacts
from domain.matching.match import Side
from domain.refusal import Refusal


class WithShare(Protocol):
    """A draft that has a share and a note to fill in."""

    @property
    def speaks_for(self) -> Side:
        """The side whose realtor fills it in."""

    @property
    def share(self) -> int | None:
        """In hundredths of a percent, for the client's realtor."""

    @property
    def note(self) -> str | None:
        """A few words."""


D = TypeVar("D", bound=WithShare)


def share_choices(t: Speech, listed: int | None, shares: Iterable[int]) -> list[Choice]:
    """Shares as buttons, the listed one first, none twice."""
    first = [] if listed is None else [listed]
    return [
        Choice(t("{share} as listed", share=t.percent(one)) if one == listed else t.percent(one), str(one))
        for one in dict.fromkeys([*first, *shares])
        if 0 <= one <= limits.WHOLE_SHARE
    ]


def read_share(text: str, draft: D, _answering: Answering) -> D:
    """What was typed: 45, 47.5 %; of 60/40 the first is one's own."""
    share = parse_share(text)
    if "/" in text and draft.speaks_for is Side.LEAD:
        share = limits.WHOLE_SHARE - share
    return replace(draft, share=share)  # type: ignore[type-var]


def pick_share(value: str, draft: D) -> D:
    """A share chosen by its button."""
    return replace(draft, share=int(value))  # type: ignore[type-var]


def read_note(text: str, draft: D, _answering: Answering) -> D:
    """A note in the person's own words."""
    note = limits.tidy(text, limits.NOTE)
    if note is None:
        raise Refusal("Write a few words for your colleague, or skip it.")
    check_no_contacts(note)
    return replace(draft, note=note)  # type: ignore[type-var]


def note_line(t: Speech, note: str | None) -> Markup | None:
    """A note that is going to be sent, or was."""
    return None if note is None else t("“{note}”", note=" ".join(note.split()))
