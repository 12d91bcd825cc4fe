"""A spooled upload becomes an immutable object and a version of a document."""

from pathlib import Path

import msgspec

from contract_platform.application.object_ports import StoredObject
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import enqueue, record
from contract_platform.domain.document import Document, Version
from contract_platform.domain.errors import Invalid
from contract_platform.domain.masking import mask_text
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import AnalysisState, DocumentKind, Role

REFUSED_MEDIA = frozenset({"executable", "script", "html", "unknown"})
MARKABLE = frozenset({"docx", "pdf", "txt", "jpg", "png", "tiff", "bmp"})
"""What is read for secrecy marks although it is not analysed: evidence and attachments."""
ANALYSED_KINDS = frozenset({DocumentKind.DRAFT, DocumentKind.SIGNED})


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """An object in the store with its sniffed type and the name it came under."""

    stored: StoredObject
    media: str
    filename: str


def store_file(platform: Platform, file: Path, filename: str) -> StoredFile:
    """Sniff and store a spooled file; refuses what is empty or not a document. No transaction is open meanwhile."""
    if file.stat().st_size == 0:
        raise Invalid("file_empty")
    media = platform.reader.sniff(file, filename)
    if media in REFUSED_MEDIA:
        raise Invalid("file_type_refused", filename=filename)
    with file.open("rb") as source:
        stored = platform.objects.put(source)
    return StoredFile(stored=stored, media=media, filename=mask_text(Path(filename).name[:200]))


def new_version(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    document: Document,
    file: StoredFile,
    *,
    role: Role | None = None,
    acted_for: str | None = None,
) -> tuple[Document, Version]:
    """Add the file as the document's next version and queue its reading, in the caller's commit."""
    analysed = document.kind in ANALYSED_KINDS
    version = Version(
        id=platform.new_id(),
        document_id=document.id,
        contract_id=document.contract_id,
        no=len(uow.versions.find(document_id=document.id)) + 1,
        filename=file.filename,
        sha256=file.stored.sha256,
        media=file.media,
        size=file.stored.size,
        uploaded_by=actor.person_id,
        uploaded_at=platform.clock.now(),
        analysis_state=AnalysisState.QUEUED if analysed else AnalysisState.NOT_ANALYSED,
    )
    uow.versions.add(version)
    document = uow.documents.save(msgspec.structs.replace(document, current_version_id=version.id))
    record(
        uow,
        platform,
        actor,
        "version.added",
        object_id=version.id,
        contract_id=document.contract_id,
        role=role,
        acted_for=acted_for,
        data={"kind": document.kind, "no": version.no, "filename": version.filename, "sha256": version.sha256},
    )
    if analysed or file.media in MARKABLE:
        enqueue(uow, platform, "analyse_version", version.id, lane="slow")
    return document, version
