"""Looking through recommendations one card at a time: from a card that is on the screen, nothing repeats or is skipped.

A card's place is its points and its id, so what others add or archive meanwhile moves the numbers, never the order.
"""

from collections.abc import Awaitable, Callable
from typing import Protocol

from domain.matching.recommendations.found import Ahead, FeedCursor, FoundPage
from domain.matching.recommendations.recommendation import COUNTED, Step


class Find(Protocol):
    """Finds from the cursor or offset on."""

    async def __call__(self, *, after: FeedCursor | None, offset: int, limit: int) -> list[FoundPage]:
        """The best first."""


async def look(
    find: Find, ahead: Callable[[FeedCursor], Awaitable[Ahead]], *, at: FeedCursor | None, step: Step, offset: int
) -> tuple[FoundPage | None, int, bool]:
    """The card to show, how many come before it, and whether one follows; `at` is the card on the screen."""
    if at is None:
        found = await find(after=None, offset=offset, limit=2)
        return (found[0] if found else None), offset, len(found) > 1
    if step is Step.PREVIOUS:
        before = await ahead(at)
        if before.nearest is not None:
            follows = await find(after=before.nearest.cursor, offset=0, limit=1)
            return before.nearest, max(0, before.count - 1), bool(follows)
    just_before = FeedCursor(at.points, at.uses_budget, at.id + 1)
    found = await find(after=at if step is Step.NEXT else just_before, offset=0, limit=2)
    if not found:
        return None, (await ahead(at)).count, False
    return found[0], min(COUNTED, (await ahead(found[0].cursor)).count), len(found) > 1
