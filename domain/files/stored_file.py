"""A stored file is something a person has sent, kept by us under a random name.

Photos of cards are for everybody who sees the card. Documents, and pictures sent in their place (a receipt, a page of
a contract), are sealed with a key of their own, which the sender's vault keeps together with what the file is called.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType, Protocol

from domain.people.person import PersonId

FileId = NewType("FileId", int)


class FileKind(StrEnum):
    """How a file is shown and kept."""

    PHOTO = "photo"
    """A photo of a card."""
    PICTURE = "picture"
    """A photo sent in place of a document: shown as a photo, sealed like a document."""
    DOCUMENT = "document"

    @property
    def is_sealed(self) -> bool:
        """Whether its bytes open only with the key in the vault."""
        return self is not FileKind.PHOTO


def secrets_of(file_id: FileId) -> str:
    """Under what the sender's vault keeps the key and the name of a sealed file ("key", "called")."""
    return f"file:{file_id}"


@dataclass(eq=False, kw_only=True)
class StoredFile:
    """What is known of a file; the bytes are in the file store under `name`."""

    owner_id: PersonId
    name: str
    content_type: str
    size: int
    sha256: str
    """Of a sealed file keyed, so that nobody can tell from it that two people have the same one."""
    created_at: dt.datetime
    kind: FileKind = FileKind.PHOTO
    id: FileId = field(default=FileId(0))
    telegram_file_id: str | None = None
    """By which Telegram sends it again without an upload; lost when the bot's token changes."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What the store says of a file that it has just sealed."""

    kind: FileKind
    name: str
    content_type: str
    size: int
    sha256: str
    key: str
    called: str | None = None
    """The name that its sender knows it by; a picture has none."""


@dataclass(frozen=True, slots=True)
class FileToSend:
    """A file on its way to somebody, with the key and the name from the vault if it is sealed."""

    file: StoredFile
    key: str | None = None
    called: str | None = None


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

    async def keep_picture(self, raw: bytes) -> Sealed:
        """The same for a photo sent in place of a document, which is sealed."""

    async def keep_document(self, raw: bytes, called: str) -> Sealed:
        """Check a document and seal it under a new key; refuses programs and what is not what its name says."""

    async def read(self, name: str, key: str | None = None) -> bytes:
        """The bytes of a kept file; a sealed one opens with its key."""
