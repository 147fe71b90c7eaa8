"""A name typed with a slip of the finger is still offered, never silently taken."""

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

CLOSE_ENOUGH = 84
"""Similarity, 0 to 100, from which a name is worth offering: one slip in six letters passes, two do not."""


def nearest(said: str, names: Mapping[str, object] | Iterable[str], limit: int = 5) -> list[tuple[str, float]]:
    """The names most like `said`, best first, each with its similarity from 0 to 100."""
    choices = list(names)
    found = process.extract(said, choices, scorer=fuzz.ratio, limit=limit, score_cutoff=CLOSE_ENOUGH)
    return [(name, score) for name, score, _ in found]
