"""Photos between Telegram and our own folder: downloaded once, sent again by Telegram's id where it is known.

A picture that was just drawn (bytes) has no row of its own: Telegram's id of it is remembered only while we run.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence

from aiogram import Bot
from aiogram.types import BufferedInputFile, Message

from bot.files.documents import MOST_FETCHED, too_large
from bot.telegram.message_content import picture_in
from domain.files.keep_photo import keep_photo, remember_telegram_id
from domain.files.show_file import stored_file
from domain.files.stored_file import FileId, FileStore, StoredFile
from domain.people.person import Person
from domain.work import Work

MOST_IN_ALBUM = 10
MOST_KNOWN = 2000
"""Drawn pictures whose ids at Telegram are remembered; an entry takes some three hundred bytes."""


class DrawnPictures:
    """Telegram's ids of pictures drawn and sent lately, by what is in them."""

    def __init__(self) -> None:
        self._ids: OrderedDict[bytes, str] = OrderedDict()

    def id_of(self, picture: bytes) -> str | None:
        """By what Telegram sends it again without an upload."""
        return self._ids.get(_digest(picture))

    def remember(self, picture: bytes, telegram_id: str) -> None:
        """Keep the id, instead of the one sent longest ago if there are too many."""
        self._ids[_digest(picture)] = telegram_id
        self._ids.move_to_end(_digest(picture))
        if len(self._ids) > MOST_KNOWN:
            self._ids.popitem(last=False)


class Photos:
    """Fetches, keeps and sends photos."""

    def __init__(
        self, bot: Bot, store: FileStore, new_work: Callable[[], Work], drawn: DrawnPictures | None = None
    ) -> None:
        self._drawn = drawn if drawn is not None else DrawnPictures()
        self._bot = bot
        self._store = store
        self._new_work = new_work
        self._seen: dict[int, StoredFile] = {}

    async def keep(self, work: Work, me: Person, messages: Sequence[Message]) -> tuple[FileId, ...]:
        """Download and keep the pictures of these messages, photos or files, in order; refuses what is no picture."""
        kept: list[FileId] = []
        for message in messages[:MOST_IN_ALBUM]:
            picture = picture_in(message)
            if picture is None:
                continue
            if (picture.file_size or 0) > MOST_FETCHED:
                raise too_large(MOST_FETCHED)
            buffer = await self._bot.download(picture.file_id)
            raw = buffer.read() if buffer else b""
            name, length, sha256 = await self._store.keep_photo(raw)
            kept.append(FileId(await keep_photo(work, me, name, length, sha256)))
        return tuple(kept)

    async def open_papers(self, work: Work, me: Person, papers: Sequence[FileId]) -> tuple[FileId, ...]:
        """Sealed pictures of mine that are photos of a card after all, kept as such; refuses what is no picture."""
        kept: list[FileId] = []
        for paper in papers:
            one = await stored_file(self._new_work(), paper)
            name, length, sha256 = await self._store.keep_photo(await self._store.read(one.file.name, one.key))
            kept.append(FileId(await keep_photo(work, me, name, length, sha256)))
        return tuple(kept)

    async def to_send(self, photo: FileId | bytes, *, upload: bool = False) -> str | BufferedInputFile:
        """Telegram's id of the photo; its bytes where Telegram does not know it, or to `upload` it anyway."""
        if isinstance(photo, bytes):
            known = None if upload else self._drawn.id_of(photo)
            return known or BufferedInputFile(photo, filename=f"{_digest(photo).hex()[:12]}.png")
        one = await stored_file(self._new_work(), photo)
        self._seen[photo] = one.file
        if one.file.telegram_file_id is not None and not upload:
            return one.file.telegram_file_id
        return BufferedInputFile(await self._store.read(one.file.name, one.key), filename="photo.jpg")

    async def remember(self, photo: FileId | bytes, sent: Message) -> None:
        """Keep Telegram's id of a photo that has just been sent."""
        if not sent.photo:
            return
        telegram_id = sent.photo[-1].file_id
        if isinstance(photo, bytes):
            self._drawn.remember(photo, telegram_id)
            return
        stored = self._seen.pop(photo, None)
        if stored is not None and stored.telegram_file_id != telegram_id:
            await remember_telegram_id(self._new_work(), stored.id, telegram_id)


def _digest(picture: bytes) -> bytes:
    return hashlib.sha256(picture).digest()
