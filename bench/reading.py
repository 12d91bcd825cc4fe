"""Reading at work: a confined child a document beside the same reading in this process, and very long PDF."""

import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from bench.ingest import bare_pdf, packed
from bench.pairs import Bench, expect_equal
from bench.samples import write_docx, write_pdf
from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Analysis, Context
from contract_platform.documents.child import SandboxedReader
from contract_platform.documents.registry import read

TEN_PAGES = 15  # clauses
CONTEXT = Context(today=date(2026, 11, 25))
CLAUSES = 6  # fill a page


def benches(folder: Path, pages: int) -> list[Bench]:
    """A Word file of ten pages as the platform reads it, and a PDF of very many pages."""
    docx, long = write_docx(folder, TEN_PAGES), write_pdf(folder, CLAUSES * pages, name="long.pdf", most=pages)
    reader = SandboxedReader()
    return [
        Bench(
            name="child_docx",
            bare_is="the same reading and analysis without a child",
            equal="the whole analysis",
            ours=lambda: reader.analyse(docx, "docx", CONTEXT),
            bare=partial(in_process, docx),
            same=lambda: expect_equal("analysis", reader.analyse(docx, "docx", CONTEXT).analysis, in_process(docx)),
            repeats=3,
        ),
        Bench(
            name="long_pdf",
            bare_is="pypdfium2: text of every page",
            equal="all characters but white space",
            ours=partial(read, long),
            bare=partial(bare_pdf, long),
            same=lambda: expect_equal("pdf text", packed(read(long).text), packed(bare_pdf(long))),
            peak=partial(peak_mebibytes, long),
        ),
    ]


def in_process(path: Path) -> Analysis:
    """Reading and analysis where nothing is confined; as it crosses the pipe."""
    analysed = analyse(read(path), CONTEXT)
    return msgspec.msgpack.decode(msgspec.msgpack.encode(analysed), type=Analysis)


def peak_mebibytes(path: Path) -> float:
    """Peak resident memory of a process of its own that reads one file.

    The kernel's own mark of the program counts (``VmHWM``): ``ru_maxrss`` also holds what the parent had in memory.
    """
    command = [sys.executable, "-m", "bench.reading", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - itself
    return round(int(done.stdout) / 1024, 1)


if __name__ == "__main__":
    read(Path(sys.argv[1]))
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    sys.stdout.write(next(line.split()[1] for line in status if line.startswith("VmHWM")))
