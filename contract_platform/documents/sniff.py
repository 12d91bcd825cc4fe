"""What a file is, by its bytes and never by its name; the name only tells scripts from plain text."""

import codecs
import mmap
import unicodedata
import zipfile
from pathlib import Path

SAMPLE = 64 * 1024  # bytes looked at for signatures and plain text
PDF_HEADER_WITHIN = 1024  # bytes in which %PDF- may stand
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SCRIPT_NAMES = frozenset({".bat", ".cmd", ".js", ".mjs", ".ps1", ".py", ".sh", ".vbs", ".wsf", ".php", ".pl"})

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"{\\rtf", "rtf"),
    (b"MZ", "executable"),
    (b"\x7fELF", "executable"),
    (b"#!", "script"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
)
_OLE_STREAMS = (("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "xls"), ("PowerPoint", "ppt"))
_ZIP_MEMBERS = (
    ("word/document.xml", "docx"),
    ("OFD.xml", "ofd"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MARKUP = (b"<!doctype html", b"<html", b"<script", b"<?php", b"<svg")


def sniff(path: Path, filename: str = "") -> str:
    """Media name: docx, pdf, txt, doc, ofd, xlsx, jpg, png, tiff, encrypted, executable, script, html … or unknown."""
    with path.open("rb") as file:
        head = file.read(SAMPLE)
    if b"%PDF-" in head[:PDF_HEADER_WITHIN]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zip_media(path)
    if head.startswith(OLE):
        return _ole_media(path)
    for signature, media in _SIGNATURES:
        if head.startswith(signature) and (media != "bmp" or b"\0" in head):
            return media
    return _text_media(head, Path(filename or path.name).suffix.lower())


def text_encoding(data: bytes, *, whole: bool = True) -> str | None:
    """Encoding of plain text (UTF-8, UTF-16 with a mark, GB18030), or None where the bytes are no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    for encoding in ("utf-8", "gb18030"):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(data, final=whole)
        except UnicodeDecodeError:
            continue
        return encoding if _printable(text) else None
    return None


def _zip_media(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "unknown"
    for member, media in _ZIP_MEMBERS:
        if member in names:
            return media
    if "[Content_Types].xml" in names and any(name.startswith("word/document") for name in names):
        return "docx"
    return "zip"


def _ole_media(path: Path) -> str:
    """Directory entries of a compound file are UTF-16 names; finding one is enough to tell the application."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for stream, media in _OLE_STREAMS:
            if data.find(stream.encode("utf-16-le")) >= 0:
                return media
    return "unknown"


def _text_media(head: bytes, suffix: str) -> str:
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return "html"
    if not head or text_encoding(head, whole=len(head) < SAMPLE) is None:
        return "unknown"
    return "script" if suffix in SCRIPT_NAMES else "txt"


def _printable(text: str) -> bool:
    """No control characters but white space: GB18030 decodes almost any bytes, text it is only without them."""
    return all(char in "\t\n\r\f\v\x1a" or unicodedata.category(char) not in {"Cc", "Cn", "Cs"} for char in set(text))
