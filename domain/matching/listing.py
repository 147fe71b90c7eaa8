"""A realtor's lists of leads, properties and matches come in pages, sorted and searched as asked."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Sort(StrEnum):
    """In which order a list comes; ties go to the newest."""

    NEWEST = "NEWEST"
    OLDEST = "OLDEST"
    PRICE_UP = "PRICE_UP"
    PRICE_DOWN = "PRICE_DOWN"
    MATCHES = "MATCHES"
    """Most matches first."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of the items, where they begin, and how many there are in all."""

    items: tuple[T, ...]
    offset: int
    total: int


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """A lead or a property in its owner's list."""

    item: T
    matches: int
    """Matches that were not rejected."""
