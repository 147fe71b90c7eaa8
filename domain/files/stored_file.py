"""A stored file is something a person has sent, kept by us under a random name."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NewType, Protocol

from domain.people.person import PersonId

FileId = NewType("FileId", int)


@dataclass(eq=False, kw_only=True)
class StoredFile:
    """What is known of a file; the bytes are in the file store under `name`."""

    owner_id: PersonId
    name: str
    content_type: str
    size: int
    sha256: str
    created_at: dt.datetime
    id: FileId = field(default=FileId(0))
    telegram_file_id: str | None = None
    """By which Telegram sends it again without an upload; lost when the bot's token changes."""


class Files(Protocol):
    """Rows about files."""

    def add(self, file: StoredFile) -> None:
        """Keep a new one; the id is there after `flush`."""

    async def get(self, file_id: FileId) -> StoredFile:
        """The file, or `NotFound`."""

    async def many(self, file_ids: tuple[FileId, ...]) -> list[StoredFile]:
        """The files that exist, in the order asked for."""

    async def owned_by(self, owner: PersonId) -> list[StoredFile]:
        """Everything the person has sent, the oldest first."""

    async def forget(self, file: StoredFile) -> None:
        """Remove the row; the bytes are swept away later."""

    async def same(self, owner: PersonId, sha256: str) -> StoredFile | None:
        """The owner's file with exactly these bytes, if there is one."""


class FileStore(Protocol):
    """The bytes."""

    async def keep_photo(self, raw: bytes) -> tuple[str, int, str]:
        """Check and re-encode an image without its metadata; returns name, size and sha256; refuses what is not one."""

    async def read(self, name: str) -> bytes:
        """The bytes of a kept file."""
