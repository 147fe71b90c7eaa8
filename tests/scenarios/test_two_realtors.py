"""Two realtors who know nothing about us: from /start to a completed deal, in both languages, on both databases."""

import pytest

from tests.support.story import ENGLISH, RUSSIAN, Words, played
from tests.support.world import World


@pytest.mark.parametrize("words", [RUSSIAN, ENGLISH], ids=["in Russian", "in English"])
async def test_two_realtors_find_each_other_agree_and_complete(world: World, words: Words) -> None:
    await played(world, words)
