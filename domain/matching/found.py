"""What a search for fitting leads or properties gives, and how it is continued without repeating anything."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """The last one seen: what follows has fewer points, or as many and a smaller id."""

    points: int
    """0 to 10000; see `domain.matching.score`."""
    id: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes before a cursor: how many, and the nearest of them."""

    count: int
    nearest: "Found | None"


@dataclass(frozen=True, slots=True)
class Found:
    """A lead's or a property's id, and how well it fits."""

    id: int
    points: int

    @property
    def cursor(self) -> Cursor:
        """From which to go on."""
        return Cursor(self.points, self.id)
