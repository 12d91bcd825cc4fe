"""The trace, or one contract's, as files that prove themselves on any machine.

Every export carries the program that verifies it, so whoever receives it needs nothing of the platform.
"""

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

from contract_platform.application.checkpoint_trace import checkpoint_trace
from contract_platform.application.ports import Platform
from contract_platform.application.sequence_trace import sequence_trace
from contract_platform.application.trace_files import Files
from contract_platform.application.trace_package import VERIFIER, pack, verifier_file
from contract_platform.application.trace_ports import Trace
from contract_platform.application.trace_readme import README
from contract_platform.domain.chain import TraceBroken
from contract_platform.domain.checkpoint import Written
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import NotFound
from contract_platform.domain.filing import FILING
from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Role

# events that make a record: the type -> the kind of record
BIRTHS = {
    "alert.raised": "alert",
    "contract.registered": "contract",
    "remark.created": "remark",
    "version.added": "version",
}
# acts that leave a decision behind: the type of the event -> the act
DECIDING = {
    f"{machine.name}.{row.action}": row.action
    for machine in (LIFECYCLE, FILING)
    for row in machine.transitions
    if row.roles != (Role.SYSTEM,)
}


class Exported(Record, frozen=True, kw_only=True):
    """What was written where: ``entries`` of the trace, the newest of which is ``last``."""

    path: Path
    entries: int
    last: int


def export_trace(
    platform: Platform,
    target: Path,
    contract_number: str | None = None,
    enclose: Callable[[Files], None] | None = None,
) -> Exported:
    """Write a zip where ``target`` ends so, a folder otherwise; ``FileExistsError`` where there is something already.

    ``contract_number`` is a contract number, a review number or an id; ``NotFound`` where no contract has it. What was
    committed before the call is in the export; a trace that was tampered with is exported as it is. ``enclose`` adds
    further files, which the signed list then names too.
    """
    if target.exists():
        raise FileExistsError(f"{target} 已存在，请换一个名称 / {target} is there already, choose another name")
    contract = None if contract_number is None else contract_of(platform, contract_number)
    sequence_trace(platform)
    rows = platform.trace.chain.traced_rows(DECIDING, contract.id if contract else None)
    with contextlib.suppress(TraceBroken):
        checkpoint_trace(platform, at_once=True)
    newest = newest_checkpoint(platform.trace)
    aside = target.with_name(f".{target.name}.partial")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    try:
        files = Files(platform, aside, rows, newest)
        entries = files.whole() if contract is None else files.single(contract, contract_number or "")
        files.add_rows(BIRTHS, DECIDING)
        if enclose is not None:
            enclose(files)
        files.add("README.txt", README.encode())
        files.add(VERIFIER, verifier_file())
        files.sign()
        if target.suffix == ".zip":
            pack(aside, target, platform.trace.notary.sign)
        else:
            aside.rename(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return Exported(path=target, entries=entries, last=files.last)


def newest_checkpoint(trace: Trace) -> Written | None:
    """The newest checkpoint, as far as its file can be read."""
    try:
        return trace.checkpoints.last()
    except TraceBroken:
        return None


def contract_of(platform: Platform, number: str) -> Contract:
    """The contract that people mean by a number."""
    with platform.reading() as uow:
        for name in ("contract_no", "review_no", "id"):
            if found := uow.contracts.find(**{name: number}):
                return found[0]
    raise NotFound("contract_not_found", id=number)
