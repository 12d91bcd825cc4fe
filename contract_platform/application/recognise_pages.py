"""Pages that are pictures, recognised one by one; what is done stays done, whatever happens to the process.

Every page is committed as soon as it is recognised: people see how far it has come, and who takes the work up again
goes on where it was left. A long document gives way to others between two turns.
"""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.reading_ports import PageRead
from contract_platform.domain.document import RecognisedPage, Version

TURN: Final = 60.0  # seconds after which other documents have their turn; one more page may take two minutes
FOR_MARKS: Final = 2  # pages looked at of a file that is not analysed: secrecy marks stand on the first (GB/T 9704 7.2)


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """How a turn ended: with secrecy marks, with all pages done, or with pages left."""

    marks: tuple[str, ...] = ()
    left: int = 0


def recognised_bodies(platform: Platform, version: Version) -> list[bytes]:
    """The pages of the version's file that the engine in use has recognised, read or not."""
    with platform.reading() as uow:
        pages = uow.recognised.find(sha256=version.sha256, engine=platform.reader.engine, done=True)
    return [page.body for page in pages]


def recognise_pages(
    platform: Platform, version: Version, file: Path, wanted: Sequence[int], *, cleared: bool, turn: float = TURN
) -> Turn:
    """Recognise pages for a while; at least one, so that every turn comes nearer to the end."""
    with platform.unit_of_work() as uow:
        for number in wanted:
            wait_for(uow, platform, version, number)
    began = time.monotonic()
    with platform.reader.recogniser() as recogniser:
        for place, number in enumerate(wanted):
            if place and time.monotonic() - began > turn:
                return Turn(left=len(wanted) - place)
            read = recogniser.page(file, version.media, number, cleared=cleared)
            if read.marks:
                return Turn(marks=read.marks)
            with platform.unit_of_work() as uow:
                keep(uow, version, number, read)
    return Turn()


def wait_for(uow: UnitOfWork, platform: Platform, version: Version, number: int) -> None:
    """A row for the page, so that it counts among those to be done; that of another engine begins anew."""
    engine = platform.reader.engine
    for page in uow.recognised.find(sha256=version.sha256, page=number):
        if page.engine != engine:
            uow.recognised.save(msgspec.structs.replace(page, engine=engine, done=False, code="", body=b""))
        return
    page_id = RecognisedPage.id_of(version.sha256, number)
    uow.recognised.add(RecognisedPage(id=page_id, sha256=version.sha256, page=number, engine=engine))


def keep(uow: UnitOfWork, version: Version, number: int, read: PageRead) -> None:
    """Keep what was read; a page that is gone meanwhile was erased with its file and stays gone."""
    for page in uow.recognised.find(sha256=version.sha256, page=number):
        uow.recognised.save(msgspec.structs.replace(page, done=True, code=read.code, body=read.body))


def forget_failed(uow: UnitOfWork, version: Version) -> None:
    """Have another try at pages that could not be read."""
    for page in uow.recognised.find(sha256=version.sha256, done=True):
        if page.code:
            uow.recognised.save(msgspec.structs.replace(page, done=False, code="", body=b""))


def forget_pages(uow: UnitOfWork, version: Version) -> None:
    """Remove what was recognised of the version's file."""
    for page in uow.recognised.find(sha256=version.sha256):
        uow.recognised.remove(page.id)
