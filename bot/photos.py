"""Photos between Telegram and our own folder: downloaded once, sent again by Telegram's id where it is known."""

import hashlib
from collections.abc import Callable, Sequence

from aiogram import Bot
from aiogram.types import BufferedInputFile, Message, PhotoSize

from domain.files.keep_photo import keep_photo, remember_telegram_id
from domain.files.show_photo import stored_photo
from domain.files.stored_file import FileId, FileStore, StoredFile
from domain.people.person import Person
from domain.work import Work

MOST_IN_ALBUM = 10


class Photos:
    """Fetches, keeps and sends photos."""

    def __init__(self, bot: Bot, store: FileStore, new_work: Callable[[], Work]) -> None:
        self._bot = bot
        self._store = store
        self._new_work = new_work
        self._seen: dict[int, StoredFile] = {}

    async def keep(self, work: Work, me: Person, messages: Sequence[Message]) -> tuple[FileId, ...]:
        """Download and keep the photos of these messages, in order; refuses what is not a picture."""
        kept: list[FileId] = []
        for message in messages[:MOST_IN_ALBUM]:
            size = _largest(message)
            if size is None:
                continue
            buffer = await self._bot.download(size.file_id)
            raw = buffer.read() if buffer else b""
            name, length, sha256 = await self._store.keep_photo(raw)
            kept.append(FileId(await keep_photo(work, me, name, length, sha256)))
        return tuple(kept)

    async def to_send(self, photo: FileId | bytes) -> str | BufferedInputFile:
        """Telegram's id of the photo, or its bytes where Telegram does not know it yet."""
        if isinstance(photo, bytes):
            return BufferedInputFile(photo, filename=f"{hashlib.sha256(photo).hexdigest()[:12]}.png")
        stored = await stored_photo(self._new_work(), photo)
        self._seen[photo] = stored
        if stored.telegram_file_id is not None:
            return stored.telegram_file_id
        return BufferedInputFile(await self._store.read(stored.name), filename="photo.jpg")

    async def remember(self, photo: FileId | bytes, sent: Message) -> None:
        """Keep Telegram's id of a photo that has just been uploaded."""
        stored = None if isinstance(photo, bytes) else self._seen.pop(photo, None)
        if stored is None or stored.telegram_file_id is not None or not sent.photo:
            return
        await remember_telegram_id(self._new_work(), stored.id, sent.photo[-1].file_id)


def _largest(message: Message) -> PhotoSize | None:
    return message.photo[-1] if message.photo else None
