"""PDF files built to hurt: loops, lies, endless pages and streams, scripts and launches."""

import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

Build = Callable[[Path, str], None]
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


def file(
    objects: Sequence[bytes], *, trailer: bytes = b"", start: int | None = None, tail: bytes = b"%%EOF\n"
) -> bytes:
    """A PDF of these objects with a table that is right unless ``start`` says otherwise."""
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    at = len(out) if start is None else start
    return (
        out + table + b"trailer << /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n" % (len(offsets) + 1, trailer, at) + tail
    )


def stream(content: bytes, extra: bytes = b"", *, length: int | None = None) -> bytes:
    """A stream object."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content) if length is None else length, extra, content)


def deflated(content: bytes, times: int = 1) -> bytes:
    """A stream that unpacks as often as it was packed."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/Filter [%b]" % (b" /FlateDecode" * times)
    return stream(content, filters)


PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
WORDS = b"BT /F1 12 Tf 60 700 Td (This contract is made between the parties named below.) Tj ET"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def one_page(
    content: bytes, *, catalog: bytes = CATALOG, pages: bytes = PAGES, page: bytes = PAGE, extra: Sequence[bytes] = ()
) -> Build:
    """A file of one page."""
    return lambda path, address: _write(
        path, file([one.replace(b"ADDRESS", address.encode()) for one in (catalog, pages, page, content, FONT, *extra)])
    )


def raw(data: bytes) -> Build:
    """These bytes."""
    return lambda path, _: _write(path, data)


def made(make: Callable[[], bytes]) -> Build:
    """Bytes that are made when they are needed."""
    return lambda path, _: _write(path, make())


def many_pages(count: int) -> bytes:
    """So many pages that share one content."""
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    objects = [CATALOG, b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count), b"null", stream(WORDS), FONT]
    return file(
        [*objects[:2], objects[3], FONT, *[PAGE.replace(b"4 0 R", b"3 0 R").replace(b"5 0 R", b"4 0 R")] * (count + 1)]
    )


def deep_pages(depth: int) -> bytes:
    """Pages in pages in pages."""
    nested = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1) for number in range(2, depth + 2)]
    return file([CATALOG, *nested, b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] >>" % (depth + 1)])


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
