"""Reading an uploaded version: the slow part without a transaction, the effect in one short commit.

The analysis gets its id when reading starts. Ids are ordered by time, so a result whose id is not above the one that
is shown was started earlier and is dropped: the pointer of a version only moves forward.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from contract_platform.analysis.model import Context, Severity
from contract_platform.application.isolate_version import MARKED, isolate
from contract_platform.application.people_said import people_said
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.propose_obligations import propose_obligations
from contract_platform.application.read_version import analysis_of
from contract_platform.application.reading_ports import Reading
from contract_platform.application.recognise_pages import FOR_MARKS, recognise_pages, recognised_bodies
from contract_platform.application.store_file import ANALYSED_KINDS
from contract_platform.application.suspended_rules import suspensions
from contract_platform.application.trace import enqueue, record
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import CLOSED, Document, StoredAnalysis, Version
from contract_platform.domain.events import Job
from contract_platform.domain.people import SYSTEM_ACTOR
from contract_platform.domain.vocabulary import AnalysisState, DocumentKind, QuarantineState

GAVE_UP = "reading_failed"


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """A version with what its reading needs to know, as they were when reading started."""

    version: Version
    document: Document
    contract: Contract
    reviewed_text: str | None
    said: dict[str, str | None]
    secrecy_cleared: bool


def analyse_version(platform: Platform, job: Job) -> None:
    """Read the version named by the job's key and show the result; doing it twice has the effect of once."""
    analysis_id = platform.new_id()
    subject = begin(platform, job)
    if subject.version.analysis_state in CLOSED:
        with platform.unit_of_work() as uow:
            uow.jobs.finish(job.id, platform.clock.now())
        return
    with spooled(platform, subject.version.sha256) as file:
        reading = read(platform, subject, file)
    if reading is None:
        give_way(platform, job)
        return
    with platform.unit_of_work() as uow:
        if not uow.jobs.finish(job.id, platform.clock.now()):
            return
        take_in(uow, platform, subject, analysis_id, reading)


def read(platform: Platform, subject: Subject, file: Path) -> Reading | None:
    """Read the file, its pictures too; None while pages are left to be recognised."""
    version, context = subject.version, context_of(platform, subject)
    reading = platform.reader.analyse(file, version.media, context, recognised_bodies(platform, version))
    if not reading.wanted:
        return reading
    analysed = subject.document.kind in ANALYSED_KINDS
    wanted = reading.wanted if analysed else reading.wanted[:FOR_MARKS]
    turn = recognise_pages(platform, version, file, wanted, cleared=subject.secrecy_cleared)
    if turn.marks:
        return Reading(unreadable=MARKED, marks=turn.marks)
    if turn.left or not analysed:
        return None if turn.left else reading
    return platform.reader.analyse(file, version.media, context, recognised_bodies(platform, version))


def give_way(platform: Platform, job: Job) -> None:
    """Let other documents have their turn; this one goes on behind them."""
    with platform.unit_of_work() as uow:
        if uow.jobs.finish(job.id, platform.clock.now()):
            enqueue(uow, platform, job.name, job.key, lane=job.lane)


def take_in(uow: UnitOfWork, platform: Platform, subject: Subject, analysis_id: str, reading: Reading) -> None:
    """The effect of a reading: a secrecy mark closes the version; otherwise its text is shown, if it is to be."""
    version = uow.versions.get(subject.version.id)
    if reading.marks and reading.analysis is None:
        isolate(uow, platform, version, reading.marks)
    elif subject.document.kind in ANALYSED_KINDS and (version.analysis_id is None or version.analysis_id < analysis_id):
        show(uow, platform, version, analysis_id, reading, profile=subject.contract.profile)


def begin(platform: Platform, job: Job) -> Subject:
    """Load the subject and let pages see that reading has begun."""
    with platform.unit_of_work() as uow:
        version = uow.versions.get(job.key)
        if version.analysis_state is AnalysisState.QUEUED:
            version = uow.versions.save(msgspec.structs.replace(version, analysis_state=AnalysisState.RUNNING))
        document = uow.documents.get(version.document_id)
        contract = uow.contracts.get(version.contract_id)
        return Subject(
            version=version,
            document=document,
            contract=contract,
            reviewed_text=reviewed_text(uow, document, contract),
            said=people_said(uow, contract.id) if contract.text_version_id == version.id else {},
            secrecy_cleared=bool(uow.quarantines.find(version_id=version.id, state=QuarantineState.RELEASED)),
        )


def reviewed_text(uow: UnitOfWork, document: Document, contract: Contract) -> str | None:
    """The text that passed review, where the version is the signed copy that has to agree with it."""
    if document.kind is not DocumentKind.SIGNED or contract.approved_version_id is None:
        return None
    analysis = analysis_of(uow, uow.versions.get(contract.approved_version_id))
    return None if analysis is None else analysis.document.text


def context_of(platform: Platform, subject: Subject) -> Context:
    """What analysis may know beyond the text; the class counts once a person has confirmed it."""
    contract = subject.contract
    return Context(
        today=platform.clock.today(),
        rule_class=contract.rule_class if contract.facts_confirmed else None,
        parameters=profile_of(platform, contract).rule_parameters,
        suspended=suspensions(platform),
        reviewed_text=subject.reviewed_text,
        said=subject.said,
        secrecy_cleared=subject.secrecy_cleared,
    )


@contextmanager
def spooled(platform: Platform, sha256: str) -> Iterator[Path]:
    """The object as a file for the time of reading; what a crash leaves is swept at the next start."""
    with tempfile.NamedTemporaryFile(dir=platform.spool, prefix="reading-") as copy:
        with platform.objects.open(sha256) as source:
            shutil.copyfileobj(source, copy, 1 << 20)
        copy.flush()
        yield Path(copy.name)


def show(
    uow: UnitOfWork, platform: Platform, version: Version, analysis_id: str, reading: Reading, *, profile: str
) -> None:
    """Save what reading gave and point the version at it, or say why there is nothing to show."""
    if reading.analysis is None:
        refuse(uow, platform, version, reading.unreadable or GAVE_UP)
        return
    stored = stored_analysis(platform, version, analysis_id, reading, profile)
    uow.analyses.add(stored)
    shown = uow.versions.save(
        msgspec.structs.replace(version, analysis_id=analysis_id, analysis_state=AnalysisState.DONE, unreadable=None)
    )
    propose_obligations(uow, platform, shown, reading.analysis)
    record(
        uow,
        platform,
        SYSTEM_ACTOR,
        "analysis.finished",
        object_id=analysis_id,
        contract_id=version.contract_id,
        data={
            "version": version.id,
            "engine": stored.engine_version,
            "high": stored.high,
            "medium": stored.medium,
            "low": stored.low,
        },
    )


def stored_analysis(
    platform: Platform, version: Version, analysis_id: str, reading: Reading, profile: str
) -> StoredAnalysis:
    """The record of a reading that gave an analysis, with its counts by severity."""
    analysis = reading.analysis
    assert analysis is not None
    severities = [finding.severity for finding in analysis.findings]
    return StoredAnalysis(
        id=analysis_id,
        version_id=version.id,
        engine_version=analysis.engine_version,
        profile_version=profile,
        finished_at=platform.clock.now(),
        body=msgspec.json.encode(analysis),
        search_text=analysis.document.text,
        layout=reading.layout,
        high=severities.count(Severity.HIGH),
        medium=severities.count(Severity.MEDIUM),
        low=severities.count(Severity.LOW),
    )


def refuse(uow: UnitOfWork, platform: Platform, version: Version, code: str) -> None:
    """Say on the version why it could not be read. An earlier analysis that can be shown stays."""
    state = AnalysisState.UNREADABLE if version.analysis_id is None else AnalysisState.DONE
    uow.versions.save(msgspec.structs.replace(version, analysis_state=state, unreadable=code))
    record(
        uow,
        platform,
        SYSTEM_ACTOR,
        "analysis.unreadable",
        object_id=version.id,
        contract_id=version.contract_id,
        data={"version": version.id, "code": code},
    )


def give_up_analysis(platform: Platform, job: Job) -> None:
    """After the last failed attempt the version says so, instead of waiting for ever; repeating it changes nothing."""
    with platform.unit_of_work() as uow:
        version = uow.versions.get(job.key)
        if version.analysis_state in {AnalysisState.QUEUED, AnalysisState.RUNNING}:
            refuse(uow, platform, version, GAVE_UP)
