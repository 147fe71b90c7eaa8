"""Going through recommendations card by card neither repeats nor skips anything, whatever others do meanwhile."""

import random

from domain.matching.found import Ahead, Cursor, Found
from domain.matching.looking_through import look
from domain.matching.recommendation import Step


class Shelf:
    """Recommendations in their order."""

    def __init__(self, *rows: tuple[int, bool, int]) -> None:
        self.rows = {Cursor(*row) for row in rows}

    @property
    def ranked(self) -> list[Cursor]:
        return sorted(self.rows, reverse=True)

    async def find(self, *, after: Cursor | None, offset: int, limit: int) -> list[Found]:
        rows = [row for row in self.ranked if after is None or row < after][offset:]
        return [Found(row.id, row.points, row.uses_budget) for row in rows[:limit]]

    async def ahead(self, cursor: Cursor) -> Ahead:
        before = [row for row in self.ranked if row > cursor]
        return Ahead(len(before), Found(before[-1].id, before[-1].points, before[-1].uses_budget) if before else None)

    async def step(self, at: Cursor | None, step: Step) -> tuple[Cursor | None, int, bool]:
        found, place, has_next = await look(self.find, self.ahead, at=at, step=step, offset=0)
        return (found.cursor if found else None), place, has_next


async def test_there_and_back_shows_the_same_cards() -> None:
    shelf = Shelf((9000, False, 1), (9000, False, 2), (8000, False, 3))
    first, place, has_next = await shelf.step(None, Step.HERE)
    assert (first, place, has_next) == (Cursor(9000, False, 2), 0, True)
    second, place, has_next = await shelf.step(first, Step.NEXT)
    assert (second, place, has_next) == (Cursor(9000, False, 1), 1, True)
    third, place, has_next = await shelf.step(second, Step.NEXT)
    assert (third, place, has_next) == (Cursor(8000, False, 3), 2, False)
    assert await shelf.step(third, Step.NEXT) == (None, 2, False)
    assert await shelf.step(third, Step.PREVIOUS) == (second, 1, True)


async def test_a_hidden_card_gives_way_to_the_next_one() -> None:
    shelf = Shelf((9000, False, 1), (7000, False, 3))
    assert await shelf.step(Cursor(8000, False, 2), Step.HERE) == (Cursor(7000, False, 3), 1, False)
    assert await shelf.step(Cursor(8000, False, 2), Step.PREVIOUS) == (Cursor(9000, False, 1), 0, True)


async def test_going_on_while_others_add_and_archive_shows_each_card_once() -> None:
    for seed in range(50):
        chance = random.Random(seed)  # noqa: S311
        shelf = Shelf(*((chance.randint(60, 99) * 100, chance.random() < 0.5, number) for number in range(1, 12)))
        from_the_start = set(shelf.ranked)
        seen: list[Cursor] = []
        at, _, _ = await shelf.step(None, Step.HERE)
        for number in range(100, 200):
            if at is None:
                break
            seen.append(at)
            shelf.rows.add(Cursor(chance.randint(60, 99) * 100, chance.random() < 0.5, number))
            if chance.random() < 0.2:
                gone = chance.choice(sorted(shelf.rows))
                shelf.rows.discard(gone)
                from_the_start.discard(gone)
            at, _, _ = await shelf.step(at, Step.NEXT)
        assert len(seen) == len(set(seen))
        assert from_the_start <= set(seen)
