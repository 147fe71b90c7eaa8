"""Texts that a realtor has sent and that wait until it is said what they are, or until the one before is done with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.context import FSMContext

from bot.marks import new_mark
from bot.screen import Button
from bot.speech import Speech
from domain.files.stored_file import FileId
from handlers.realtor.presses import NextText

MOST_WAITING = 10
"""More than anybody forwards at once; the oldest gives way, and still stands in the chat."""


@dataclass(frozen=True, slots=True)
class WaitingText:
    """A text with the photos that came with it."""

    id: str
    text: str
    photos: tuple[FileId, ...] = ()


async def put_aside(state: FSMContext, text: str, photos: Sequence[FileId]) -> WaitingText:
    """Keep a text with the conversation."""
    kept = WaitingText(new_mark(), text, tuple(photos))
    data = await state.get_data()
    others = list(data.get("texts", []))[-(MOST_WAITING - 1) :]
    entry = {"id": kept.id, "text": text, "photos": list(photos)}
    await state.set_data({**data, "texts": [*others, entry]})
    return kept


async def waiting(state: FSMContext) -> list[WaitingText]:
    """All of them, the oldest first."""
    return [_read(entry) for entry in (await state.get_data()).get("texts", [])]


async def take_up(state: FSMContext, text_id: str) -> WaitingText | None:
    """The text, which waits no more; None if it has been dealt with already."""
    data = await state.get_data()
    entries = data.get("texts", [])
    found = next((entry for entry in entries if entry["id"] == text_id), None)
    if found is None:
        return None
    await state.set_data({**data, "texts": [entry for entry in entries if entry["id"] != text_id]})
    return _read(found)


async def next_text(t: Speech, state: FSMContext) -> list[Button]:
    """The button that goes on with what waits, if anything does."""
    count = len(await waiting(state))
    return [Button(t("📥 Texts waiting: {count}", count=count), NextText())] if count else []


def _read(entry: dict[str, Any]) -> WaitingText:
    return WaitingText(entry["id"], entry["text"], tuple(FileId(one) for one in entry["photos"]))
