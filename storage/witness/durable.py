"""Files that are there whole or not at all, also after a power cut."""

import os
from pathlib import Path

from storage.objects.local import flush_folder


def write_once(path: Path, content: bytes, mode: int) -> None:
    """Write aside, flush, then give it its name; ``FileExistsError`` where the name is taken."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.unlink(missing_ok=True)
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(aside, path)  # unlike a rename it never replaces
    finally:
        aside.unlink(missing_ok=True)
    flush_folder(path.parent)
