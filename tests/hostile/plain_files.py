"""Hostile files that are no packages and no PDF: pictures, old Word files, plain text, the wrong extension."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.unit.documents.doc_writer import write_doc

Build = Callable[[Path, str], None]


def png(width: int, height: int) -> bytes:
    """A picture that says how large it is and holds nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(min(width, 100_000) + 1) * 16, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def tiff_loop() -> bytes:
    """Directories of a TIFF that follow each other in a ring."""
    return b"II*\x00\x08\x00\x00\x00\x01\x00\x00\x01\x03\x00\x01\x00\x00\x00\x01\x00\x00\x00\x08\x00\x00\x00"


def jpeg_cut() -> bytes:
    """A JPEG that ends in its header."""
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xc0\x00\x11\x08\xff\xff\xff\xff"


def text(content: str, encoding: str = "utf-8") -> Build:
    """Plain text."""
    return lambda path, _: _write(path, content.encode(encoding, "surrogatepass"))


def raw(data: bytes) -> Build:
    """These bytes."""
    return lambda path, _: _write(path, data)


def old_word(change: Callable[[bytearray], object] = bytes, **how: bool) -> Build:
    """An old Word file with some bytes changed."""

    def build(path: Path, _: str) -> None:
        write_doc(path, ["第一条 标的\r", "乙方供应水泵二台。\r"] * 30, **how)
        data = bytearray(path.read_bytes())
        change(data)
        path.write_bytes(bytes(data))

    return build


def put(at: int, content: bytes) -> Callable[[bytearray], object]:
    """Overwrite bytes at a place."""

    def change(data: bytearray) -> None:
        data[at : at + len(content)] = content

    return change


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
