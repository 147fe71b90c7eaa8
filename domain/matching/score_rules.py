"""How much each criterion weighs in the score, how soft its edge is, and what score is recommended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

FULL_POINTS = 10_000
"""What a pair has that fits in everything; a score of 100."""


class Criterion(StrEnum):
    """What a lead can ask for besides its city and deal, which always have to fit; the heaviest first."""

    PRICE = "price"
    DISTRICT = "district"
    ROOMS = "rooms"
    AREA = "area"
    METRO = "metro"
    TYPE = "type"
    CLASS = "class"
    CONDITION = "condition"


DEFAULT_WEIGHTS = MappingProxyType(
    {
        Criterion.PRICE: 30,
        Criterion.DISTRICT: 20,
        Criterion.ROOMS: 15,
        Criterion.AREA: 10,
        Criterion.METRO: 10,
        Criterion.TYPE: 8,
        Criterion.CLASS: 4,
        Criterion.CONDITION: 3,
    }
)


@dataclass(frozen=True)
class ScoreRules:
    """Weights (in any proportion), the soft edge and the threshold."""

    weights: Mapping[Criterion, int] = field(default_factory=lambda: DEFAULT_WEIGHTS)
    edge: int = 10
    """Percent outside the wanted price or area at which the criterion's points have gone down to nothing."""
    threshold: int = 60
    """The lowest score, 0 to 100, that is recommended."""

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
        """The threshold in points."""
        return self.threshold * FULL_POINTS // 100
