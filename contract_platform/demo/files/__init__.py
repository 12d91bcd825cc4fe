"""Sample contracts as files: Word with real numbering, PDF with a text layer, a scan without one, plain text."""

from collections.abc import Callable, Sequence

from contract_platform.demo.files.docx import docx
from contract_platform.demo.files.pdf import pdf, scan
from contract_platform.demo.files.text import text
from contract_platform.demo.markup import Line

FORMS: dict[str, Callable[[Sequence[Line]], bytes]] = {"docx": docx, "pdf": pdf, "scan": scan, "txt": text}
"""The forms a sample can take."""
SUFFIXES = {"scan": "pdf"}
"""File name suffixes that differ from the form's name."""
