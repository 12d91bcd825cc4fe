"""Checkpoints as files, a thousand a folder: written once, read-only from then on."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contract_platform.domain.chain import TraceBroken
from contract_platform.domain.checkpoint import Written, read
from storage.objects.local import flush_folder
from storage.witness.durable import write_once

A_FOLDER = 1000
KEYS = "keys"


class CheckpointFolder:
    """The folder of all checkpoints, with the public keys of those who signed them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / KEYS).mkdir(parents=True, exist_ok=True)

    @contextmanager
    def writing(self, *, wait: bool) -> Iterator[bool]:
        """Hold the folder's lock, which ends with the process that holds it."""
        with (self._folder / ".lock").open("ab") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
            else:
                yield True

    def last(self) -> Written | None:
        """The newest checkpoint; found in the last folder, unless a crash left that one empty."""
        folders = sorted(self._folder.glob("[0-9]*"), reverse=True)
        newest = next((max(files) for folder in folders if (files := list(folder.glob("[0-9]*.txt")))), None)
        try:
            return None if newest is None else read(newest.read_bytes())
        except ValueError as error:
            raise TraceBroken(0, f"the file of the newest checkpoint is none: {newest}") from error

    def add(self, number: int, record: bytes) -> None:
        """Keep a record for good."""
        path = self._folder / f"{number // A_FOLDER:06}" / f"{number:09}.txt"
        if not path.parent.exists():
            path.parent.mkdir()
            flush_folder(self._folder)
        for left_by_a_crash in path.parent.glob(".*"):
            left_by_a_crash.unlink()
        write_once(path, record, mode=0o444)

    def records(self) -> Iterator[bytes]:
        """All records, oldest first."""
        for folder in sorted(self._folder.glob("[0-9]*")):
            for file in sorted(folder.glob("[0-9]*.txt")):
                yield file.read_bytes()

    def note_key(self, public: bytes) -> None:
        """Remember a public key, beside those of earlier times."""
        path = self._folder / KEYS / public.hex()
        if not path.exists():
            path.touch()
            flush_folder(path.parent)

    def public_keys(self) -> tuple[bytes, ...]:
        """Every key that has signed here."""
        return tuple(bytes.fromhex(name) for name in sorted(file.name for file in (self._folder / KEYS).iterdir()))
