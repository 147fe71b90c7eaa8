"""Photos are checked, re-encoded without what their senders did not mean to send, and found again by name."""

import contextlib
import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from domain.files.keep_document import keep_document
from domain.files.keep_photo import keep_photo
from domain.files.show_file import stored_file
from domain.files.stored_file import FileId
from domain.refusal import NotFound, Refusal
from storage.database import Database, metadata
from storage.files import LONGEST_SIDE, FolderFileStore
from storage.sealing import Unreadable
from tests.storage.conftest import NewPerson, NewWork

SECRET = b"42.8746 N, 74.5698 E"


@pytest.fixture
def store(tmp_path: Path) -> FolderFileStore:
    return FolderFileStore(tmp_path / "files")


def picture(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(target, kind, **options)
    return target.getvalue()


def chatty_jpeg() -> bytes:
    """A photo that says where it was taken, in every way a JPEG can."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[0x0112] = 6  # it lies on its side
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
    return picture(exif=exif.tobytes(), comment=SECRET, icc_profile=SECRET, xmp=xmp)


def chatty_png() -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Location", SECRET.decode())
    text.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    return picture("PNG", pnginfo=text)


def png_of_declared_size(width: int, height: int) -> bytes:
    """A tiny file that unpacks into a huge picture."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("raw", [chatty_jpeg(), chatty_png(), picture("WEBP", xmp=SECRET)])
async def test_a_kept_photo_tells_nothing_but_the_picture(store: FolderFileStore, raw: bytes) -> None:
    assert SECRET in raw
    name, size, _ = await store.keep_photo(raw)
    kept = await store.read(name)
    assert len(kept) == size
    assert SECRET not in kept
    with Image.open(io.BytesIO(kept)) as image:
        assert image.format == "JPEG"
        assert not image.getexif()
        assert not {"comment", "icc_profile", "xmp"} & set(image.info)


async def test_a_photo_lying_on_its_side_is_put_upright(store: FolderFileStore) -> None:
    name, _, _ = await store.keep_photo(chatty_jpeg())
    with Image.open(io.BytesIO(await store.read(name))) as image:
        assert image.size == (48, 64)


async def test_a_large_photo_is_made_as_large_as_a_phone_shows(store: FolderFileStore) -> None:
    name, _, _ = await store.keep_photo(picture(size=(4000, 3000)))
    with Image.open(io.BytesIO(await store.read(name))) as image:
        assert max(image.size) == LONGEST_SIDE


async def test_names_say_nothing_and_differ(store: FolderFileStore) -> None:
    one, other = await store.keep_photo(picture()), await store.keep_photo(picture())
    assert one[0] != other[0]
    assert one[1:] == other[1:]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"not a picture",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture("GIF"),
        picture("TIFF"),
        picture()[:200],
        picture("PNG")[:60],
        png_of_declared_size(50_000, 50_000),
        png_of_declared_size(10_000, 10_000),
        png_of_declared_size(0, 10),
        bytes((20 << 20) + 1),
    ],
)
async def test_what_is_not_a_photo_is_refused_in_a_sentence(store: FolderFileStore, tmp_path: Path, raw: bytes) -> None:
    with pytest.raises(Refusal):
        await store.keep_photo(raw)
    assert not (tmp_path / "files").exists()


@pytest.mark.filterwarnings("ignore")  # Pillow remarks on what is damaged and goes on
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from([chatty_jpeg(), chatty_png(), picture("WEBP")]), st.data())
async def test_a_damaged_photo_is_kept_or_refused(tmp_path: Path, raw: bytes, data: st.DataObject) -> None:
    damaged = bytearray(raw)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Refusal):
        await FolderFileStore(tmp_path / "files").keep_photo(bytes(damaged))


async def test_nothing_outside_the_folder_is_read(store: FolderFileStore, tmp_path: Path) -> None:
    (tmp_path / "master.key").write_text("secret")
    for name in ("../master.key", "..", "/etc/passwd", f"{tmp_path}/master.key", ""):
        with pytest.raises((Refusal, OSError, ValueError)):
            await store.read(name)


async def test_the_same_photo_sent_again_is_the_same_file(new_work: NewWork, new_person: NewPerson) -> None:
    anna, boris = await new_person("Анна"), await new_person("Борис")
    first = await keep_photo(new_work("update:1"), anna, "a.jpg", 10, "f" * 64)
    assert await keep_photo(new_work("update:2"), anna, "b.jpg", 10, "f" * 64) == first
    assert await keep_photo(new_work("update:3"), boris, "c.jpg", 10, "f" * 64) != first
    work = new_work()
    async with work.reading():
        assert [one.id for one in await work.files.many((first, FileId(999)))] == [first]


async def test_a_document_lies_sealed_and_opens_for_who_has_its_key(store: FolderFileStore, tmp_path: Path) -> None:
    contract = b"%PDF-1.7 " + SECRET * 100
    document = await store.keep_document(contract, "Договор.pdf")
    photo = await store.keep_picture(picture())
    kept = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert len(kept) == 2
    for path in kept:
        assert SECRET not in path.read_bytes()
        assert not path.read_bytes().startswith((b"%PDF", b"\xff\xd8"))
        assert "pdf" not in path.name
    assert await store.read(document.name, document.key) == contract
    with Image.open(io.BytesIO(await store.read(photo.name, photo.key))) as image:
        assert image.format == "JPEG"
    with pytest.raises(Unreadable):
        await store.read(document.name, photo.key)


async def test_what_a_document_is_called_and_its_key_are_in_the_vault_of_its_sender(
    store: FolderFileStore, new_work: NewWork, new_person: NewPerson, database: Database
) -> None:
    anna, boris = await new_person("Анна"), await new_person("Борис")
    sealed = await store.keep_document(b"%PDF-1.7", "Договор Ивановой.pdf")
    first = await keep_document(new_work("update:1"), anna, sealed, "BQAC")
    again = await store.keep_document(b"%PDF-1.7", "Договор Ивановой.pdf")
    assert await keep_document(new_work("update:2"), anna, again, "BQAC") == first
    assert await keep_document(new_work("update:3"), boris, again, "BQAC") != first
    found = await stored_file(new_work(), first)
    assert (found.called, found.key) == ("Договор Ивановой.pdf", sealed.key)
    async with database.reading() as connection:
        for table in ("stored_file", "sealed_value", "operation"):
            rows = (await connection.execute(metadata.tables[table].select())).all()
            assert "Иванов" not in str(rows)
            assert sealed.key not in str(rows)
    work = new_work()
    async with work.writing("forget"):
        await work.vault.destroy(anna.id)
        await work.commit(None)
    with pytest.raises(NotFound):
        await stored_file(new_work(), first)
