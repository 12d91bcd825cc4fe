"""PDF files: with a text layer in a font every reader knows, or as scanned pictures without one.

The text names the Chinese font that PDF viewers bring (the Adobe-GB1 collection) instead of embedding one: a few
kilobytes, selectable and searchable. Written by hand because no library of the platform writes PDF.
"""

import zlib
from collections.abc import Sequence

import pypdfium2

from contract_platform.demo.files.layout import HEIGHT, SIZE, WIDTH, Piece, pages
from contract_platform.demo.markup import Line

DOTS = 110 / 72  # pixels a point of a scan
_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
    b"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] "
    b"/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
    b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>"
)


def pdf(lines: Sequence[Line]) -> bytes:
    """The contract as a PDF with a text layer."""
    return _file(_FONT, b"/Font << /F1 3 0 R >>", [(_content(page), None) for page in pages(lines)])


def scan(lines: Sequence[Line]) -> bytes:
    """The contract as pictures of its pages: what a copier sends."""
    show = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /P Do Q".encode()
    return _file(b"null", b"/XObject << /P %d 0 R >>", [(show, picture) for picture in _pictures(pdf(lines))])


def _content(page: Sequence[Piece]) -> bytes:
    shown = (f"BT /F1 {SIZE} Tf {p.x:.1f} {p.y:.1f} Td <{p.words.encode('utf-16-be').hex()}> Tj ET" for p in page)
    return "\n".join(shown).encode()


def _pictures(content: bytes) -> list[bytes]:
    """Every page as a grey image object."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [_picture(document[index]) for index in range(len(document))]
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage) -> bytes:
    bitmap = page.render(scale=DOTS, grayscale=True)
    data = bytes(bitmap.buffer)
    rows = (data[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height))
    pixels = zlib.compress(b"".join(rows))
    head = (
        f"<< /Type /XObject /Subtype /Image /Width {bitmap.width} /Height {bitmap.height} /ColorSpace /DeviceGray "
        f"/BitsPerComponent 8 /Filter /FlateDecode /Length {len(pixels)} >>"
    )
    page.close()
    return head.encode() + b"\nstream\n" + pixels + b"\nendstream"


def _file(font: bytes, resources: bytes, contents: Sequence[tuple[bytes, bytes | None]]) -> bytes:
    """Catalogue, pages, the font, and of every page its content, its picture if it has one, and itself."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for content, picture in contents:
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
        shown = len(objects)
        if picture is not None:
            objects.append(picture)
        held = resources % len(objects) if picture is not None else resources
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << %b >> >>"
            % (WIDTH, HEIGHT, shown, held)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    return _joined(objects)


def _joined(objects: Sequence[bytes]) -> bytes:
    """The objects with the table of where each begins."""
    out = b"%PDF-1.4\n"
    table = b"0000000000 65535 f \n"
    for number, body in enumerate(objects, start=1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n" % size + table + trailer
