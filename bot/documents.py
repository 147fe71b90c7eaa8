"""A document that somebody has sent: what it is called and how large it is; its bytes are fetched when asked for."""

from aiogram import Bot
from aiogram.types import Document

from domain.refusal import Refusal

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
    def content_type(self) -> str:
        """What the sender's app takes it for; nothing to rely on."""
        return self._document.mime_type or ""

    @property
    def telegram_file_id(self) -> str:
        """By which Telegram sends it again without an upload."""
        return self._document.file_id

    def is_called(self, *endings: str) -> bool:
        """Whether the name ends in one of these (".xlsx")."""
        return self.name.lower().endswith(endings)

    async def bytes(self, most: int = MOST_FETCHED) -> bytes:
        """The bytes; a `Refusal` before anything is downloaded if there are more than `most` of them."""
        most = min(most, MOST_FETCHED)
        size = self._document.file_size
        if size is not None and size > most:
            raise too_large(most)
        buffer = await self._bot.download(self._document.file_id)
        content = buffer.read() if buffer else b""
        if len(content) > most:
            raise too_large(most)
        return content


def too_large(most: int) -> Refusal:
    """How a file that is too large is refused."""
    return Refusal("This file is too large: up to {most} MB fit here.", most=most // MEGABYTE)
