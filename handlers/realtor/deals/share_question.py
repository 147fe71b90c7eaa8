"""Which share of the commission: the likely ones as buttons, any other typed; and a note, if there is one."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from markupsafe import Markup

from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice
from bot.localization import Localizer
from domain.matching.deals.match import DealSide
from domain.matching.intake.answers import parse_share
from domain.matching.intake.contacts import check_no_contacts
from domain.refusal import Refusal
from domain.typed import limits

LEAST_LIKELY = 10_00
"""Hundredths of a percent: who types less, or leaves less, has slipped more often than not."""


class WithShare(Protocol):
    """A draft that has a share and a note to fill in."""

    @property
    def speaks_for(self) -> DealSide:
        """The side whose realtor fills it in."""

    @property
    def share(self) -> int | None:
        """In hundredths of a percent, for the client's realtor."""

    @property
    def note(self) -> str | None:
        """A few words."""


D = TypeVar("D", bound=WithShare)


def share_choices(t: Localizer, listed: int | None, shares: Iterable[int]) -> list[Choice]:
    """Shares as buttons, the listed one first, none twice."""
    first = [] if listed is None else [listed]
    return [
        Choice(t("{share} as listed", share=t.percent(one)) if one == listed else t.percent(one), str(one))
        for one in dict.fromkeys([*first, *shares])
        if 0 <= one <= limits.WHOLE_SHARE
    ]


def who_gets(t: Localizer, share: int, side: DealSide) -> Markup:
    """What a share leaves to whom, to the realtor on `side`."""
    theirs, rest = t.percent(share), t.percent(limits.WHOLE_SHARE - share)
    if side is DealSide.LEAD:
        return t("{share} for you, {rest} for your colleague.", share=theirs, rest=rest)
    return t("{share} for your colleague, {rest} stay yours.", share=theirs, rest=rest)


def how_to_answer(t: Localizer, side: DealSide) -> Markup:
    """How a share is typed; two figures mean the same whoever types them: the property's side, then the client's."""
    if side is DealSide.LEAD:
        return t("Choose, or write another: 47.5, or 60/40, which is 60 for your colleague and 40 for you.")
    return t("Choose, or write another: 47.5, or 60/40, which is 60 for you and 40 for your colleague.")


def read_share(text: str, draft: D, answering: AnswerContext) -> D:
    """What was typed: 45, 47.5 %, 60/40; one that hardly anybody agrees on is asked about before it is sent."""
    share = parse_share(text)
    if not LEAST_LIKELY <= share <= limits.WHOLE_SHARE - LEAST_LIKELY:
        t = answering.t
        question = t(
            "{share}? That is {who_gets}", share=t.percent(share), who_gets=who_gets(t, share, draft.speaks_for)
        )
        choices = [Choice(t("Yes, {share}", share=t.percent(share)), str(share))]
        if 0 < share * 10 <= limits.WHOLE_SHARE:
            choices.append(Choice(t.percent(share * 10), str(share * 10)))
        raise AmbiguousAnswer(choices, question)
    return replace(draft, share=share)  # type: ignore[type-var]


def pick_share(value: str, draft: D) -> D:
    """A share chosen by its button."""
    return replace(draft, share=int(value))  # type: ignore[type-var]


def read_note(text: str, draft: D, _answering: AnswerContext) -> D:
    """A note in the person's own words."""
    note = limits.tidy(text, limits.NOTE)
    if note is None:
        raise Refusal("Write a few words for your colleague, or skip it.")
    check_no_contacts(note)
    return replace(draft, note=note)  # type: ignore[type-var]


def note_line(t: Localizer, note: str | None) -> Markup | None:
    """A note that is going to be sent, or was."""
    return None if note is None else t("“{note}”", note=" ".join(note.split()))
