"""What an operator can set about matching: how criteria weigh, what fits, what counts as a price change."""

from dataclasses import dataclass, field
from decimal import Decimal

from domain.matching.recommendations.score_rules import ScoreRules
from domain.money import Rates


@dataclass(frozen=True, slots=True)
class MatchRules:
    """The settings of matching; the defaults are the product's."""

    score: ScoreRules = field(default_factory=ScoreRules)
    rates: Rates = field(default_factory=lambda: Rates("RUB", {}))
    price_noise: Decimal = Decimal(1)
    """Percent; a smaller price change opens what it newly fits, but nobody is told."""
    most_told_of_price: int = 100
    """How many leads (the best first) one price change is told about."""
