"""Documents between Telegram and our own folder: looked at, kept sealed, sent again by Telegram's id where it is known.

`document` is what somebody has sent, its bytes fetched when asked for; `documents` keeps and sends.
"""

from collections.abc import Callable, Sequence

from aiogram import Bot
from aiogram.types import BufferedInputFile, Document, Message

from domain.files.keep_document import file_name, keep_document
from domain.files.keep_photo import remember_telegram_id
from domain.files.show_file import stored_file
from domain.files.stored_file import FileId, FileKind, FileStore, FileToSend
from domain.people.person import Person
from domain.refusal import Refusal
from domain.work import Work

MOST_AT_ONCE = 10
"""Files of one album, as Telegram has it."""

MEGABYTE = 1 << 20
MOST_FETCHED = 20 * MEGABYTE
"""What Telegram lets a bot download."""


class SentDocument:
    """A document in the chat; handlers ask for it as `document`, which is None where the message has none."""

    def __init__(self, bot: Bot, document: Document) -> None:
        self._bot = bot
        self._document = document

    @property
    def name(self) -> str:
        """What its sender calls it; people send files without a name, too."""
        return self._document.file_name or ""

    @property
    def telegram_file_id(self) -> str:
        """By which Telegram sends it again without an upload."""
        return self._document.file_id

    def is_called(self, *endings: str) -> bool:
        """Whether the name ends in one of these (".xlsx")."""
        return self.name.lower().endswith(endings)

    def must_fit(self, most: int) -> None:
        """A `Refusal` for a document of more than so many bytes, before anything is downloaded."""
        if (self._document.file_size or 0) > most:
            raise too_large(most)

    async def bytes(self, most: int = MOST_FETCHED) -> bytes:
        """The bytes; a `Refusal` before anything is downloaded if there are more than `most` of them."""
        most = min(most, MOST_FETCHED)
        self.must_fit(most)
        buffer = await self._bot.download(self._document.file_id)
        content = buffer.read() if buffer else b""
        if len(content) > most:
            raise too_large(most)
        return content


class Documents:
    """Fetches, keeps and sends documents, and photos sent in their place."""

    def __init__(self, bot: Bot, store: FileStore, new_work: Callable[[], Work]) -> None:
        self._bot = bot
        self._store = store
        self._new_work = new_work

    async def keep(self, work: Work, me: Person, messages: Sequence[Message]) -> tuple[FileId, ...]:
        """Download and keep the documents and photos of these messages sealed, in order; refuses programs."""
        kept: list[FileId] = []
        for message in messages[:MOST_AT_ONCE]:
            if message.document is not None:
                sent = SentDocument(self._bot, message.document)
                sealed = await self._store.keep_document(await sent.bytes(), file_name(sent.name))
                kept.append(FileId(await keep_document(work, me, sealed, sent.telegram_file_id)))
            elif message.photo:
                photo = message.photo[-1]
                buffer = await self._bot.download(photo.file_id)
                sealed = await self._store.keep_picture(buffer.read() if buffer else b"")
                kept.append(FileId(await keep_document(work, me, sealed, photo.file_id)))
        return tuple(kept)

    async def seal_photos(self, work: Work, me: Person, photos: Sequence[FileId]) -> tuple[FileId, ...]:
        """Photos of mine that are papers after all, kept sealed."""
        kept: list[FileId] = []
        for photo in photos:
            one = await self.find(photo)
            sealed = await self._store.keep_picture(await self._store.read(one.file.name, one.key))
            kept.append(FileId(await keep_document(work, me, sealed, one.file.telegram_file_id)))
        return tuple(kept)

    async def content(self, file: FileId) -> tuple[str, bytes]:
        """What a kept file is called, and its bytes; `NotFound` once it is erased."""
        one = await self.find(file)
        return one.called or "", await self._store.read(one.file.name, one.key)

    async def find(self, file: FileId) -> FileToSend:
        """What is needed to send it, or `NotFound`; whether its reader may have it was checked before."""
        return await stored_file(self._new_work(), file)

    async def upload(self, one: FileToSend) -> BufferedInputFile:
        """Its bytes, under the name its sender knows it by."""
        content = await self._store.read(one.file.name, one.key)
        return BufferedInputFile(content, filename=one.called or "photo.jpg")

    async def remember(self, one: FileToSend, sent: Message) -> None:
        """Keep Telegram's id of what has just been sent."""
        photo = sent.photo[-1] if sent.photo else None
        found = sent.document if one.file.kind is FileKind.DOCUMENT else photo
        if found is not None and found.file_id != one.file.telegram_file_id:
            await remember_telegram_id(self._new_work(), one.file.id, found.file_id)


def too_large(most: int) -> Refusal:
    """How a file that is too large is refused."""
    return Refusal("This file is too large: up to {most} MB fit here.", most=most // MEGABYTE)
