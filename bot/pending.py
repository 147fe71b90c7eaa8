"""What somebody has sent and what waits: until it is said what it is, until what is before it is done with, or until
they have the role that uses it. It waits with the conversation, so a restart changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.context import FSMContext

from bot.callbacks import OpenNextPending
from bot.localization import Localizer
from bot.nonces import new_nonce
from bot.screen import Button
from domain.files.stored_file import FileId
from domain.refusal import Refusal

MOST_WAITING = 30
"""More than anybody forwards at once; what comes then is refused, so that nothing is dropped without a word."""


@dataclass(frozen=True, slots=True)
class PendingMessage:
    """A text with the photos or papers that came with it, and what kind of message it is."""

    id: str
    text: str
    photos: tuple[FileId, ...] = ()
    sealed: bool = False
    """Whether what came with it is kept as papers are: a receipt is nobody else's business."""
    kind: str = "listing"
    """A name of `bot.message_kinds.MessageKind`."""
    number: int = 1
    """Which one of its message, from 1."""
    total: int = 1
    """How many there were in its message."""
    group: str = ""
    """The same for all of one message."""
    whole: str = ""
    """The message, with the last one of several."""


async def keep_pending(
    state: FSMContext,
    texts: Sequence[str],
    photos: Sequence[FileId],
    kind: str = "listing",
    whole: str = "",
    *,
    sealed: bool = False,
) -> list[PendingMessage]:
    """Keep the texts of a message with the conversation, the photos with the first; refused when too much waits."""
    data = await state.get_data()
    others = list(data.get("texts", []))
    if len(others) + len(texts) > MOST_WAITING:
        raise Refusal(
            "{count} messages wait already. Deal with some of them first: they are in the menu.", count=len(others)
        )
    total, group = len(texts), new_nonce() if len(texts) > 1 else ""
    kept = [
        PendingMessage(
            id=new_nonce(),
            text=text,
            photos=tuple(photos) if at == 1 else (),
            sealed=sealed,
            kind=kind,
            number=at,
            total=total,
            group=group,
            whole=whole if 1 < at == total else "",
        )
        for at, text in enumerate(texts, 1)
    ]
    await state.set_data({**data, "texts": [*others, *(_entry(one) for one in kept)]})
    return kept


async def pending_messages(state: FSMContext) -> list[PendingMessage]:
    """All of them, the oldest first."""
    return [_read(entry) for entry in (await state.get_data()).get("texts", [])]


async def drop_pending(state: FSMContext, *ids: str) -> None:
    """These wait no more."""
    data = await state.get_data()
    await state.set_data({**data, "texts": [one for one in data.get("texts", []) if one["id"] not in ids]})


async def find_pending(state: FSMContext, text_id: str) -> PendingMessage | None:
    """The one with this id; None if it has been dealt with already."""
    return next((one for one in await pending_messages(state) if one.id == text_id), None)


async def next_pending_button(t: Localizer, state: FSMContext) -> list[Button]:
    """The button that goes on with what waits, if anything does."""
    texts = await pending_messages(state)
    if not texts:
        return []
    first = texts[0]
    if first.total > 1 and first.number > 1:
        return [Button(t("➡️ Next: {number} of {total}", number=first.number, total=first.total), OpenNextPending())]
    return [Button(t("📥 Texts waiting: {count}", count=len(texts)), OpenNextPending())]


def _entry(one: PendingMessage) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": one.id, "text": one.text, "photos": list(one.photos), "kind": one.kind}
    if one.sealed:
        entry["sealed"] = True
    return (
        entry
        if one.total == 1
        else {**entry, "number": one.number, "total": one.total, "group": one.group, "whole": one.whole}
    )


def _read(entry: dict[str, Any]) -> PendingMessage:
    photos = tuple(FileId(one) for one in entry["photos"])
    return PendingMessage(**{**entry, "photos": photos})
