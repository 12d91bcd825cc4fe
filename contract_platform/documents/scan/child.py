"""Recognising as the child does it: a path and a page's number in, the bytes of an outcome out."""

from pathlib import Path

import msgspec

from contract_platform.analysis.model import Unreadable
from contract_platform.analysis.secrecy import LEADING, secrecy_marks
from contract_platform.documents.pdf_lines import edge_lines
from contract_platform.documents.scan.layout import lines_of_page
from contract_platform.documents.scan.recognise import recognise
from contract_platform.documents.scan.records import PageOutcome, ScannedPage


def recognise_page(path: str, media: str, number: str, cleared: str) -> bytes:
    """The msgpack bytes of the page's outcome; ``cleared`` is not empty where marks have been found to be none."""
    place = int(number)
    try:
        page = recognise(Path(path), media, place)
    except Unreadable as refusal:
        page = ScannedPage(number=place, code=refusal.code)
    marks = () if cleared else marks_on(page)
    outcome = PageOutcome(page=ScannedPage(number=place) if marks else page, marks=marks)
    return msgspec.msgpack.encode(outcome)


def marks_on(page: ScannedPage) -> tuple[str, ...]:
    """Secrecy marks on a page; only on the first does the level alone count."""
    lines = lines_of_page(page)
    cells = [cell for line in lines for row in line.rows for cell in row]
    texts = [line.text for line in lines if not line.rows]
    above = [] if page.number == 1 else ["—"] * LEADING  # what stands at the top of a document
    return secrecy_marks([*above, *texts], cells, edge_lines([lines]))
