"""When something of ours breaks: three tries, one apology with a code, and the admins know."""

import pytest

from sandbox import Person
from tests.support.world import World


async def test_broken_use_case_is_apologised_for_and_can_be_tried_again(
    world: World, irina: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    olga = world.person("Ольга", user_id=777)
    await world.does(olga.start)

    async def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("secret detail")

    with monkeypatch.context() as patch:
        patch.setattr("handlers.common.profile.me.about_me", broken)
        await world.does(irina.writes, "/me")
    assert irina.screen.text.startswith("Что-то сломалось у нас")
    assert "secret detail" not in irina.screen.text
    code = irina.screen.text.rpartition(" ")[2]
    assert code in olga.screen.text
    assert "RuntimeError" in olga.screen.text
    await world.does(olga.writes, "/redrive")
    assert "Повторяется 1 обновление." in olga.screen.text
    assert irina.screen.text.startswith("Ирина Белова")


async def test_telegram_that_is_away_for_a_moment_is_not_noticed(world: World, irina: Person) -> None:
    world.telegram.trouble.server_error("sendMessage")
    await world.does(irina.writes, "/me")
    assert irina.screen.text.startswith("Ирина Белова")
