"""The four properties of a contract's file (真实、完整、可用、安全), looked up in the file itself."""

import hashlib
from collections.abc import Iterator

import msgspec

from contract_platform.application.load import visible_contract
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.access import acting_roles
from contract_platform.domain.archiving import ArchiveCheck, Checked, CheckResult
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import CLOSED, Version
from contract_platform.domain.errors import NotFound
from contract_platform.domain.lifecycle import SIGNED
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import State

LASTING = frozenset({"pdf", "docx", "xlsx", "pptx", "ofd", "txt", "jpg", "jpeg", "png", "tif", "tiff"})
"""Formats that programs of any maker open."""
CHUNK = 1 << 20
FIELDS = ("name", "category", "handling_unit_id", "signing_body_id", "handler_id", "created_at")
SIGNED_FIELDS = ("contract_no", "sign_date", "parties")
AFTER_SIGNATURE = frozenset({*SIGNED, State.ARCHIVED})
TOLD_AS = {"imported": "register_existing"}
"""Decisions whose entry in the trace has another name: a row of an old ledger is registered by its import."""


def four_properties(platform: Platform, contract_id: str) -> tuple[Checked, ...]:
    """Every part with its result; reads every file of the contract, so it runs outside of transactions that write."""
    with platform.reading() as uow:
        contract = uow.contracts.get(contract_id)
        versions = uow.versions.find(contract_id=contract_id)
        rest = (
            process(uow, platform, contract),
            metadata(contract),
            numbering(versions),
            signed_copy(contract),
            formats(versions),
            set_apart(versions),
        )
        kept = list(files_of(uow, contract_id))
        told = told_of(uow, contract_id)
    sound = {key: digest(platform, key) == key for _, key in kept}
    wrong = [name for name, key in kept if not sound[key]]
    wrong += [one.filename for one in versions if told.get(one.id, one.sha256) != one.sha256]
    return (outcome(ArchiveCheck.BYTES, wrong, CheckResult.FAILED), *rest)


def unfit(platform: Platform, actor: Actor, contract_id: str) -> tuple[Checked, ...]:
    """What keeps a contract from the archive; nothing is looked at for those who do not look after its file."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        if not acting_roles(actor, contract, "archive.read"):
            return ()
    return tuple(one for one in four_properties(platform, contract_id) if one.result is CheckResult.FAILED)


def files_of(uow: UnitOfWork, contract_id: str) -> Iterator[tuple[str, str]]:
    """Name and digest of every file that may be read: what was uploaded, and what was issued."""
    for version in uow.versions.find(contract_id=contract_id):
        if version.analysis_state not in CLOSED:
            yield version.filename, version.sha256
    for paper in uow.papers.find(contract_id=contract_id):
        for kind, key in (("docx", paper.docx_sha256), ("pdf", paper.pdf_sha256)):
            if key is not None:
                yield f"{paper.title}{'' if paper.no == 1 else paper.no}.{kind}", key


def told_of(uow: UnitOfWork, contract_id: str) -> dict[str, str]:
    """The digest of each version as the trace told it when it came."""
    events = uow.events.find(contract_id=contract_id, type="version.added")
    return {one.object_id: msgspec.json.decode(one.data)["sha256"] for one in events}


def digest(platform: Platform, key: str) -> str:
    """The SHA-256 of the bytes that are kept under a key; "" where there are none."""
    total = hashlib.sha256()
    try:
        with platform.objects.open(key) as file:
            while chunk := file.read(CHUNK):
                total.update(chunk)
    except NotFound:
        return ""
    return total.hexdigest()


def outcome(check: ArchiveCheck, found: list[str], otherwise: CheckResult) -> Checked:
    """Passed where nothing was found."""
    return Checked(check=check, result=otherwise if found else CheckResult.PASSED, found=tuple(dict.fromkeys(found)))


def process(uow: UnitOfWork, platform: Platform, contract: Contract) -> Checked:
    """Each entry of the trace names the one before it, and every decision of a person is told there."""
    entries = platform.trace.chain.entries_of(contract.id)
    broken = [
        str(now.seq) for before, now in zip([None, *entries], entries, strict=False)
        if now.prior != (before.seq if before else None)
    ]  # fmt: skip
    # what was decided on a filing is told as the filing's (filing.register), of the contract itself as contract.sign
    names = (one.type.partition(".")[2] for one in uow.events.find(contract_id=contract.id))
    told = {TOLD_AS.get(name, name) for name in names}
    decided = {one.action for one in uow.decisions.find(contract_id=contract.id)}
    return outcome(ArchiveCheck.PROCESS, broken + sorted(decided - told), CheckResult.FAILED)


def metadata(contract: Contract) -> Checked:
    """What a record has to say of itself; a contract of the time before the platform may lack some."""
    wanted = FIELDS + (SIGNED_FIELDS if contract.state in AFTER_SIGNATURE else ())
    return outcome(
        ArchiveCheck.METADATA, [name for name in wanted if not getattr(contract, name)], CheckResult.NOTED
    )  # fmt: skip


def numbering(versions: list[Version]) -> Checked:
    """The versions of each document count from 1 without a gap."""
    counted: dict[str, list[int]] = {}
    names = {one.document_id: one.filename for one in versions}
    for one in versions:
        counted.setdefault(one.document_id, []).append(one.no)
    gaps = [names[key] for key, numbers in counted.items() if sorted(numbers) != list(range(1, len(numbers) + 1))]
    return outcome(ArchiveCheck.NUMBERING, gaps, CheckResult.FAILED)


def signed_copy(contract: Contract) -> Checked:
    """What was signed is in the file."""
    missing = contract.state in AFTER_SIGNATURE and contract.signed_version_id is None
    return outcome(ArchiveCheck.SIGNED_COPY, ["signed_version_id"] if missing else [], CheckResult.NOTED)


def formats(versions: list[Version]) -> Checked:
    """Files open, and in formats that will last."""
    doubtful = [one.filename for one in versions if one.unreadable or one.media not in LASTING]
    return outcome(ArchiveCheck.FORMATS, doubtful, CheckResult.NOTED)


def set_apart(versions: list[Version]) -> Checked:
    """No file is set apart for a secrecy mark; what was erased for one is noted by its name."""
    closed = [one.filename for one in versions if one.analysis_state in CLOSED]
    return outcome(ArchiveCheck.SET_APART, closed, CheckResult.NOTED)
