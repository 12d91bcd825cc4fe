"""Zip packages (docx, OFD) built to hurt: bombs, lies in the directory, hostile XML, references to the outside."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
MEBIBYTE = 2**20
Parts = dict[str, str | bytes]
Build = Callable[[Path, str], None]
"""Writes the file; the second argument is an address nobody may ever call."""


def docx(body: str = "<w:p><w:r><w:t>第一条 标的</w:t></w:r></w:p>", *, head: str = "") -> Parts:
    """The parts of a document."""
    return {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f'<?xml version="1.0"?>{head}<w:document {W} {R}><w:body>{body}</w:body></w:document>',
    }


def named_parts(parts: Parts) -> Parts:
    """Parts by name, ``__`` standing for a slash and ``_dot_`` for a dot."""
    return {name.replace("__", "/").replace("_dot_", "."): content for name, content in parts.items()}


def packed(parts: Parts) -> bytes:
    """The package of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def plain(**parts: str | bytes) -> Build:
    """A docx with further parts."""
    return lambda path, _: _write(path, packed(docx() | named_parts(parts)))


def body(text: str, head: str = "") -> Build:
    """A docx whose body is this XML."""
    return lambda path, _: _write(path, packed(docx(text, head=head)))


def outward(body_: str, relation: str, head: str = "") -> Build:
    """A docx that refers to an address through a relation."""

    def build(path: Path, address: str) -> None:
        target = relation.replace("ADDRESS", address)
        relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{target}</Relationships>'
        parts = docx(body_.replace("ADDRESS", address), head=head.replace("ADDRESS", address))
        _write(path, packed(parts | {"word/_rels/document.xml.rels": relations, "_rels/.rels": relations}))

    return build


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def zeros(name: str, size: int) -> Build:
    """A docx with a part of zeros that packs a thousandfold."""

    def build(path: Path, _: str) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for part, content in docx().items():
                package.writestr(part, content)
            with package.open(name, "w", force_zip64=True) as member:
                for _round in range(size // MEBIBYTE):
                    member.write(bytes(MEBIBYTE))

    return build


def nested(depth: int) -> Build:
    """A zip in a zip in a zip."""

    def build(path: Path, _: str) -> None:
        data = bytes(MEBIBYTE)
        for level in range(depth):
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
                for copy in range(4):
                    package.writestr(f"{level}-{copy}.zip", data)
            data = out.getvalue()
        _write(path, packed(docx() | {"word/media/inner.zip": data}))

    return build


def overlapping(copies: int) -> Build:
    """One compressed stream that many directory entries name: small on disk, endless when unpacked."""

    def build(path: Path, _: str) -> None:
        content = bytes(8 * MEBIBYTE)
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        stream = packer.compress(content) + packer.flush()
        crc = zlib.crc32(content)
        local = (
            struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(stream), len(content), 1, 0)
            + b"a"
            + stream
        )
        entries = b""
        for number in range(copies):
            name = b"word/document.xml" if not number else b"%d" % number
            entries += (
                struct.pack(
                    "<4sHHHHHHIIIHHHHHII",
                    b"PK\1\2",
                    20,
                    20,
                    0,
                    8,
                    0,
                    0,
                    crc,
                    len(stream),
                    len(content),
                    len(name),
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                )
                + name
            )
        end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, copies, copies, len(entries), len(local), 0)
        _write(path, local + entries + end)

    return build


def many_members(count: int) -> Build:
    """A docx with more members than any document has."""
    return lambda path, _: _write(path, packed(docx() | {f"word/media/{n}.bin": b"" for n in range(count)}))


def twice(path: Path, _: str) -> None:
    """Two members of the same name, of which readers may take either."""
    import warnings

    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(out, "w") as package:
            for name, content in docx().items():
                package.writestr(name, content)
            package.writestr("word/document.xml", docx("<w:p><w:r><w:t>另一份</w:t></w:r></w:p>")["word/document.xml"])
    _write(path, out.getvalue())


def named(member: str) -> Build:
    """A docx with a member of a hostile name."""
    return lambda path, _: _write(path, packed(docx() | {member: b"x"}))


def link(path: Path, _: str) -> None:
    """A member that is a symbolic link to a file of the machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in docx().items():
            package.writestr(name, content)
        entry = zipfile.ZipInfo("word/media/passwd")
        entry.external_attr = 0o120777 << 16
        package.writestr(entry, "/etc/passwd")
    _write(path, out.getvalue())


def written(data: Callable[[], bytes]) -> Build:
    """These bytes."""
    return lambda path, _: _write(path, data())


def changed(change: Callable[[bytearray], object]) -> Build:
    """A good docx with some bytes changed."""

    def build(path: Path, _: str) -> None:
        data = bytearray(packed(docx()))
        change(data)
        _write(path, bytes(data))

    return build


def ofd(content: str, *, document: str | None = None, head: str = "") -> Build:
    """An OFD of one page."""
    page = f"{head}<ofd:Page {OFD}><ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>"
    pages = document or '<ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages>'
    return lambda path, address: _write(
        path,
        packed(
            {
                "OFD.xml": f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocRoot>D/D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
                "D/D.xml": f"<ofd:Document {OFD}>{pages}</ofd:Document>",
                "D/P.xml": page.replace("ADDRESS", address),
            }
        ),
    )


def text_object(text: str, delta: str = "g 9 4") -> str:
    """A text object of an OFD page."""
    code = f'<ofd:TextCode X="0" Y="4" DeltaX="{delta}">{text}</ofd:TextCode>'
    return f'<ofd:TextObject Boundary="30 30 90 5" Size="4">{code}</ofd:TextObject>'
