"""Clearing what a crash left behind: objects that nothing names, and spooled files that nobody reads."""

from datetime import UTC, datetime, timedelta

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.vocabulary import AnalysisState, ChangeKind, ChangeState

ORPHAN_AGE = timedelta(days=1)


def sweep_objects(platform: Platform) -> int:
    """Delete objects older than a day that nothing names; returns how many.

    An upload stores its object before its row commits, so a young object without a row is an upload under way;
    putting the same bytes again makes an old object young.
    """
    limit = platform.clock.now() - ORPHAN_AGE
    swept = 0
    for key, stored_at in platform.objects.keys():  # noqa: SIM118 - not a dict
        if stored_at < limit and sweep_object(platform, key):
            swept += 1
    return swept


def sweep_object(platform: Platform, sha256: str) -> bool:
    """Delete one object unless something names it; a version that was erased does not."""
    with platform.reading() as uow:
        if is_named(uow, sha256):
            return False
    platform.objects.delete(sha256)
    return True


def is_named(uow: UnitOfWork, sha256: str) -> bool:
    """Whether a version, an issued document or a template, in use or asked for, is made of these bytes."""
    if any(one.analysis_state != AnalysisState.PURGED for one in uow.versions.find(sha256=sha256)):
        return True
    if uow.papers.find(docx_sha256=sha256) or uow.papers.find(pdf_sha256=sha256):
        return True
    if uow.form_templates.find(sha256=sha256):
        return True
    asked = uow.changes.find(kind=ChangeKind.FORM_TEMPLATE, state=ChangeState.PENDING)
    return any(getattr(one.body, "sha256", "") == sha256 for one in asked)


def sweep_spool(platform: Platform, *, older_than: timedelta = ORPHAN_AGE) -> int:
    """Delete spooled files last written before that age; returns how many. At start with age 0: nobody uploads yet."""
    limit = datetime.now(UTC) - older_than  # file times are the machine's, not the injected clock's
    swept = 0
    for file in platform.spool.iterdir():
        if file.is_file() and datetime.fromtimestamp(file.stat().st_mtime, UTC) <= limit:
            file.unlink(missing_ok=True)
            swept += 1
    return swept
