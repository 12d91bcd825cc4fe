"""A version: its record, its bytes, and the text with everything found in it."""

from typing import BinaryIO

import msgspec

from contract_platform.analysis.model import Analysis
from contract_platform.application.load import open_version, visible_version
from contract_platform.application.note_opening import note_opening
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.shown import shown
from contract_platform.application.suspended_rules import with_suspensions
from contract_platform.application.views import AnalysisView, VersionView
from contract_platform.domain.document import Version
from contract_platform.domain.errors import Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import AnalysisState


def version_view(platform: Platform, actor: Actor, version_id: str) -> VersionView:
    """The record of a version."""
    with platform.reading() as uow:
        _, document, version = visible_version(uow, actor, version_id)
        going_on = version.analysis_state in {AnalysisState.QUEUED, AnalysisState.RUNNING}
        return VersionView(
            version=version,
            uploader=uow.people.get(version.uploaded_by).name,
            kind=document.kind,
            recognition=uow.recognised.progress(version.sha256) if going_on else None,
        )


def open_content(platform: Platform, actor: Actor, version_id: str) -> tuple[Version, BinaryIO]:
    """The version and its original bytes, open for reading; the caller closes."""
    with platform.reading() as uow:
        contract, _, version = open_version(uow, actor, version_id)
    note_opening(platform, actor, contract.id)
    return version, platform.objects.open(version.sha256)


def analysis_of(uow: UnitOfWork, version: Version) -> Analysis | None:
    """The analysis the version points at, decoded."""
    if version.analysis_id is None:
        return None
    return msgspec.json.decode(uow.analyses.get(version.analysis_id).body, type=Analysis)


def analysis_view(platform: Platform, actor: Actor, version_id: str) -> AnalysisView:
    """The text and the findings; ``Refused`` with the reason while there is none: never an empty clean result."""
    with platform.reading() as uow:
        contract, _, version = open_version(uow, actor, version_id)
        analysis = analysis_of(uow, version)
        verdicts = tuple(uow.verdicts.find(contract_id=contract.id))
    if version.unreadable is not None and analysis is None:
        raise Refused("version_unreadable", cause=version.unreadable)
    if analysis is None:
        raise Refused("analysis_not_ready", state=version.analysis_state)
    note_opening(platform, actor, contract.id)
    document = analysis.document
    view = AnalysisView(
        version=version,
        format=document.format,
        text_length=len(document.text),
        page_count=document.page_count,
        blocks=document.blocks,
        revisions=document.revisions,
        comment_count=document.comment_count,
        notes=document.notes,
        doubts=document.doubts,
        unread=document.unread,
        engine_version=analysis.engine_version,
        category=analysis.category,
        rule_class=analysis.rule_class,
        clauses=analysis.clauses,
        facts=analysis.facts,
        findings=analysis.findings,
        coverage=with_suspensions(platform, analysis.coverage),
        verdicts=verdicts,
    )
    return shown(actor, contract, view, text=document.text)
