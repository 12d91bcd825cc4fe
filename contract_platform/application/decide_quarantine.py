"""Two people erase or release a file that bears a secrecy mark: one asks, another agrees.

What is left of an erased file is that it was erased, by whom and why, with its hash and size.
"""

import hashlib
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from contract_platform.application.isolate_version import forget_reading
from contract_platform.application.load import expect_revision
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.quarantine_views import QuarantineView, roles_at, view_of
from contract_platform.application.store_file import ANALYSED_KINDS
from contract_platform.application.trace import enqueue, record
from contract_platform.domain.document import Version
from contract_platform.domain.errors import NotFound
from contract_platform.domain.people import Actor
from contract_platform.domain.quarantine import QUARANTINE, Quarantine, QuarantineCircumstances
from contract_platform.domain.vocabulary import AnalysisState, QuarantineState, Role

ERASED = "（已清除）"
PURGED = "purged"


class QuarantineCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on a file that is set apart; ``reason`` is required to ask and to reject."""

    action: Literal["request_purge", "request_release", "approve", "reject", "withdraw"]
    reason: Annotated[str, msgspec.Meta(max_length=1000)] = ""


def decide_quarantine(
    platform: Platform, actor: Actor, quarantine_id: str, command: QuarantineCommand, *, revision: int
) -> QuarantineView:
    """Follow the table; ``Refused`` with every reason. Erasing is over when this returns."""
    with platform.unit_of_work() as uow:
        quarantine = uow.quarantines.get(quarantine_id)
        roles = roles_at(uow, actor, quarantine)
        if not roles:
            raise NotFound("quarantine_not_found", id=quarantine_id)
        expect_revision(quarantine, revision)
        facts = QuarantineCircumstances(quarantine=quarantine, actor_id=actor.person_id, reason=command.reason)
        role = next(one for one in Role if one in roles)
        row = QUARANTINE.advance(quarantine.state, command.action, role, facts)
        decided = changed(platform, actor, quarantine, command, QuarantineState(row.target))
        decided = uow.quarantines.save(decided)
        record_act(uow, platform, actor, decided, command, role)
        if decided.state == QuarantineState.PURGED:
            forget(uow, platform, decided)
        elif decided.state == QuarantineState.RELEASED:
            release(uow, platform, decided)
        shown = view_of(uow, actor, decided)
    if decided.state == QuarantineState.PURGED:
        erase(platform, decided)
    return shown


def changed(
    platform: Platform, actor: Actor, quarantine: Quarantine, command: QuarantineCommand, target: QuarantineState
) -> Quarantine:
    """The record after the act: who asked, or who decided."""
    now = platform.clock.now()
    if command.action in {"request_purge", "request_release"}:
        asked = {"requested_by": actor.person_id, "requested_at": now, "reason": command.reason.strip()}
        return msgspec.structs.replace(quarantine, state=target, **asked)
    if target == QuarantineState.HELD:
        return msgspec.structs.replace(quarantine, state=target, requested_by=None, requested_at=None, reason="")
    return msgspec.structs.replace(quarantine, state=target, decided_by=actor.person_id, decided_at=now)


def record_act(
    uow: UnitOfWork, platform: Platform, actor: Actor, quarantine: Quarantine, command: QuarantineCommand, role: Role
) -> None:
    """What stays for good: hash, size, who and why; nothing of the file."""
    data = {
        "to": quarantine.state,
        "version": quarantine.version_id,
        "sha256": quarantine.sha256,
        "size": quarantine.size,
        "reason": command.reason.strip() or quarantine.reason,
        "requested_by": quarantine.requested_by,
    }
    record(
        uow,
        platform,
        actor,
        f"quarantine.{command.action}",
        object_id=quarantine.id,
        contract_id=quarantine.contract_id,
        role=role,
        data=data,
    )


def release(uow: UnitOfWork, platform: Platform, quarantine: Quarantine) -> None:
    """A false alarm: the version is read again, its marks taken for none."""
    version = uow.versions.get(quarantine.version_id)
    analysed = uow.documents.get(version.document_id).kind in ANALYSED_KINDS
    state = AnalysisState.QUEUED if analysed else AnalysisState.NOT_ANALYSED
    uow.versions.save(msgspec.structs.replace(version, analysis_state=state, unreadable=None))
    if analysed:
        enqueue(uow, platform, "analyse_version", version.id, lane="slow")


def forget(uow: UnitOfWork, platform: Platform, quarantine: Quarantine) -> None:
    """Remove from the database whatever came from these bytes, under whatever contract they were uploaded."""
    for version in uow.versions.find(sha256=quarantine.sha256):
        forget_reading(uow, platform, version)
        forget_names(uow, version)
        uow.responses.forget(version.id, version.uploaded_at)
        uow.versions.save(
            msgspec.structs.replace(
                version, filename=ERASED, analysis_state=AnalysisState.PURGED, analysis_id=None, unreadable=PURGED
            )
        )
    for other in uow.quarantines.find(sha256=quarantine.sha256):
        if other.id != quarantine.id:
            decision = {"decided_by": quarantine.decided_by, "decided_at": quarantine.decided_at}
            uow.quarantines.save(msgspec.structs.replace(other, state=QuarantineState.PURGED, **decision))


def forget_names(uow: UnitOfWork, version: Version) -> None:
    """Names that came from the file's name: of a document of its own, of a contract nobody has named yet."""
    document = uow.documents.get(version.document_id)
    if document.title == version.filename:
        uow.documents.save(msgspec.structs.replace(document, title=ERASED))
    contract = uow.contracts.get(version.contract_id)
    if contract.draft_version_id == version.id and not contract.facts_confirmed:
        uow.contracts.save(msgspec.structs.replace(contract, name=ERASED))


def erase(platform: Platform, quarantine: Quarantine) -> None:
    """Remove the bytes: the object, spooled copies, and what deleted rows left in the database's files."""
    platform.objects.erase(quarantine.sha256)
    for file in platform.spool.iterdir():
        if file.is_file() and file.stat().st_size == quarantine.size and digest_of(file) == quarantine.sha256:
            file.write_bytes(bytes(quarantine.size))
            file.unlink()
    platform.scrub()


def digest_of(file: Path) -> str:
    """The hex SHA-256 of a file."""
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
