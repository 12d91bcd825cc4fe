"""``contract-platform doctor``: what stands between this installation and working, each with a way out."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from contract_platform.analysis.model import Context
from contract_platform.application.ports import Platform
from contract_platform.domain.errors import PlatformError

FREE_BYTES = 2 * 1024**3
PROBE = b"doctor"


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that has to work: what it is, how it is tried, and what to do when it fails."""

    name: str
    attempt: Callable[[], str]
    way_out: str


class TroubleError(Exception):
    """The attempt worked, its answer is bad."""


def database(platform: Platform) -> str:
    """Read something from the newest table shape."""
    with platform.reading() as uow:
        return f"{len(uow.units.find())} units"


def objects(platform: Platform, spool: Path) -> str:
    """Store, read back and remove a few bytes."""
    probe = spool / "doctor"
    probe.write_bytes(PROBE)
    try:
        with probe.open("rb") as source:
            stored = platform.objects.put(source)
    finally:
        probe.unlink()
    with platform.objects.open(stored.sha256) as content:
        if content.read() != PROBE:
            raise TroubleError("other bytes came back")
    platform.objects.delete(stored.sha256)
    return "stored, read back, removed"


def disk(folder: Path) -> str:
    """Free space where run-time data lives."""
    free = shutil.disk_usage(folder).free
    if free < FREE_BYTES:
        raise TroubleError(f"{free // 1024**2} MiB free")
    return f"{free // 1024**3} GiB free"


def reader(platform: Platform, spool: Path) -> str:
    """Read a three-line contract in the confined child."""
    probe = spool / "doctor.txt"
    probe.write_text("采购合同\n甲方：望澜区大数据管理局\n乙方：清和公司\n", encoding="utf-8")
    try:
        reading = platform.reader.analyse(probe, "txt", Context(today=platform.clock.today()))
    finally:
        probe.unlink()
    if reading.analysis is None:
        raise TroubleError(f"nothing read: {reading.unreadable}")
    return "reads in its child process"


def run(checks: list[Check]) -> Iterator[tuple[bool, str]]:
    """Try everything; each line says whether it works and, if not, why and what to do."""
    for check in checks:
        try:
            yield True, f"ok      {check.name}: {check.attempt()}"
        except (TroubleError, PlatformError, OSError, ValueError) as error:
            yield False, f"FAILED  {check.name}: {error}\n        -> {check.way_out}"
