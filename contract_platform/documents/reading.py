"""A file read from beginning to end, pictures and all, for those who wait for it: commands and tests."""

from collections.abc import Callable
from pathlib import Path

from contract_platform.analysis.model import DocumentText, Unreadable
from contract_platform.documents.registry import read
from contract_platform.documents.scan.recogniser import Recogniser
from contract_platform.documents.scan.records import PagesWanted, ScannedPage
from contract_platform.documents.sniff import sniff

MARKED = "suspected_secret"


def read_whole(path: Path, told: Callable[[int, int], None] = lambda _, __: None) -> DocumentText:
    """The document's text, recognised where it has to be; ``told`` gets the running number of a page and their count.

    ``Unreadable`` as ``registry.read`` raises it, and suspected_secret for a scan with a secrecy mark.
    """
    try:
        return read(path)
    except PagesWanted as wanted:
        pages = wanted.pages
    media = sniff(path)
    scanned: dict[int, ScannedPage] = {}
    with Recogniser() as recogniser:
        for place, number in enumerate(pages, start=1):
            told(place, len(pages))
            outcome = recogniser.page(path, media, number)
            if outcome.marks:
                raise Unreadable(MARKED)
            scanned[number] = outcome.page
    return read(path, scanned)
