"""The reader of the platform: every file is read and analysed in a confined child process of its own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec
import structlog

from contract_platform.analysis.model import Context
from contract_platform.application.reading_ports import PageRead, Reading
from contract_platform.documents.child_reading import Outcome, read_and_analyse
from contract_platform.documents.child_work import Limits
from contract_platform.documents.sandbox import ChildStoppedError, Sandbox
from contract_platform.documents.scan.page_image import LIMITS as PICTURE_LIMITS
from contract_platform.documents.scan.page_image import Shown, page_image
from contract_platform.documents.scan.reader import unread_code
from contract_platform.documents.scan.recogniser import ENGINE, Recogniser
from contract_platform.documents.scan.records import ScannedPage
from contract_platform.documents.sniff import sniff
from contract_platform.domain.errors import Refused
from contract_platform.domain.pdf_signature import PdfSignature
from contract_platform.domain.signing_vocabulary import SignatureVerdict

CHECK_SIGNATURES = "contract_platform.documents.pdf_signatures:check_signatures"
"""Named, so that only the child loads what it needs."""

log = structlog.get_logger(__name__)


class SandboxedReader:
    """``reading_ports.DocumentReader``.

    ``trusted`` are the certificates, as PEM, that signatures in PDF files may go back to.
    A lost child (``child_client.ChildLostError``) is no verdict on the file; it is raised, for trying again.
    """

    engine = ENGINE

    def __init__(self, limits: Limits | None = None, trusted: tuple[str, ...] = ()) -> None:
        self._sandbox = Sandbox(limits)
        self._trusted = trusted

    def sniff(self, path: Path, filename: str) -> str:
        """The media name by content."""
        return sniff(path, filename)

    def analyse(self, path: Path, media: str, context: Context, pages: Sequence[bytes] = ()) -> Reading:
        """Read and analyse; what stops the child becomes an ``unreadable`` code."""
        known = msgspec.json.encode(context).decode()
        try:
            data = self._sandbox.run(read_and_analyse, str(path), known, *(page.decode() for page in pages))
        except ChildStoppedError as stopped:
            log.warning("reading stopped", code=stopped.code, media=media, detail=stopped.detail)
            return Reading(unreadable=stopped.code)
        outcome = msgspec.msgpack.decode(data, type=Outcome)
        return Reading(
            analysis=outcome.analysis,
            unreadable=outcome.unreadable,
            marks=outcome.marks,
            wanted=outcome.wanted,
            layout=outcome.layout,
        )

    @contextmanager
    def recogniser(self) -> Iterator["SandboxedRecogniser"]:
        """Its fork server lives as long as the block."""
        with Recogniser() as recogniser:
            yield SandboxedRecogniser(recogniser)

    def signatures(self, path: Path, at: datetime) -> tuple[PdfSignature, ...]:
        """Checked in a child; a file that stops the child cannot be verified."""
        try:
            data = self._sandbox.run_named(CHECK_SIGNATURES, str(path), at.isoformat(), *self._trusted)
        except ChildStoppedError as stopped:
            log.warning("checking signatures stopped", code=stopped.code, detail=stopped.detail)
            return (PdfSignature(verdict=SignatureVerdict.UNVERIFIABLE),)
        return msgspec.msgpack.decode(data, type=tuple[PdfSignature, ...])

    def picture(self, path: Path, media: str, number: int, turn: int) -> bytes:
        """A page of an image file as JPEG; ``Refused`` page_not_shown with the reason."""
        try:
            data = self._sandbox.run(page_image, str(path), str(number), str(turn), limits=PICTURE_LIMITS)
        except ChildStoppedError as stopped:
            log.warning("picture stopped", code=stopped.code, media=media, detail=stopped.detail)
            raise Refused("page_not_shown", cause=stopped.code) from stopped
        shown = msgspec.msgpack.decode(data, type=Shown)
        if shown.code:
            raise Refused("page_not_shown", cause=shown.code)
        return shown.jpeg


class SandboxedRecogniser:
    """``reading_ports.PageRecogniser``."""

    def __init__(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser

    def page(self, path: Path, media: str, number: int, *, cleared: bool) -> PageRead:
        """The page in the form that ``analyse`` takes back."""
        outcome = self._recogniser.page(path, media, number, cleared=cleared)
        if outcome.marks:
            return PageRead(marks=outcome.marks)
        return PageRead(body=encoded(outcome.page), code=unread_code(outcome.page))


def encoded(page: ScannedPage) -> bytes:
    """A recognised page as text, which is what an order to a child is made of."""
    return msgspec.json.encode(page)
