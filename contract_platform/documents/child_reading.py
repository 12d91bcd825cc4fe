"""Reading and analysis as the child does them: a path in, the bytes of an outcome out."""

from pathlib import Path
from typing import Final

import msgspec

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Analysis, Context, Unreadable
from contract_platform.documents.registry import read

MARKED: Final = "suspected_secret"


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What crosses the pipe: an analysis, or the code of why there is none."""

    analysis: Analysis | None = None
    unreadable: str | None = None
    marks: tuple[str, ...] = ()


def read_and_analyse(path: str, context: str) -> bytes:
    """The msgpack bytes of the file's outcome; ``context`` is the JSON of a ``Context``."""
    try:
        document = read(Path(path))
        known = msgspec.json.decode(context, type=Context)
        if document.marks and not known.secrecy_cleared:
            # nothing of its text leaves this process
            outcome = Outcome(unreadable=MARKED, marks=document.marks)
        else:
            outcome = Outcome(analysis=analyse(document, known))
    except Unreadable as refusal:
        outcome = Outcome(unreadable=refusal.code)
    return msgspec.msgpack.encode(outcome)
