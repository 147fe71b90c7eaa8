"""Files: rows about them, and the folder that holds the bytes, those of documents sealed."""

import asyncio
import hashlib
import io
import os
import re
import secrets
import struct
import time
from collections.abc import Collection
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener
from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, select

from domain.files.document_type import document_type
from domain.files.stored_file import FileId, FileKind, Sealed, StoredFile
from domain.people.person import PersonId
from domain.refusal import NotFound, Refusal
from storage.database import mapping, metadata, numbered_by_database
from storage.scope import Scope
from storage.sealing import open_file, seal_file
from storage.types import Choice, RowId, UtcTime

stored_file = Table(
    "stored_file",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("owner_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Choice(FileKind), nullable=False),
    Column("name", String(64), nullable=False, unique=True),
    Column("content_type", String(96), nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("telegram_file_id", String(256)),
    Index("ix_stored_file_same", "owner_id", "sha256"),
)

mapping.map_imperatively(StoredFile, stored_file)

MOST_BYTES = 20 << 20
"""What a bot may download from Telegram."""
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 1920
"""Pixels; more than a phone shows."""
BROKEN = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    struct.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
"""What Pillow raises for a file that is not the picture it says it is."""
READABLE = ("JPEG", "PNG", "WEBP", "HEIF")
"""What a photo may be whatever it is called: phones write HEIF, apps rename one to another."""
SEALED = ".sealed"
OUR_NAME = re.compile(r"[0-9a-f]{32}\.(jpg|sealed)")
"""Nothing else is ever looked for in the folder."""


register_heif_opener()

SETTLING_SECONDS = 3600
"""The bytes of a file are written before its row; in an hour that has happened, or never will."""


class SqlFiles:
    """Rows about files."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, file: StoredFile) -> None:
        """Keep a new one; the id is there after `flush`."""
        self._scope.session.add(numbered_by_database(file))

    async def get(self, file_id: FileId) -> StoredFile:
        """The file, or `NotFound`."""
        found = await self._scope.session.get(StoredFile, file_id)
        if found is None:
            raise NotFound
        return found

    async def many(self, file_ids: tuple[FileId, ...]) -> list[StoredFile]:
        """The files that exist, in the order asked for."""
        rows = await self._scope.session.scalars(select(StoredFile).where(stored_file.c.id.in_(file_ids)))
        found = {row.id: row for row in rows}
        return [found[file_id] for file_id in file_ids if file_id in found]

    async def owned_by(self, owner: PersonId) -> list[StoredFile]:
        """Everything the person has sent, the oldest first."""
        query = select(StoredFile).where(stored_file.c.owner_id == owner).order_by(stored_file.c.id)
        return list(await self._scope.session.scalars(query))

    async def forget(self, file: StoredFile) -> None:
        """Remove the row; the bytes are swept away later."""
        await self._scope.session.delete(file)

    async def same(self, owner: PersonId, sha256: str) -> StoredFile | None:
        """The owner's file with exactly these bytes, if there is one."""
        query = select(StoredFile).where(stored_file.c.owner_id == owner, stored_file.c.sha256 == sha256)
        found: StoredFile | None = await self._scope.session.scalar(query.limit(1))
        return found


class FolderFileStore:
    """The bytes, in a folder of files with random names, written whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def keep_photo(self, raw: bytes) -> tuple[str, int, str]:
        """Check and re-encode an image without its metadata; returns name, size and sha256; refuses what is not one."""
        clean = await asyncio.to_thread(_clean_photo, raw)
        name = f"{secrets.token_hex(16)}.jpg"
        await asyncio.to_thread(self._write, name, clean)
        return name, len(clean), hashlib.sha256(clean).hexdigest()

    async def keep_picture(self, raw: bytes) -> Sealed:
        """The same for a photo sent in place of a document, which is sealed."""
        clean = await asyncio.to_thread(_clean_photo, raw)
        return await asyncio.to_thread(self._seal, FileKind.PICTURE, clean, "image/jpeg", None)

    async def keep_document(self, raw: bytes, called: str) -> Sealed:
        """Check a document and seal it under a new key; refuses programs and what is not what its name says."""
        if len(raw) > MOST_BYTES:
            raise Refusal("This file is too large: up to {most} MB fit here.", most=MOST_BYTES >> 20)
        content_type = await asyncio.to_thread(document_type, raw, called)
        return await asyncio.to_thread(self._seal, FileKind.DOCUMENT, raw, content_type, called)

    async def read(self, name: str, key: str | None = None) -> bytes:
        """The bytes of a kept file; a sealed one opens with its key."""
        content = await asyncio.to_thread(self._path(name).read_bytes)
        return content if key is None else await asyncio.to_thread(open_file, key, content, name)

    async def settled(self) -> list[str]:
        """The files that were written long enough ago to have a row, if they will ever have one."""
        return await asyncio.to_thread(self._settled)

    async def remove(self, names: Collection[str]) -> None:
        """Remove the bytes for good."""
        for name in names:
            await asyncio.to_thread(self._path(name).unlink, missing_ok=True)

    def _settled(self) -> list[str]:
        # the file system's own clock says how old its files are
        latest = time.time() - SETTLING_SECONDS
        paths = (path for path in self._folder.glob("??/*") if OUR_NAME.fullmatch(path.name))
        return [path.name for path in paths if path.stat().st_mtime < latest]

    def _seal(self, kind: FileKind, plain: bytes, content_type: str, called: str | None) -> Sealed:
        name = f"{secrets.token_hex(16)}{SEALED}"
        key, sealed = seal_file(plain, name)
        self._write(name, sealed)
        return Sealed(kind, name, content_type, len(plain), hashlib.sha256(plain).hexdigest(), key, called)

    def _path(self, name: str) -> Path:
        if not OUR_NAME.fullmatch(name):
            raise ValueError("not a name of a kept file")
        return self._folder / name[:2] / name

    def _write(self, name: str, content: bytes) -> None:
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)


def _clean_photo(raw: bytes) -> bytes:
    if len(raw) > MOST_BYTES:
        raise Refusal("This file is too large: a photo may have 20 MB.")
    try:
        with Image.open(io.BytesIO(raw), formats=READABLE) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Refusal("This picture has too many pixels. Send it as a photo, Telegram makes it smaller.")
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except BROKEN:
        raise Refusal("This does not open as a picture. Send a JPEG, PNG or HEIC photo.") from None
    upright.info.clear()  # a comment would be written again
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    target = io.BytesIO()
    upright.save(target, "JPEG", quality=87, optimize=True)
    return target.getvalue()
