"""Files that Telegram keeps: bytes in memory under identifiers that stay the same for the bot."""

import base64
import hashlib
import mimetypes
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from sandbox.images import dimensions
from sandbox.parameters import Parameters
from sandbox.refusals import RefusalError, bad_request
from sandbox.wire import Json, UploadedFile

MAX_UPLOAD = 50 << 20  # bytes a bot may send
MAX_PHOTO = 10 << 20  # bytes of a photo
MAX_DOWNLOAD = 20 << 20  # bytes a bot may fetch
MAX_PHOTO_SIDES = 10_000  # width + height, pixels
MAX_PHOTO_RATIO = 20
_PREVIEW_SIDES = (90, 320, 800, 1280)  # pixels of the longer side
_PREFIX = {
    "photo": "AgAC",
    "document": "BQAC",
    "video": "BAAC",
    "audio": "CQAC",
    "voice": "AwAC",
    "sticker": "CAAC",
}


@dataclass
class StoredFile:
    """One file, or one size of a photo; `sizes` of a photo goes from small to large."""

    file_id: str
    unique_id: str
    kind: str
    content: bytes
    name: str
    mime_type: str
    path: str
    width: int = 0
    height: int = 0
    sizes: "list[StoredFile]" = field(default_factory=list, repr=False)

    def as_json(self) -> Any:
        """The field of a message: an object, or a list of sizes for a photo."""
        if self.kind == "photo":
            return [size._size() for size in self.sizes]
        described: Json = {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }
        if self.kind in {"document", "video", "animation", "audio"}:
            described |= {"file_name": self.name, "mime_type": self.mime_type}
        if self.kind in {"video", "animation", "sticker"}:
            described |= {"width": self.width or 512, "height": self.height or 512}
        if self.kind in {"video", "animation", "audio", "voice"}:
            described["duration"] = 1
        if self.kind == "sticker":
            described |= {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"}
        return described

    def _size(self) -> Json:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
            "width": self.width,
            "height": self.height,
        }


class Files:
    """Every file that was ever sent, by identifier and by download path."""

    def __init__(self) -> None:
        self.by_id: dict[str, StoredFile] = {}
        self.by_path: dict[str, StoredFile] = {}

    def keep(self, content: bytes, kind: str, name: str = "") -> StoredFile:
        """Stores a file of a kind (photo, document, ...) and gives it its identifiers."""
        if kind != "photo":
            width, height = dimensions(content) or (0, 0)
            return self._store(content, kind, name or kind, width, height)
        width, height = dimensions(content) or (800, 600)
        longer = max(width, height)
        sides = [side for side in _PREVIEW_SIDES if side < longer] + [min(longer, _PREVIEW_SIDES[-1])]
        sizes = []
        for side in sorted(set(sides)):
            scaled = max(1, width * side // longer), max(1, height * side // longer)
            sizes.append(self._store(content, kind, "photo.jpg", *scaled))
        for size in sizes:
            size.sizes = sizes
        return sizes[-1]

    def _store(self, content: bytes, kind: str, name: str, width: int, height: int) -> StoredFile:
        number = len(self.by_id) + 1
        digest = hashlib.sha256(f"{number}:{kind}:{name}".encode() + content).digest()
        extension = PurePosixPath(name).suffix or {"photo": ".jpg", "voice": ".oga"}.get(kind, "")
        stored = StoredFile(
            file_id=_PREFIX.get(kind, "BAAC") + base64.urlsafe_b64encode(digest * 2).decode().rstrip("="),
            unique_id="AQAD" + base64.urlsafe_b64encode(digest[:9]).decode(),
            kind=kind,
            content=content,
            name=name,
            mime_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
            path=f"{kind}s/file_{number}{extension}",
            width=width,
            height=height,
        )
        self.by_id[stored.file_id] = stored
        self.by_path[stored.path] = stored
        return stored

    def given(self, parameters: Parameters, value: Any, kind: str, field_name: str = "") -> StoredFile:
        """The file that a call means: attached, known by its identifier, or refused."""
        name = str(value or "").removeprefix("attach://") if str(value or "").startswith("attach://") else field_name
        upload = parameters.files.get(name)
        if upload is not None:
            return self._uploaded(upload, kind)
        if not value:
            raise bad_request(f"there is no {kind} in the request")
        if stored := self.by_id.get(str(value)):
            if stored.kind != kind:
                raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
            return stored
        if str(value).startswith(("http://", "https://")):
            # Nothing here goes outside; Telegram answers the same when it cannot reach an address.
            raise bad_request("failed to get HTTP URL content")
        raise bad_request("wrong file identifier/HTTP URL specified")

    def _uploaded(self, upload: UploadedFile, kind: str) -> StoredFile:
        size = len(upload.content)
        if size == 0:
            raise bad_request("file must be non-empty")
        if size > MAX_UPLOAD:
            raise RefusalError(413, "Request Entity Too Large")
        if kind == "photo":
            _check_photo(upload)
        return self.keep(upload.content, kind, upload.filename)


def _check_photo(upload: UploadedFile) -> None:
    size = len(upload.content)
    if size > MAX_PHOTO:
        raise bad_request(f'file "{upload.filename}" of size {size} bytes is too big for a photo')
    sides = dimensions(upload.content)
    if sides is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if min(sides) < 1 or sum(sides) > MAX_PHOTO_SIDES or max(sides) > MAX_PHOTO_RATIO * min(sides):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
