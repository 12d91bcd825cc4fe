"""Which reader reads which media; what no reader reads is refused with the reason."""

from collections.abc import Callable
from pathlib import Path

from contract_platform.analysis.model import DocumentText, Record, Unreadable
from contract_platform.documents.doc import read_doc
from contract_platform.documents.docx import read_docx
from contract_platform.documents.ofd import read_ofd
from contract_platform.documents.pdf import read_pdf
from contract_platform.documents.scan.reader import NOT_SCANNED, Scanned, read_images
from contract_platform.documents.sniff import sniff
from contract_platform.documents.text import read_text


class Reader(Record, frozen=True, kw_only=True):
    """A reader and its version; the version is part of what an analysis was made with.

    ``read`` takes the file and the pages that were recognised; formats without pictures have no use for them.
    """

    name: str
    version: str
    read: Callable[[Path, Scanned], DocumentText]


def without_pictures(read: Callable[[Path], DocumentText]) -> Callable[[Path, Scanned], DocumentText]:
    """A reader of text as the registry calls it."""
    return lambda path, _: read(path)


_IMAGES = Reader(name="image", version="1", read=read_images)
READERS: dict[str, Reader] = {
    "doc": Reader(name="doc", version="1", read=without_pictures(read_doc)),
    "docx": Reader(name="docx", version="1", read=without_pictures(read_docx)),
    "pdf": Reader(name="pdf", version="2", read=read_pdf),
    "ofd": Reader(name="ofd", version="1", read=without_pictures(read_ofd)),
    "txt": Reader(name="text", version="1", read=without_pictures(read_text)),
    "jpg": _IMAGES,
    "png": _IMAGES,
    "tiff": _IMAGES,
    "bmp": _IMAGES,
}

_REFUSALS = {"encrypted": "encrypted"}


def refusal(media: str) -> str:
    """Code of why a media without a reader is not analysed."""
    return _REFUSALS.get(media, "not_a_contract_file_type")


def read(path: Path, scanned: Scanned = NOT_SCANNED) -> DocumentText:
    """The document's text; ``Unreadable`` otherwise, never an empty result.

    ``PagesWanted`` where pages have to be recognised first; ``scanned`` brings them, by number.
    """
    if path.stat().st_size == 0:
        raise Unreadable("empty")
    media = sniff(path)
    reader = READERS.get(media)
    if reader is None:
        raise Unreadable(refusal(media))
    document = reader.read(path, scanned)
    if not document.text.strip():
        raise Unreadable("empty")
    return document
