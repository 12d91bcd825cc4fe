"""Recognising a scanned page: the platform's child, from the file to lines with places, beside bare RapidOCR."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2
import rapidocr

from bench.pairs import Bench, expect_equal
from bench.prose import clauses
from contract_platform.documents.scan.layout import lines_of_page
from contract_platform.documents.scan.recogniser import Recogniser
from tests.unit.documents.paper import DPI, Sheet, pdf_of

LINE, LINES = 34, 30  # characters in a line, lines on the page


def benches(folder: Path) -> tuple[list[Bench], Callable[[], None]]:
    """One page; what has to be closed afterwards comes with it."""
    path = write_scan(folder)
    recogniser, bare = Recogniser(), engine()
    ours = partial(text_of_page, recogniser, path)
    theirs = partial(bare_text, bare, path)
    bench = Bench(
        name="scan_page",
        bare_is="RapidOCR as it comes, one thread, models loaded, on the page drawn by pypdfium2",
        equal="all characters but white space and the width of punctuation",
        ours=ours,
        bare=theirs,
        same=lambda: expect_equal("scan text", packed(ours()), packed(theirs())),
    )
    return [bench], partial(recogniser.__exit__, None, None, None)


def write_scan(folder: Path) -> Path:
    """A page of prose as a scanner sees it."""
    words = "".join(paragraph for _, paragraphs in clauses(4) for paragraph in paragraphs)
    sheet = Sheet()
    sheet.lines(80, 60, [words[at : at + LINE] for at in range(0, LINE * LINES, LINE)], leading=24)
    return pdf_of([sheet.scanned()], folder / "scan.pdf")


def engine() -> Any:  # noqa: ANN401 - RapidOCR is untyped
    """RapidOCR with its own settings; one thread, because a child has no more."""
    threads = {"intra_op_num_threads": 1, "inter_op_num_threads": 1}
    settings = {f"EngineConfig.onnxruntime.{name}": number for name, number in threads.items()}
    return rapidocr.RapidOCR(params={**settings, "Global.log_level": "error"})


def bare_text(ocr: Any, path: Path) -> str:  # noqa: ANN401 - as above
    """The text of the page line by line, nothing else."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(ocr(document[0].render(scale=DPI / 72).to_numpy()).txts)
    finally:
        document.close()


def text_of_page(recogniser: Recogniser, path: Path) -> str:
    """The same through the child: seals, slope, ruling and places included."""
    page = recogniser.page(path, "pdf", 1).page
    return "".join(line.text for line in lines_of_page(page))


def packed(text: str) -> str:
    """The text without what only one side puts right."""
    return "".join(text.split()).translate(str.maketrans("，；：（）", ",;:()"))
