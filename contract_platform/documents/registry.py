"""Which reader reads which media; what no reader reads is refused with the reason."""

from collections.abc import Callable
from pathlib import Path

from contract_platform.analysis.model import DocumentText, Record, Unreadable
from contract_platform.documents.doc import read_doc
from contract_platform.documents.docx import read_docx
from contract_platform.documents.ofd import read_ofd
from contract_platform.documents.pdf import read_pdf
from contract_platform.documents.sniff import sniff
from contract_platform.documents.text import read_text


class Reader(Record, frozen=True, kw_only=True):
    """A reader and its version; the version is part of what an analysis was made with."""

    name: str
    version: str
    read: Callable[[Path], DocumentText]


READERS: dict[str, Reader] = {
    "doc": Reader(name="doc", version="1", read=read_doc),
    "docx": Reader(name="docx", version="1", read=read_docx),
    "pdf": Reader(name="pdf", version="1", read=read_pdf),
    "ofd": Reader(name="ofd", version="1", read=read_ofd),
    "txt": Reader(name="text", version="1", read=read_text),
}

_SCANS = frozenset({"jpg", "png", "tiff", "bmp", "gif"})
_REFUSALS = {"encrypted": "encrypted"}


def refusal(media: str) -> str:
    """Code of why a media without a reader is not analysed."""
    return "scan_without_text_layer" if media in _SCANS else _REFUSALS.get(media, "not_a_contract_file_type")


def read(path: Path) -> DocumentText:
    """The document's text; ``Unreadable`` otherwise, never an empty result."""
    if path.stat().st_size == 0:
        raise Unreadable("empty")
    media = sniff(path)
    reader = READERS.get(media)
    if reader is None:
        raise Unreadable(refusal(media))
    document = reader.read(path)
    if not document.text.strip():
        raise Unreadable("empty")
    return document
