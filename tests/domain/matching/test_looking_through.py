"""Going through recommendations card by card neither repeats nor skips anything, whatever others do meanwhile."""

import random

from domain.matching.recommendations.found import Ahead, FeedCursor, FoundPage
from domain.matching.recommendations.looking_through import look
from domain.matching.recommendations.recommendation import Step


class Shelf:
    """Recommendations in their order."""

    def __init__(self, *rows: tuple[int, bool, int]) -> None:
        self.rows = {FeedCursor(*row) for row in rows}

    @property
    def ranked(self) -> list[FeedCursor]:
        return sorted(self.rows, reverse=True)

    async def find(self, *, after: FeedCursor | None, offset: int, limit: int) -> list[FoundPage]:
        rows = [row for row in self.ranked if after is None or row < after][offset:]
        return [FoundPage(row.id, row.points, row.uses_budget) for row in rows[:limit]]

    async def ahead(self, cursor: FeedCursor) -> Ahead:
        before = [row for row in self.ranked if row > cursor]
        return Ahead(
            len(before), FoundPage(before[-1].id, before[-1].points, before[-1].uses_budget) if before else None
        )

    async def step(self, at: FeedCursor | None, step: Step) -> tuple[FeedCursor | None, int, bool]:
        found, place, has_next = await look(self.find, self.ahead, at=at, step=step, offset=0)
        return (found.cursor if found else None), place, has_next


async def test_there_and_back_shows_the_same_cards() -> None:
    shelf = Shelf((9000, False, 1), (9000, False, 2), (8000, False, 3))
    first, place, has_next = await shelf.step(None, Step.HERE)
    assert (first, place, has_next) == (FeedCursor(9000, False, 2), 0, True)
    second, place, has_next = await shelf.step(first, Step.NEXT)
    assert (second, place, has_next) == (FeedCursor(9000, False, 1), 1, True)
    third, place, has_next = await shelf.step(second, Step.NEXT)
    assert (third, place, has_next) == (FeedCursor(8000, False, 3), 2, False)
    assert await shelf.step(third, Step.NEXT) == (None, 2, False)
    assert await shelf.step(third, Step.PREVIOUS) == (second, 1, True)


async def test_a_hidden_card_gives_way_to_the_next_one() -> None:
    shelf = Shelf((9000, False, 1), (7000, False, 3))
    assert await shelf.step(FeedCursor(8000, False, 2), Step.HERE) == (FeedCursor(7000, False, 3), 1, False)
    assert await shelf.step(FeedCursor(8000, False, 2), Step.PREVIOUS) == (FeedCursor(9000, False, 1), 0, True)


async def test_going_on_while_others_add_and_archive_shows_each_card_once() -> None:
    for seed in range(50):
        chance = random.Random(seed)  # noqa: S311
        shelf = Shelf(*((chance.randint(60, 99) * 100, chance.random() < 0.5, number) for number in range(1, 12)))
        from_the_start = set(shelf.ranked)
        seen: list[FeedCursor] = []
        at, _, _ = await shelf.step(None, Step.HERE)
        for number in range(100, 200):
            if at is None:
                break
            seen.append(at)
            shelf.rows.add(FeedCursor(chance.randint(60, 99) * 100, chance.random() < 0.5, number))
            if chance.random() < 0.2:
                gone = chance.choice(sorted(shelf.rows))
                shelf.rows.discard(gone)
                from_the_start.discard(gone)
            at, _, _ = await shelf.step(at, Step.NEXT)
        assert len(seen) == len(set(seen))
        assert from_the_start <= set(seen)
