"""A set of generated contracts on disk: the files, and beside each the truth as JSON."""

from pathlib import Path

import msgspec

from tests.generated.chance import Chance
from tests.generated.contract import write
from tests.generated.docx_file import write_docx
from tests.generated.pdf_file import write_pdf
from tests.generated.truth import Truth

WRITERS = {"docx": write_docx, "pdf": write_pdf}


def generate(folder: Path, seed: int, count: int) -> list[tuple[Path, Truth]]:
    """Write ``count`` contracts of a seed; the first ones of a longer run are the same."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for index in range(count):
        layout, truth = write(seed, index)
        path = folder / f"{truth.doc}.{truth.format}"
        WRITERS[truth.format](layout, path, Chance(seed, index, "file"))
        path.with_suffix(".json").write_bytes(msgspec.json.format(msgspec.json.encode(truth), indent=1))
        made.append((path, truth))
    return made
