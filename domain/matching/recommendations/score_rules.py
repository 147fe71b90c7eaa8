"""How much each criterion weighs in the score, how far outside is still near, and what score is recommended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

FULL_POINTS = 10_000
"""What a pair has that fits in everything the lead states; a score of 100."""
LOST_AT_EDGE = 4
"""At the edge a price or an area has lost this part (a quarter) of its points: if all else is right, 75 remain."""
UNSAID = 4
"""What the property does not say has this part (a quarter) of a criterion's points."""
NEIGHBOUR_ROOMS = 2
"""One room more or less than wanted has this part (a half) of the points for rooms."""
OTHER_PLACE = 2
"""Where one of the named districts or metro stations is met, the kind of place that is not has this part (a half)."""


class Criterion(StrEnum):
    """What a lead can ask for besides its city and deal, which always have to fit; in the order of a card's lines."""

    PRICE = "price"
    DISTRICT = "district"
    METRO = "metro"
    ROOMS = "rooms"
    AREA = "area"
    TYPE = "type"
    CLASS = "class"
    CONDITION = "condition"


DEFAULT_WEIGHTS = MappingProxyType(
    {
        Criterion.PRICE: 25,
        Criterion.DISTRICT: 32,
        Criterion.METRO: 32,
        Criterion.ROOMS: 24,
        Criterion.AREA: 10,
        Criterion.TYPE: 15,
        Criterion.CLASS: 7,
        Criterion.CONDITION: 10,
    }
)
"""Chosen by `python -m benchmarks.recommendations`."""


@dataclass(frozen=True)
class ScoreRules:
    """Weights (in any proportion), the edge and the threshold."""

    weights: Mapping[Criterion, int] = field(default_factory=lambda: DEFAULT_WEIGHTS)
    edge: int = 10
    """Percent outside the wanted price or area that are still near; what is farther outside is out, however good."""
    threshold: int = 75
    """The lowest score, 0 to 100, that is recommended; a pair in which nothing fits never is."""

    def __post_init__(self) -> None:
        if any(weight < 0 for weight in self.weights.values()) or not any(self.weights.values()):
            raise ValueError("weights must not be negative, and one at least must be positive")
        if not 0 <= self.threshold <= 100 or not 1 <= self.edge <= 100:
            raise ValueError("the threshold is from 0 to 100, the edge from 1 to 100 percent")

    @cached_property
    def points(self) -> Mapping[Criterion, int]:
        """The weights brought to a sum of `FULL_POINTS`; what rounding leaves goes to the heaviest."""
        total = sum(self.weights.values())
        points = {one: self.weights.get(one, 0) * FULL_POINTS // total for one in Criterion}
        heaviest = max(points, key=lambda one: points[one])
        points[heaviest] += FULL_POINTS - sum(points.values())
        return points

    @property
    def threshold_points(self) -> int:
        """The threshold in points, at least one."""
        return max(1, self.threshold * FULL_POINTS // 100)
