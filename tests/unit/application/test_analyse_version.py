"""Reading a version: one effect, the newest reading shown, and a reason wherever there is nothing to show."""

import dataclasses
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from contract_platform.analysis.model import Context
from contract_platform.application.analyse_version import analyse_version, give_up_analysis
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.reading_ports import DocumentReader, PageRecogniser, Reading
from contract_platform.application.store_file import new_version, store_file
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import Document, Version
from contract_platform.domain.errors import NotFound
from contract_platform.domain.events import Job
from contract_platform.domain.pdf_signature import PdfSignature
from contract_platform.domain.vocabulary import AnalysisState, DocumentKind, State
from tests.faults.uploading import prepare, uploader

TEXT = """物业服务合同
甲方：望澜区机关事务服务中心
乙方：望澜区清和物业服务有限公司
第一条 服务内容
乙方为甲方办公楼提供保洁服务。
第二条 合同价款
合同总价为人民币120000元（大写：壹拾贰万元整）。
"""


class Watched:
    """The real reader, with something happening while it reads."""

    def __init__(self, reader: DocumentReader, meanwhile: Callable[[], None] = lambda: None) -> None:
        self._reader = reader
        self._meanwhile = meanwhile
        self.contexts: list[Context] = []

    def sniff(self, path: Path, filename: str) -> str:
        return self._reader.sniff(path, filename)

    @property
    def engine(self) -> str:
        return self._reader.engine

    def recogniser(self) -> AbstractContextManager[PageRecogniser]:
        return self._reader.recogniser()

    def signatures(self, path: Path, at: datetime) -> tuple[PdfSignature, ...]:
        return self._reader.signatures(path, at)

    def picture(self, path: Path, media: str, number: int, turn: int) -> bytes:
        return self._reader.picture(path, media, number, turn)

    def analyse(self, path: Path, media: str, context: Context, pages: Sequence[bytes] = ()) -> Reading:
        self.contexts.append(context)
        reading = self._reader.analyse(path, media, context, pages)
        self._meanwhile()
        return reading


def upload(
    platform: Platform, tmp_path: Path, content: bytes, filename: str = "合同.txt", **contract: object
) -> Version:
    """A contract with one draft version, its reading queued."""
    prepare(platform)
    file = tmp_path / "upload"
    file.write_bytes(content)
    stored = store_file(platform, file, filename)
    now = platform.clock.now()
    with platform.unit_of_work() as uow:
        owner = Contract(
            id=platform.new_id(), state=State.DRAFTING, name="物业", handling_unit_id="unit", signing_body_id="unit",
            handler_id="person", created_at=now, updated_at=now, secrecy_declared=True,
        )  # fmt: skip
        uow.contracts.add(msgspec.structs.replace(owner, **contract))
        document = Document(id=platform.new_id(), contract_id=owner.id, kind=DocumentKind.DRAFT, title="合同文本")
        uow.documents.add(document)
        _, version = new_version(uow, platform, uploader(platform), document, stored)
    return version


def started(platform: Platform) -> Job:
    """The one job that is due, taken for running."""
    (leased,) = platform.ledger.lease(lane="slow", limit=5, seconds=60, now=platform.clock.now())
    job = platform.ledger.start(leased.id, seconds=60, now=platform.clock.now())
    assert job is not None
    return job


def again(platform: Platform, version: Version) -> Job:
    """Another reading of the version."""
    now = platform.clock.now()
    job = Job(
        id=platform.new_id(),
        name="analyse_version",
        key=version.id,
        lane="slow",
        body=b"{}",
        state="waiting",
        run_at=now,
    )
    with platform.unit_of_work() as uow:
        uow.jobs.add(job)
    return started(platform)


def state_of(platform: Platform, version: Version) -> tuple[Version, list[str], list[str]]:
    """The version as stored, the ids of its analyses and the types of the events about reading."""
    with platform.reading() as uow:
        types = [event.type for event in uow.events.find() if event.type.startswith("analysis.")]
        return uow.versions.get(version.id), analyses(uow, version), types


def analyses(uow: UnitOfWork, version: Version) -> list[str]:
    """The ids of all analyses of a version."""
    return [analysis.id for analysis in uow.analyses.find(version_id=version.id)]


def test_a_version_is_read_and_shown(platform: Platform, tmp_path: Path) -> None:
    version = upload(platform, tmp_path, TEXT.encode())
    job = started(platform)
    analyse_version(platform, job)
    shown, kept, events = state_of(platform, version)
    assert (shown.analysis_state, shown.unreadable, kept) == (AnalysisState.DONE, None, [shown.analysis_id])
    assert events == ["analysis.finished"]
    finished = platform.ledger.get(job.id)
    assert finished is not None
    assert finished.state == "done"
    with platform.reading() as uow:
        assert "壹拾贰万元整" in uow.analyses.get(kept[0]).search_text
    assert list(platform.spool.iterdir()) == []


def test_running_a_job_twice_has_one_effect(platform: Platform, tmp_path: Path) -> None:
    version = upload(platform, tmp_path, TEXT.encode())
    job = started(platform)
    analyse_version(platform, job)
    before = state_of(platform, version)
    analyse_version(platform, job)
    assert state_of(platform, version) == before


def test_a_result_that_was_overtaken_is_dropped(platform: Platform, tmp_path: Path) -> None:
    version = upload(platform, tmp_path, TEXT.encode())
    slow = started(platform)
    overtaken = dataclasses.replace(
        platform, reader=Watched(platform.reader, lambda: analyse_version(platform, again(platform, version)))
    )
    analyse_version(overtaken, slow)
    shown, kept, events = state_of(platform, version)
    assert kept == [shown.analysis_id]
    assert events == ["analysis.finished"]
    job = platform.ledger.get(slow.id)
    assert job is not None
    assert job.state == "done"


def test_reading_again_shows_the_newer_analysis_and_keeps_the_older(platform: Platform, tmp_path: Path) -> None:
    version = upload(platform, tmp_path, TEXT.encode())
    analyse_version(platform, started(platform))
    analyse_version(platform, again(platform, version))
    shown, kept, _ = state_of(platform, version)
    assert len(kept) == 2
    assert shown.analysis_id == max(kept)


def test_what_cannot_be_read_says_why(platform: Platform, tmp_path: Path) -> None:
    version = upload(platform, tmp_path, b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nnothing more", "坏.pdf")
    analyse_version(platform, started(platform))
    shown, kept, events = state_of(platform, version)
    assert (shown.analysis_state, kept, events) == (AnalysisState.UNREADABLE, [], ["analysis.unreadable"])
    assert shown.unreadable


def test_a_missing_object_is_an_error_to_try_again_not_a_verdict(platform: Platform, tmp_path: Path) -> None:
    version = upload(platform, tmp_path, TEXT.encode())
    platform.objects.delete(version.sha256)
    with pytest.raises(NotFound):
        analyse_version(platform, started(platform))
    shown, _, events = state_of(platform, version)
    assert (shown.analysis_state, events) == (AnalysisState.RUNNING, [])


def test_giving_up_tells_the_version_once(platform: Platform, tmp_path: Path) -> None:
    version = upload(platform, tmp_path, TEXT.encode())
    job = started(platform)
    give_up_analysis(platform, job)
    give_up_analysis(platform, job)
    shown, _, events = state_of(platform, version)
    assert (shown.analysis_state, shown.unreadable) == (AnalysisState.UNREADABLE, "reading_failed")
    assert events == ["analysis.unreadable"]


def test_giving_up_leaves_a_finished_analysis_alone(platform: Platform, tmp_path: Path) -> None:
    version = upload(platform, tmp_path, TEXT.encode())
    job = started(platform)
    analyse_version(platform, job)
    before = state_of(platform, version)
    give_up_analysis(platform, job)
    assert state_of(platform, version) == before


def test_the_class_counts_once_a_person_has_confirmed_it(platform: Platform, tmp_path: Path) -> None:
    version = upload(platform, tmp_path, TEXT.encode(), rule_class="SERVICE")
    watched = Watched(platform.reader)
    watching = dataclasses.replace(platform, reader=watched)
    analyse_version(watching, started(platform))
    with platform.unit_of_work() as uow:
        contract = uow.contracts.get(version.contract_id)
        uow.contracts.save(msgspec.structs.replace(contract, facts_confirmed=True))
    analyse_version(watching, again(platform, version))
    assert [context.rule_class for context in watched.contexts] == [None, "SERVICE"]


def test_the_signed_copy_is_read_beside_the_reviewed_text(platform: Platform, tmp_path: Path) -> None:
    draft = upload(platform, tmp_path, TEXT.encode())
    analyse_version(platform, started(platform))
    stored = store_file(platform, tmp_path / "upload", "签署.txt")
    with platform.unit_of_work() as uow:
        contract = uow.contracts.get(draft.contract_id)
        uow.contracts.save(msgspec.structs.replace(contract, approved_version_id=draft.id))
        signed = Document(id=platform.new_id(), contract_id=contract.id, kind=DocumentKind.SIGNED, title="签署件")
        uow.documents.add(signed)
        new_version(uow, platform, uploader(platform), signed, stored)
    watched = Watched(platform.reader)
    analyse_version(dataclasses.replace(platform, reader=watched), started(platform))
    (context,) = watched.contexts
    assert context.reviewed_text is not None
    assert "壹拾贰万元整" in context.reviewed_text
