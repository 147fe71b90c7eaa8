"""Repositories of meters and tariffs: `work.metering`."""

from typing import Protocol

from domain.metering.repository import Meters, Tariffs


class MeteringRepositories(Protocol):
    """What `work.metering` has."""

    @property
    def meters(self) -> Meters:
        """Meters and what they showed."""

    @property
    def tariffs(self) -> Tariffs:
        """What utilities cost."""
