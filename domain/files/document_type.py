"""Which files people may hand in: documents and pictures that are what their names say, and no programs."""

import io
import zipfile
from pathlib import PurePath

from domain.refusal import Refusal

PROGRAMS = {
    "apk", "app", "appimage", "bat", "bin", "cmd", "com", "cpl", "deb", "dll", "dmg", "docm", "exe", "hta", "ipa",
    "jar", "js", "jse", "lnk", "msi", "msp", "pif", "pkg", "ps1", "psm1", "pptm", "reg", "rpm", "scr", "sh", "sys",
    "url", "vb", "vbe", "vbs", "wsf", "wsh", "xlsm",
}  # fmt: skip
"""Endings of what runs when it is opened; office files with macros among them."""
MACHINE_CODE = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"dex\n",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
)
"""How programs begin whatever they are called: Windows, Linux, scripts, Android, Java and macOS."""
RUNS_INSIDE = ("AndroidManifest.xml", "META-INF/MANIFEST.MF", "word/vbaProject.bin", "xl/vbaProject.bin")
"""What a ZIP that is a program, or holds macros, has in it."""
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
HEIF = tuple(b"ftyp" + brand for brand in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))
"""What stands after the size with which the file begins (ISO/IEC 23008-12)."""
ANYWHERE = 1024
"""A PDF may begin with something else; readers look for its mark in so many bytes."""

KNOWN: dict[str, tuple[str, tuple[bytes, ...]]] = {
    "pdf": ("application/pdf", (b"%PDF-",)),
    "docx": (f"{OFFICE}wordprocessingml.document", ZIP),
    "xlsx": (f"{OFFICE}spreadsheetml.sheet", ZIP),
    "pptx": (f"{OFFICE}presentationml.presentation", ZIP),
    "odt": (f"{OPEN_DOCUMENT}text", ZIP),
    "ods": (f"{OPEN_DOCUMENT}spreadsheet", ZIP),
    "zip": ("application/zip", ZIP),
    "doc": ("application/msword", (*OLE, b"{\\rtf")),
    "xls": ("application/vnd.ms-excel", OLE),
    "rtf": ("application/rtf", (b"{\\rtf",)),
    "jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "webp": ("image/webp", (b"RIFF",)),
    "gif": ("image/gif", (b"GIF8",)),
    "tif": ("image/tiff", (b"II*\x00", b"MM\x00*")),
    "tiff": ("image/tiff", (b"II*\x00", b"MM\x00*")),
    "heic": ("image/heic", HEIF),
    "heif": ("image/heif", HEIF),
}
"""By the ending of the name: what it is, and how its bytes begin."""
PICTURES: tuple[tuple[str, tuple[bytes, ...], int], ...] = (
    ("image/jpeg", (b"\xff\xd8\xff",), 0),
    ("image/png", (b"\x89PNG\r\n\x1a\n",), 0),
    ("image/gif", (b"GIF8",), 0),
    ("image/tiff", (b"II*\x00", b"MM\x00*"), 0),
    ("image/webp", (b"WEBP",), 8),
    ("image/heic", HEIF, 4),
)
"""By which bytes a picture is known, and after how many others they stand."""
TEXTS = {"txt": "text/plain", "csv": "text/csv", "md": "text/markdown", "xml": "application/xml", "json": "text/json"}
"""These have no mark of their own; they hold no zero bytes."""
OTHER = "application/octet-stream"


def document_type(raw: bytes, called: str) -> str:
    """The type of a file by its name and bytes; refuses programs, and what is not what its name says."""
    ending = PurePath(called.strip().lower()).suffix.removeprefix(".")
    if not raw:
        raise Refusal("This file is empty. Please look whether it opens on your side, and send it again.")
    if ending in PROGRAMS or raw.startswith(MACHINE_CODE) or _runs(raw):
        raise Refusal("I keep no programs and no files with macros. Send a document, like a PDF, or a photo.")
    content_type, marks = KNOWN.get(ending, (TEXTS.get(ending, OTHER), ()))
    if content_type.startswith("image/") and (picture := _picture_type(raw)) is not None:
        return picture  # phones and messengers rename pictures: a HEIC called .jpg opens as what it is
    if not _has_mark(raw, ending, marks) or (ending in TEXTS and not _is_text(raw)):
        raise Refusal("“{name}” is not what its name says, it may be damaged. Please save it anew.", name=called)
    return content_type


def _has_mark(raw: bytes, ending: str, marks: tuple[bytes, ...]) -> bool:
    """Whether it begins as files with this ending do; a PDF may have something before it."""
    return not marks or raw.startswith(marks) or (ending == "pdf" and marks[0] in raw[:ANYWHERE])


def _is_text(raw: bytes) -> bool:
    """Whether it has no zero bytes but those of UTF-16."""
    return b"\x00" not in raw or raw.startswith((b"\xff\xfe", b"\xfe\xff"))


def _picture_type(raw: bytes) -> str | None:
    """What kind of picture the bytes are, whatever it is called."""
    return next((kind for kind, marks, start in PICTURES if raw[start : start + 16].startswith(marks)), None)


def _runs(raw: bytes) -> bool:
    if not raw.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return not set(RUNS_INSIDE).isdisjoint(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return False
