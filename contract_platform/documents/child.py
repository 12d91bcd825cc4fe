"""The reader of the platform: every file is read and analysed in a confined child process of its own."""

from pathlib import Path

import msgspec
import structlog

from contract_platform.analysis.model import Context
from contract_platform.application.ports import Reading
from contract_platform.documents.child_reading import Outcome, read_and_analyse
from contract_platform.documents.child_work import Limits
from contract_platform.documents.sandbox import ChildStoppedError, Sandbox
from contract_platform.documents.sniff import sniff

log = structlog.get_logger(__name__)


class SandboxedReader:
    """``ports.DocumentReader``.

    A lost child (``child_client.ChildLostError``) is no verdict on the file; it is raised, for trying again.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._sandbox = Sandbox(limits)

    def sniff(self, path: Path, filename: str) -> str:
        """The media name by content."""
        return sniff(path, filename)

    def analyse(self, path: Path, media: str, context: Context) -> Reading:
        """Read and analyse; what stops the child becomes an ``unreadable`` code."""
        try:
            data = self._sandbox.run(read_and_analyse, str(path), msgspec.json.encode(context).decode())
        except ChildStoppedError as stopped:
            log.warning("reading stopped", code=stopped.code, media=media, detail=stopped.detail)
            return Reading(unreadable=stopped.code)
        outcome = msgspec.msgpack.decode(data, type=Outcome)
        return Reading(analysis=outcome.analysis, unreadable=outcome.unreadable, marks=outcome.marks)
