"""The platform's side of recognising: every page in a confined child of its own."""

from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec
import structlog

from contract_platform.documents.child_work import MEBIBYTE, Limits
from contract_platform.documents.sandbox import ChildStoppedError, Sandbox
from contract_platform.documents.scan.records import PageOutcome, ScannedPage

log = structlog.get_logger(__name__)

LIMITS: Final = Limits(memory_bytes=2048 * MEBIBYTE, cpu_seconds=60, wall_seconds=240.0, result_bytes=16 * MEBIBYTE)
PRELOAD: Final = ("contract_platform.documents.scan.child",)
ENGINE: Final = f"rapidocr-{version('rapidocr')}/1"
"""What recognises, and the version of what is made of it: pages of another engine are recognised anew."""
WORK: Final = "contract_platform.documents.scan.child:recognise_page"


class Recogniser:
    """A fork server with the libraries loaded; it takes much memory and is let go at the end of the block."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._sandbox = Sandbox(limits, PRELOAD)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._sandbox.close()

    def page(self, path: Path, media: str, number: int, *, cleared: bool = False) -> PageOutcome:
        """The page; what stops the child becomes its ``code`` and leaves the other pages alone.

        ``child_client.ChildLostError`` says nothing about the page and is raised, for trying again.
        """
        try:
            data = self._sandbox.run_named(WORK, str(path), media, str(number), "cleared" if cleared else "")
        except ChildStoppedError as stopped:
            log.warning("recognising stopped", code=stopped.code, page=number, detail=stopped.detail)
            return PageOutcome(page=ScannedPage(number=number, code=stopped.code))
        return msgspec.msgpack.decode(data, type=PageOutcome)
