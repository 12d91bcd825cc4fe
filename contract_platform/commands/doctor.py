"""``contract-platform doctor``: what stands between this installation and working, each with a way out."""

import argparse
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from contract_platform import bootstrap
from contract_platform.analysis.model import Context
from contract_platform.application.check_people import violations
from contract_platform.application.ports import Platform
from contract_platform.settings import Settings, load
from workers import broker

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


def trace(platform: Platform) -> str:
    """How far the trace is chained and signed, and the public key that people compare exports with."""
    chain, newest = platform.trace.chain, platform.trace.checkpoints.last()
    end, signed = chain.last(), newest.checkpoint.last if newest else 0
    sealed = end.seq if end else 0
    if sealed < signed:
        raise TroubleError(f"entries {sealed + 1} to {signed} are gone, though a checkpoint was signed for them")
    counts = f"{sealed} entries chained, {signed} signed, {chain.waiting()} waiting"
    return f"{counts}; public key {platform.trace.notary.public.hex()}"


def people(platform: Platform) -> str:
    """Nothing rests with somebody who is gone, and the three administrators are there and apart."""
    found = violations(platform)
    if found:
        kinds = sorted({one.code for one in found})
        raise TroubleError(f"{len(found)}: {', '.join(kinds)} ({', '.join(one.object_id for one in found[:5])})")
    return "no work rests with anybody who is gone, administrators are apart"


def attempts(checks: list[Check]) -> Iterator[tuple[bool, str]]:
    """Try everything; each line says whether it works and, if not, why and what to do."""
    for check in checks:
        try:
            yield True, f"ok      {check.name}: {check.attempt()}"
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what stands in the way
            cause = str(error).partition("\n")[0] or type(error).__name__
            yield False, f"FAILED  {check.name}: {cause}\n        -> {check.way_out}"


def checks(platform: Platform, settings: Settings) -> list[Check]:
    """Everything that has to work, what others rest on first."""
    spool = platform.spool
    return [
        Check(
            name="disk",
            attempt=lambda: disk(spool),
            way_out=f"free at least {FREE_BYTES // 1024**3} GiB or set DATA_DIR to a larger disk",
        ),
        Check(
            name="database",
            attempt=lambda: database(platform),
            way_out="check DATABASE_URL and run: contract-platform migrate",
        ),
        Check(
            name="people",
            attempt=lambda: people(platform),
            way_out="see docs/guide/people.md, 核对: hand over, appoint or revoke what is named",
        ),
        Check(
            name="objects",
            attempt=lambda: objects(platform, spool),
            way_out="check OBJECTS_URL, its credentials and that its place can be written",
        ),
        Check(
            name="trace",
            attempt=lambda: trace(platform),
            way_out="keep the database and the folders keys and checkpoints as they are, run: contract-platform "
            "export-trace, then verify-trace, which names what is wrong",
        ),
        Check(
            name="queue",
            attempt=lambda: broker.reach(settings.queue.url),
            way_out="check QUEUE_URL and that the broker runs; memory:// needs none",
        ),
        Check(
            name="reader",
            attempt=lambda: reader(platform, spool),
            way_out="install again with: make install",
        ),
    ]


def run(argv: list[str]) -> int:
    """Print every check; the exit code is 1 when something does not work."""
    argparse.ArgumentParser(prog="contract-platform doctor", description="检查本安装能否工作").parse_args(argv)
    settings = load()
    platform = bootstrap.build(settings)
    healthy = True
    for works, line in attempts(checks(platform, settings)):
        print(line, flush=True)
        healthy = healthy and works
    return 0 if healthy else 1
