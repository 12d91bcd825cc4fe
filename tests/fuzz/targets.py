"""The readers of files, as a child process runs them over a folder of changed files."""

import json
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from contract_platform.analysis.model import DocumentText, Unreadable
from contract_platform.documents.registry import READERS, Reader
from contract_platform.documents.scan.reader import NOT_SCANNED
from contract_platform.documents.sheet_reading import sheets_of
from contract_platform.documents.sniff import sniff


def read_unscanned(reader: Reader, path: Path) -> DocumentText:
    """What a reader does before anything is recognised."""
    return reader.read(path, NOT_SCANNED)


READ: dict[str, Callable[[Path], Any]] = {
    media: partial(read_unscanned, reader) for media, reader in READERS.items()
} | {
    "xlsx": sheets_of,
    "any": sniff,
}


def read_each(target: str, folder: str) -> bytes:
    """The JSON of what went wrong, by file: a refusal is not wrong, every other exception is."""
    wrong = {}
    for path in sorted(Path(folder).iterdir()):
        try:
            READ[target](path)
        except (Unreadable, MemoryError):  # memory is bounded, and its end has a code of its own
            continue
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            wrong[path.name] = traceback.format_exc()
    return json.dumps(wrong).encode()
