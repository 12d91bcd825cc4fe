"""Recognised pages made of text, and a reader that recognises what it is told, page by page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from contract_platform.analysis.model import Context
from contract_platform.analysis.pages import packed
from contract_platform.application.reading_ports import DocumentReader, PageRead, Reading
from contract_platform.documents.child import encoded
from contract_platform.documents.scan.reader import unread_code
from contract_platform.documents.scan.records import ScannedLine, ScannedPage
from contract_platform.domain.pdf_signature import PdfSignature

EM, LEADING = 105, 200  # tenths of a point
WIDTH, HEIGHT = 5950, 8420


def line(text: str, left: int = 800, top: int = 800, *, confidence: int = 99, slope: int = 0) -> ScannedLine:
    """A line in type of 10.5 points."""
    edges = [left + EM * place for place in range(len(text) + 1)]
    return ScannedLine(text, top, top + 150, slope, packed(edges), bytes([confidence]) * len(text))


def page(number: int, texts: Sequence[str], **more: Any) -> ScannedPage:
    """A page of lines below each other."""
    lines = tuple(line(text, top=800 + LEADING * place) for place, text in enumerate(texts))
    return ScannedPage(number=number, width=WIDTH, height=HEIGHT, ink=20, lines=lines, **more)


class Canned:
    """The real reader, recognising pages that are given; ``before`` hears the number of each page first."""

    def __init__(
        self,
        reader: DocumentReader,
        pages: Mapping[int, ScannedPage | PageRead],
        before: Callable[[int], None] = lambda _: None,
        engine: str = "canned/1",
    ) -> None:
        self._reader = reader
        self._pages = pages
        self._before = before
        self.engine = engine
        self.asked: list[int] = []

    def sniff(self, path: Path, filename: str) -> str:
        return self._reader.sniff(path, filename)

    def analyse(self, path: Path, media: str, context: Context, pages: Sequence[bytes] = ()) -> Reading:
        return self._reader.analyse(path, media, context, pages)

    def signatures(self, path: Path, at: datetime) -> tuple[PdfSignature, ...]:
        return self._reader.signatures(path, at)

    def picture(self, path: Path, media: str, number: int, turn: int) -> bytes:
        return self._reader.picture(path, media, number, turn)

    @contextmanager
    def recogniser(self) -> Iterator["Canned"]:
        yield self

    def page(self, path: Path, media: str, number: int, *, cleared: bool) -> PageRead:
        """What was given for the page; secrecy marks that have been cleared are none."""
        assert path.stat().st_size
        assert media
        self._before(number)
        self.asked.append(number)
        given = self._pages[number]
        if isinstance(given, PageRead):
            return PageRead(body=given.body) if cleared else given
        return PageRead(body=encoded(given), code=unread_code(given))
