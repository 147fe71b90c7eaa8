"""Sizes of pictures are read from their first bytes, whatever wrote them."""

from io import BytesIO

import pytest
from PIL import Image

from sandbox.images import dimensions, picture


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("PNG", {}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True}),
        ("GIF", {}),
        ("BMP", {}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"lossless": False}),
    ],
)
def test_size_is_read(kind: str, options: dict[str, bool]) -> None:
    written = BytesIO()
    Image.new("RGB", (321, 123), "teal").save(written, kind, **options)
    assert dimensions(written.getvalue()) == (321, 123)


def test_size_of_webp_with_transparency_is_read() -> None:
    written = BytesIO()
    Image.new("RGBA", (321, 123), (0, 0, 0, 10)).save(written, "WEBP", exif=b"Exif\0\0")
    assert dimensions(written.getvalue()) == (321, 123)


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"RIFF0000WAVE", b"RIFF0000WEBPVP9 ", b"\xff\xd8", b"\xff\xd8\0", b"BM"]
)
def test_what_is_no_picture_has_no_size(content: bytes) -> None:
    assert dimensions(content) is None


def test_made_picture_opens_elsewhere() -> None:
    opened = Image.open(BytesIO(picture(40, 30, (1, 2, 3))))
    assert (opened.size, opened.getpixel((5, 5))) == ((40, 30), (1, 2, 3))
