"""Repositories of leads, properties and deals: `work.matching`."""

from typing import Protocol

from domain.matching.repository import Leads, Matches, Properties


class MatchingRepositories(Protocol):
    """What `work.matching` has."""

    @property
    def leads(self) -> Leads:
        """Leads."""

    @property
    def properties(self) -> Properties:
        """Properties."""

    @property
    def matches(self) -> Matches:
        """What fits, reactions, matches and offers."""
