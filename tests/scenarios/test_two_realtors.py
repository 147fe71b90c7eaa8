"""Two realtors who know nothing about us: from /start to a completed deal, in both languages, on both databases."""

import pytest

from sandbox.remote import RemoteTelegram, in_process
from tests.support.story import ENGLISH, RUSSIAN, Words, cast_in, nothing_twice, story
from tests.support.world import World


@pytest.mark.parametrize("words", [RUSSIAN, ENGLISH], ids=["in Russian", "in English"])
async def test_two_realtors_find_each_other_agree_and_complete(world: World, words: Words) -> None:
    cast = await cast_in(RemoteTelegram(in_process(world.telegram)), words)
    for step in story(words):
        await step.act(cast)
        await world.settle()
        # a chat takes three messages at once and then one a second
        await world.later(seconds=10)
        try:
            await step.expect(cast)
        except AssertionError as error:
            raise AssertionError(f"after “{step.name}”: {error}") from error
    await nothing_twice(cast, words)
