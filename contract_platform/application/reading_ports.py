"""What the platform asks of whoever reads files."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

import msgspec

from contract_platform.analysis.model import Analysis, Context
from contract_platform.domain.pdf_signature import PdfSignature


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What reading a file gave: an analysis, or the code of why not (never neither).

    ``marks`` are secrecy marks on the file; where they were not cleared there is no analysis. ``wanted`` are pages
    that have to be recognised before the file can be read: then there is neither yet. ``layout`` goes with the
    analysis (``StoredAnalysis.layout``).
    """

    analysis: Analysis | None = None
    unreadable: str | None = None
    marks: tuple[str, ...] = ()
    wanted: tuple[int, ...] = ()
    layout: bytes = b""


class PageRead(msgspec.Struct, frozen=True, kw_only=True):
    """What recognising a page gave: its body, and ``code`` where it could not be read.

    ``marks`` are secrecy marks on it; then nothing of the page is told.
    """

    body: bytes = b""
    code: str = ""
    marks: tuple[str, ...] = ()


class PageRecogniser(Protocol):
    """Pictures of pages in, what is written on them out, each page in a child process with limits of its own."""

    def page(self, path: Path, media: str, number: int, *, cleared: bool) -> PageRead:
        """One page, from 1; ``cleared`` where secrecy marks have been found to be none."""
        ...


class DocumentReader(Protocol):
    """Files in, analysis out, in a child process with limits."""

    def sniff(self, path: Path, filename: str) -> str:
        """The media name by content: docx, pdf, txt, doc, ofd, xlsx, jpg, png, tiff, … or ``unknown``."""
        ...

    @property
    def engine(self) -> str:
        """What recognises pages, and its version."""
        ...

    def analyse(self, path: Path, media: str, context: Context, pages: Sequence[bytes] = ()) -> Reading:
        """Read and analyse; memory, time and crash of the child end as ``unreadable`` codes too.

        ``pages`` are the bodies of the pages that have been recognised.
        """
        ...

    def recogniser(self) -> AbstractContextManager[PageRecogniser]:
        """Ready to recognise pages until the end of the block; it takes much memory meanwhile."""
        ...

    def signatures(self, path: Path, at: datetime) -> tuple[PdfSignature, ...]:
        """The digital signatures in a PDF, held against the trust list as of an instant; none where there are none."""
        ...

    def picture(self, path: Path, media: str, number: int, turn: int) -> bytes:
        """A page of an image file as JPEG, turned so many degrees clockwise; ``Refused`` where it cannot be shown."""
        ...
