"""Whoever reads English reads places in Latin letters, whether the place is known or only typed."""

import pytest

from tests.support.realtors import realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def test_an_english_card_has_no_cyrillic_place(world: World) -> None:
    ann = await realtor(world, "Ann", language_code="en")
    await ann.writes("Selling a 2-room flat, 54 m², Khimki, 18.5m, 50/50")
    for button, typed, shown in (
        ("District", "Подрезково-Южное", "Podrezkovo-Yuzhnoye"),
        ("City", "Верхние Ёлки", "Verkhnie Yolki"),
        ("District", "Басманный двор", "Basmanny dvor"),
    ):
        await ann.taps("✏️ Correct")
        await ann.taps(button)
        await ann.writes(typed)
        keep = [label for row in ann.person.screen.buttons for label in row if label.startswith("Keep")]
        if keep:
            await ann.taps(keep[0])
        ann.sees(shown)
        assert typed not in ann.screen
    await ann.taps("✅ Save")
    await ann.writes("/properties")
    assert "Басманный" not in ann.screen
    await ann.taps("1. ")
    ann.sees("Verkhnie Yolki, Khimki metro, Basmanny dvor")
