"""One recommendation at a time: what fits, how well, why and why not, whose it is, and how many there are in all."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from domain.matching.deals.colleague import Colleague
from domain.matching.leads.lead import Lead
from domain.matching.properties.property import Property
from domain.matching.recommendations.explain import Phrase, explain
from domain.matching.recommendations.fit import Fit
from domain.matching.recommendations.found import FeedCursor, FoundPage
from domain.matching.recommendations.score_rules import ScoreRules

COUNTED = 100
"""Recommendations are counted up to this many; nobody looks through more."""

T = TypeVar("T")


class Step(StrEnum):
    """Where to go from a card that is on the screen."""

    HERE = "HERE"
    """The same again, or the next one if it is not recommended any more."""
    NEXT = "NEXT"
    PREVIOUS = "PREVIOUS"


class Gone(StrEnum):
    """Why a card that was on the screen is not recommended any more, without the reader having decided so."""

    WITHDRAWN = "WITHDRAWN"
    """It is in the archive, or its realtor has left."""
    UNFIT = "UNFIT"
    """It, or what it was to fit, has changed."""


@dataclass(frozen=True, slots=True)
class OnScreen:
    """The card from which another one, or the same again, is asked for."""

    id: int
    is_active: bool
    fit: Fit

    @property
    def cursor(self) -> FeedCursor | None:
        """Where it stands among the recommendations; None if it is out."""
        return self.fit.cursor(self.id) if self.fit.points else None

    def gone(self, shown: FoundPage | None, rules: ScoreRules) -> Gone | None:
        """Why `shown` is not this card; None if it is, or if the reader has hidden or matched this one."""
        if shown is not None and shown.id == self.id:
            return None
        if not self.is_active:
            return Gone.WITHDRAWN
        return Gone.UNFIT if self.fit.points < rules.threshold_points else None


@dataclass(frozen=True, slots=True)
class Recommendation(Generic[T]):
    """A card: a property for a lead, or a lead for a property."""

    item: T
    realtor: Colleague
    is_own: bool
    """Whether it is the asking realtor's own row, shown because they asked for it."""
    fit: Fit
    reasons: tuple[Phrase, ...]
    misses: tuple[Phrase, ...]
    commission_share: int
    """What the property's realtor offers, in hundredths of a percent."""
    cursor: FeedCursor
    """From which the next one is asked for, so that nothing is repeated while others add theirs."""

    @property
    def score(self) -> int:
        """From 0 to 100."""
        return self.fit.score


@dataclass(frozen=True, slots=True)
class Recommended(Generic[T]):
    """The card asked for, if there is one, and where in the row it stands."""

    card: Recommendation[T] | None
    offset: int
    """How many come before it now."""
    total: int
    """How many there are now, counted up to `COUNTED`."""
    has_next: bool
    row: Lead | Property
    """The realtor's own lead or property for which they look."""
    own: int
    """How many more of the realtor's own rows fit, which are shown only if they ask for them."""
    gone: Gone | None = None
    """Why the card that was asked for again is not the one shown."""

    @property
    def is_total_exact(self) -> bool:
        """False if there may be more than `total`."""
        return self.total < COUNTED


def card(item: T, realtor: Colleague, found: FoundPage, fit: Fit, *, is_own: bool, share: int) -> Recommendation[T]:
    """Put a card together."""
    reasons, misses = explain(fit)
    return Recommendation(
        item=item,
        realtor=realtor,
        is_own=is_own,
        fit=fit,
        reasons=tuple(reasons),
        misses=tuple(misses),
        commission_share=share,
        cursor=found.cursor,
    )
