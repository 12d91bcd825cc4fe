"""A further file for a contract: a revised draft, the signed copy, evidence or an attachment."""

from pathlib import Path
from typing import Any

import msgspec

from contract_platform.application.deviations import known_deviations
from contract_platform.application.load import open_version, visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit, permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.recognise_pages import forget_failed
from contract_platform.application.store_file import ANALYSED_KINDS, StoredFile, new_version, store_file
from contract_platform.application.tasks_of_contract import retask_deviations
from contract_platform.application.trace import enqueue, record
from contract_platform.application.views import VersionView
from contract_platform.domain.access import acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import UPLOADERS, Document
from contract_platform.domain.errors import Forbidden, Refused
from contract_platform.domain.lifecycle import SIGNED
from contract_platform.domain.people import Actor
from contract_platform.domain.signing_vocabulary import SignatureVerdict
from contract_platform.domain.vocabulary import AnalysisState, DocumentKind, Origin, State

TITLES = {
    DocumentKind.DRAFT: "合同文本",
    DocumentKind.SIGNED: "签署件",
    DocumentKind.EVIDENCE: "履行凭证",
    DocumentKind.ATTACHMENT: "附件",
}
ACCEPTS = {
    DocumentKind.DRAFT: frozenset(
        {State.DRAFTING, State.AMENDING, State.SUPPLEMENTING, State.READY_TO_SIGN, State.SIGNING}
    ),
    DocumentKind.SIGNED: frozenset({State.READY_TO_SIGN, State.SIGNING}),
}
ENDED = frozenset({State.ARCHIVED, State.WITHDRAWN, State.ABANDONED, State.NOT_ACCEPTED})


def add_version(
    platform: Platform,
    actor: Actor,
    contract_id: str,
    *,
    kind: DocumentKind,
    file: Path,
    filename: str,
    title: str = "",
    idempotency_key: str | None = None,
) -> VersionView:
    """Store the file; a draft or signed copy continues its document, evidence and attachments open a new one."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        permit(actor, "document.add", contract)
        check_uploader(actor, contract, kind)
        check_state(uow, contract, kind)
    stored = store_file(platform, file, filename)
    if kind == DocumentKind.SIGNED and stored.media == "pdf":
        refuse_modified(platform, file)
    with platform.unit_of_work() as uow:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "document.add", contract)
        check_uploader(actor, contract, kind)
        check_state(uow, contract, kind)
        return once(
            uow,
            platform,
            actor,
            f"document.add/{contract_id}",
            idempotency_key,
            VersionView,
            lambda: _add(uow, platform, actor, contract, kind, stored, title, standing),
        )


def refuse_modified(platform: Platform, file: Path) -> None:
    """``Refused`` for a PDF that was changed after somebody signed it."""
    found = platform.reader.signatures(file, platform.clock.now())
    if any(one.verdict == SignatureVerdict.MODIFIED for one in found):
        signers = "、".join(one.signer for one in found if one.verdict == SignatureVerdict.MODIFIED and one.signer)
        raise Refused("modified_after_signing", signers=signers or "—")


def check_uploader(actor: Actor, contract: Contract, kind: DocumentKind) -> None:
    """``Forbidden`` for whoever may bring files, but not of this kind."""
    if not acting_roles(actor, contract, "document.add") & UPLOADERS[kind]:
        raise Forbidden("file_kind_forbidden", kind=kind)


def check_state(uow: UnitOfWork, contract: Contract, kind: DocumentKind) -> None:
    """``Refused`` when the contract's state takes no such file: a reviewed text is not replaced in passing."""
    accepted = contract.state in ACCEPTS[kind] if kind in ACCEPTS else contract.state not in ENDED
    if kind == DocumentKind.SIGNED and contract.origin != Origin.PLATFORM and contract.signed_version_id is None:
        accepted = contract.state not in ENDED  # the copy of what was signed long ago may turn up late
    if kind == DocumentKind.SIGNED and contract.state in SIGNED and known_deviations(uow, contract):
        accepted = True  # a copy that is right may take the place of one that differs
    if not accepted:
        raise Refused("document_not_accepted_now", kind=kind, state=contract.state)


def _add(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    kind: DocumentKind,
    file: StoredFile,
    title: str,
    standing: dict[str, Any],
) -> VersionView:
    existing = uow.documents.find(contract_id=contract.id, kind=kind) if kind in ANALYSED_KINDS else []
    if existing:
        document = existing[0]
    else:
        document = Document(
            id=platform.new_id(), contract_id=contract.id, kind=kind, title=title or file.filename or TITLES[kind]
        )
        if kind in ANALYSED_KINDS:
            document = msgspec.structs.replace(document, title=TITLES[kind])
        uow.documents.add(document)
    _, version = new_version(uow, platform, actor, document, file, **standing)
    if kind == DocumentKind.DRAFT:
        uow.contracts.save(
            msgspec.structs.replace(contract, draft_version_id=version.id, updated_at=platform.clock.now())
        )
    elif kind == DocumentKind.SIGNED:
        contract = uow.contracts.save(
            msgspec.structs.replace(contract, signed_version_id=version.id, updated_at=platform.clock.now())
        )
        retask_deviations(uow, platform, actor, contract, known_deviations(uow, contract))
    return VersionView(version=version, uploader=actor.name, kind=kind)


def reread_version(platform: Platform, actor: Actor, version_id: str) -> VersionView:
    """Queue a new reading of a draft or signed copy, e.g. after the rules changed."""
    with platform.unit_of_work() as uow:
        contract, document, version = open_version(uow, actor, version_id)
        standing = permit_as(actor, "version.reread", contract)
        if document.kind not in ANALYSED_KINDS:
            raise Refused("version_is_not_analysed")
        version = uow.versions.save(
            msgspec.structs.replace(version, analysis_state=AnalysisState.QUEUED, unreadable=None)
        )
        forget_failed(uow, version)
        enqueue(uow, platform, "analyse_version", version.id, lane="slow")
        record(uow, platform, actor, "version.reread", object_id=version.id, contract_id=contract.id, **standing)
        uploader = uow.people.get(version.uploaded_by).name
    return VersionView(version=version, uploader=uploader, kind=document.kind)
