"""Says why a property fits a lead and what does not: “7 % over the budget”, “condition is not stated”."""

from collections.abc import Mapping
from typing import Any

from domain.matching.recommendations.fit import Fit, FitVerdict, Outcome
from domain.matching.recommendations.score_rules import Criterion

Phrase = tuple[str, Mapping[str, Any]]
"""A gettext message and its facts: whole percents; wanted and offered are names, terms or numbers."""

MET: dict[Criterion, str] = {
    Criterion.PRICE: "price within the budget",
    Criterion.DISTRICT: "district",
    Criterion.ROOMS: "rooms",
    Criterion.AREA: "area",
    Criterion.METRO: "metro",
    Criterion.TYPE: "type",
    Criterion.CLASS: "class",
    Criterion.CONDITION: "condition",
}
UNSAID: dict[Criterion, str] = {
    Criterion.PRICE: "price: there is no exchange rate to compare with the budget",
    Criterion.DISTRICT: "district is not stated",
    Criterion.METRO: "metro is not stated",
    Criterion.CLASS: "class is not stated",
    Criterion.CONDITION: "condition is not stated",
}
UNMET: dict[Criterion, str] = {
    Criterion.DISTRICT: "district: wanted {wanted}, here {offered}",
    Criterion.ROOMS: "rooms: wanted {wanted}, here {offered}",
    Criterion.METRO: "metro: wanted {wanted}, here {offered}",
    Criterion.TYPE: "type: wanted {wanted}, here {offered}",
    Criterion.CLASS: "class: wanted {wanted}, here {offered}",
    Criterion.CONDITION: "condition: wanted {wanted}, here {offered}",
}
OVER = {
    Criterion.PRICE: "price: {over}% over the budget",
    Criterion.AREA: "area: {over}% more than wanted",
}
UNDER = {
    Criterion.PRICE: "price: {under}% less than wanted",
    Criterion.AREA: "area: {under}% less than wanted",
}


def explain(fit: Fit) -> tuple[list[Phrase], list[Phrase]]:
    """Reasons and misses, the weightiest first; what the lead does not state is in neither."""
    reasons = [_met(one) for one in fit.outcomes if one.verdict is FitVerdict.FULL]
    misses = [_unmet(one) for one in fit.outcomes if one.verdict is not FitVerdict.FULL]
    return reasons, misses


def _met(outcome: Outcome) -> Phrase:
    if outcome.criterion is Criterion.PRICE and outcome.facts.get("spare"):
        return "price: {spare}% below the budget", outcome.facts
    return MET[outcome.criterion], outcome.facts


def _unmet(outcome: Outcome) -> Phrase:
    if outcome.verdict is FitVerdict.UNKNOWN:
        return UNSAID[outcome.criterion], outcome.facts
    if "over" in outcome.facts:
        return OVER[outcome.criterion], outcome.facts
    if "under" in outcome.facts:
        return UNDER[outcome.criterion], outcome.facts
    return UNMET[outcome.criterion], outcome.facts
