"""Documents are taken when they are what their names say; programs are not, whatever they are called."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.files.document_type import document_type
from domain.files.keep_document import LONGEST_NAME, file_name
from domain.refusal import Refusal


def zipped(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "…")
    return target.getvalue()


@pytest.mark.parametrize(
    ("called", "raw", "content_type"),
    [
        ("Договор.PDF", b"%PDF-1.7 ...", "application/pdf"),
        ("scan.pdf", b"\xef\xbb\xbf\r\n%PDF-1.4", "application/pdf"),
        ("act.docx", zipped("word/document.xml"), "vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("table.xlsx", zipped("xl/workbook.xml"), "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "application/msword"),
        ("IMG_1.HEIC", b"\x00\x00\x00\x18ftypheic", "image/heic"),
        ("IMG_1.jpg", b"\x00\x00\x00\x18ftypheic", "image/heic"),
        ("IMG_1.png", b"\x00\x00\x00\x18ftypmif1", "image/heic"),
        ("IMG_2.heic", b"\xff\xd8\xff\xe1", "image/jpeg"),
        ("photo.png", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("photo.jpg", b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        ("photo.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("notes.txt", "Ключи у консьержа".encode(), "text/plain"),
        ("plan.dwg", b"AC1032", "application/octet-stream"),
        ("без расширения", b"\x01\x02", "application/octet-stream"),
    ],
)
def test_a_document_is_known_by_its_name_and_bytes(called: str, raw: bytes, content_type: str) -> None:
    assert document_type(raw, called).endswith(content_type)


@pytest.mark.parametrize(
    ("called", "raw"),
    [
        ("setup.exe", b"MZ\x90"),
        ("Договор.pdf", b"MZ\x90\x00"),
        ("Договор.pdf.exe", b"%PDF-1.7"),
        ("photo.jpg", b"\x7fELF"),
        ("run", b"#!/bin/sh\nrm -rf ~"),
        ("game.zip", zipped("AndroidManifest.xml", "classes.dex")),
        ("Счёт.docx", zipped("word/document.xml", "word/vbaProject.bin")),
        ("Счёт.xlsm", zipped("xl/workbook.xml")),
        ("Договор.pdf", b""),
        ("Договор.pdf", b"<html>not found</html>"),
        ("photo.png", b"%PDF-1.7"),
        ("photo.heic", b"\x00\x00\x00\x18ftypisom"),
        ("photo.jpg", b"RIFF\x10\x00\x00\x00WAVEfmt "),
        ("notes.txt", b"abc\x00def"),
    ],
)
def test_a_program_or_something_misnamed_is_refused(called: str, raw: bytes) -> None:
    with pytest.raises(Refusal):
        document_type(raw, called)


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("Договор № 7.pdf", "Договор № 7.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Anna\\act.docx", "act.docx"),
        ("cod\u202efdp.exe", "codfdp.exe"),
        ("", "document"),
        (None, "document"),
        ("/", "document"),
    ],
)
def test_a_name_is_only_a_name(given_name: str | None, shown: str) -> None:
    assert file_name(given_name) == shown


@given(st.text(max_size=400))
def test_no_name_is_too_long_or_leads_elsewhere(typed: str) -> None:
    name = file_name(typed)
    assert 0 < len(name) <= LONGEST_NAME
    assert "/" not in name
    assert "\n" not in name
