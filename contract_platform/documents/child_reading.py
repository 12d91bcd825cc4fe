"""Reading and analysis as the child does them: a path in, the bytes of an outcome out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Analysis, Context, DocumentText, Unreadable
from contract_platform.documents.registry import read
from contract_platform.documents.scan.records import PagesWanted, ScannedPage

MARKED: Final = "suspected_secret"


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What crosses the pipe: an analysis, or the code of why there is none, or the pages it has to wait for.

    ``layout`` are the msgpack bytes of the pages, which the analysis comes without.
    """

    analysis: Analysis | None = None
    unreadable: str | None = None
    marks: tuple[str, ...] = ()
    wanted: tuple[int, ...] = ()
    layout: bytes = b""


def read_and_analyse(path: str, context: str, *pages: str) -> bytes:
    """The msgpack bytes of the file's outcome; ``context`` is the JSON of a ``Context``, pages of a ``ScannedPage``."""
    try:
        document = read(Path(path), scanned(pages))
        outcome = outcome_of(document, msgspec.json.decode(context, type=Context))
    except PagesWanted as wanted:
        outcome = Outcome(wanted=wanted.pages)
    except Unreadable as refusal:
        outcome = Outcome(unreadable=refusal.code)
    return msgspec.msgpack.encode(outcome)


def scanned(pages: Sequence[str]) -> dict[int, ScannedPage]:
    """Recognised pages by number."""
    return {page.number: page for page in (msgspec.json.decode(text, type=ScannedPage) for text in pages)}


def outcome_of(document: DocumentText, known: Context) -> Outcome:
    """The analysis; of a document with secrecy marks that were not cleared nothing of its text leaves this process."""
    if document.marks and not known.secrecy_cleared:
        return Outcome(unreadable=MARKED, marks=document.marks)
    layout = msgspec.msgpack.encode(document.pages)
    return Outcome(analysis=analyse(msgspec.structs.replace(document, pages=()), known), layout=layout)
