"""What a search for fitting leads or properties gives, and how it is continued without repeating anything."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class FeedCursor:
    """The last one seen: what follows is less in points, then in using the budget, then in id."""

    points: int
    """0 to 10000; see `domain.matching.recommendations.score`."""
    uses_budget: bool
    """Whether the price makes use of the budget; see `domain.matching.recommendations.score.uses_budget`."""
    id: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes before a cursor: how many, and the nearest of them."""

    count: int
    nearest: "FoundPage | None"


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A lead's or a property's id, how well it fits, and whether the price makes use of the budget."""

    id: int
    points: int
    uses_budget: bool

    @property
    def cursor(self) -> FeedCursor:
        """From which to go on."""
        return FeedCursor(self.points, self.uses_budget, self.id)
