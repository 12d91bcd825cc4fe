"""Zips with nothing of this machine in them, and the verifier as one runnable file."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from contract_platform import trace_verifier

VERIFIER = "verify_trace.pyz"
MAIN = "import sys\n\nfrom trace_verifier.command import main\n\nsys.exit(main())\n"
SIGNATURE = 128  # hexadecimal digits
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say
CHUNK = 1 << 20


def verifier_file() -> bytes:
    """The verifier, for ``python3 verify_trace.pyz``: the same bytes whoever makes it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo("__main__.py", LONG_AGO), MAIN)
        for path in sorted(Path(trace_verifier.__file__).parent.glob("*.py")):
            archive.writestr(zipfile.ZipInfo(f"trace_verifier/{path.name}", LONG_AGO), path.read_bytes())
    return b"#!/usr/bin/env python3\n" + packed.getvalue()


def pack(folder: Path, target: Path, sign: Callable[[bytes], bytes]) -> None:
    """Zip a folder's files; the zip's comment is a signature of every byte before it."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = b"0" * SIGNATURE
        for path in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(path.name, LONG_AGO)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with path.open("rb") as source, archive.open(entry, "w", force_zip64=path.stat().st_size >= 1 << 31) as to:
                while chunk := source.read(CHUNK):
                    to.write(chunk)
    with target.open("r+b") as file:
        total, left = hashlib.sha256(), target.stat().st_size - SIGNATURE
        while chunk := file.read(min(CHUNK, left)):
            total.update(chunk)
            left -= len(chunk)
        file.write(sign(f"contract-platform/zip {total.hexdigest()}\n".encode()).hex().encode())
