"""Every screen fits Telegram and a phone in both languages, whatever things are called.

Each kind of button is pressed and answered. Names are as long as any that is kept, with emoji and signs of markup in
them; in English nothing is left in Russian.
"""

import logging
import re
from collections.abc import Callable, Iterator

import pytest
from aiogram.types import InlineKeyboardMarkup

from bot.localization import LANGUAGES
from bot.screen import MOST_CAPTION, MOST_TEXT, Screen, shown_length
from domain.people.person import Role
from tests.handlers.test_no_two_buttons_alike import ROLES, presses, twins_in
from tests.support.world import World

pytestmark = pytest.mark.one_database

MOST_DATA = 64
"""Bytes behind a button."""
MOST_OF_ROW = {1: 36, 2: 23, 3: 16, 4: 11}
"""Characters of a button that a phone shows, by how many stand in its row."""
MOST_OF_MANY = 6
"""The same where there are more, as in the picture of a month."""
SURROUNDED = {"ru": "🏡 «Очень» <b>длинное</b> & важное ", "en": "🏡 “Very” <b>long</b> & important "}
MOST_NAME = 100
"""Characters of the longest name that is kept."""
CYRILLIC = re.compile(r"[а-яё]+", re.IGNORECASE)
LANGUAGE = "🌐"
"""Languages are called as those who speak them call them."""


def long_in(language: str) -> Callable[[str], str]:
    """A name with whatever may be in one, and as long as any."""
    return lambda name: (f"{name} " if language == "ru" else "") + (SURROUNDED[language] * 5)[: MOST_NAME - 20]


def faults(screen: Screen, drawn: InlineKeyboardMarkup | None, language: str) -> Iterator[str]:
    """What of a screen does not fit."""
    most = MOST_TEXT if screen.photo is None and screen.document is None else MOST_CAPTION
    if shown_length(screen.text) > most:
        yield f"cut from {shown_length(screen.text)}"
    rows = drawn.inline_keyboard if drawn is not None else []
    for row in rows:
        for one in row:
            if len(one.text) > MOST_OF_ROW.get(len(row), MOST_OF_MANY):
                yield f"{len(row)} in a row: {one.text}"
            if len((one.callback_data or "").encode()) > MOST_DATA:
                yield f"too much data: {one.callback_data}"
    labels = [one.text for row in rows for one in row]
    if language == "en" and not any(one.startswith(LANGUAGE) for one in labels):
        yield from (f"in Russian: {said}" for one in (screen.text, *labels) for said in CYRILLIC.findall(one))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_fits(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, language: str
) -> None:
    wrong: dict[str, str] = {}
    texts: set[str] = set()
    keyboard = Screen.keyboard

    def checked(screen: Screen) -> InlineKeyboardMarkup | None:
        made = keyboard(screen)
        texts.add(screen.text)
        wrong.update((fault, screen.text) for fault in faults(screen, made, language))
        return made

    twins = await twins_in(world, long_in(language), language)
    monkeypatch.setattr(Screen, "keyboard", checked)
    with caplog.at_level(logging.WARNING):
        for package, role in ROLES.items():
            who = {Role.TENANT: twins.tenant, Role.REALTOR: twins.realtors[0]}.get(role, twins.manager)
            await who.prefers(active_role=role)
            await world.does(who.person.writes, "/menu")
            for data in presses(package):
                who.person.taps_data(data, who.person.screen)
            while await world.fetch():
                await world.handle()
            assert [one.data for one in who.person.spinning] == []
    assert [record.getMessage() for record in caplog.records] == []
    assert await world.product.inbox.quarantined() == 0
    assert wrong == {}, "\n\n".join(f"=== {what}\n{text}" for what, text in wrong.items())
    assert len(texts) > 100, len(texts)
