"""Scans in the slow lane: seen to go on, taken up where they were left, and honest about what was not read."""

import dataclasses
import io
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from contract_platform.analysis.model import Verdict
from contract_platform.application import recognise_pages
from contract_platform.application.add_version import reread_version
from contract_platform.application.analyse_version import analyse_version
from contract_platform.application.ports import Platform
from contract_platform.application.read_pages import page_lines, page_list, span_boxes
from contract_platform.application.read_version import analysis_of, version_view
from contract_platform.application.reading_ports import PageRead
from contract_platform.domain.document import Recognition, Version
from contract_platform.domain.vocabulary import AnalysisState, DocumentKind
from tests.faults.uploading import uploader
from tests.unit.application.test_analyse_version import again, started, state_of, upload
from tests.unit.documents.scan.canned import Canned, page

PAGES = {
    1: page(1, ["物业服务合同", "甲方：望澜区机关事务服务中心", "乙方：望澜区清和物业服务有限公司"]),
    2: page(2, ["第一条 服务内容", "乙方为甲方办公楼提供保洁服务。"]),
    3: page(3, ["第二条 合同价款", "合同总价为人民币120000元（大写：壹拾贰万元整）。"]),
}


def tiff(pages: int = 3) -> bytes:
    """Pictures of pages in one file."""
    sheets = [Image.new("L", (120, 160), 255 - number) for number in range(pages)]
    out = io.BytesIO()
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def scan(platform: Platform, tmp_path: Path, pages: int = 3) -> Version:
    return upload(platform, tmp_path, tiff(pages), "扫描.tiff")


def reading_with(platform: Platform, pages=PAGES, **more) -> tuple[Platform, Canned]:
    reader = Canned(platform.reader, pages, **more)
    return dataclasses.replace(platform, reader=reader), reader


def progress(platform: Platform, version: Version) -> Recognition | None:
    return version_view(platform, uploader(platform), version.id).recognition


def test_a_scan_is_recognised_and_shown_with_its_pages(platform: Platform, tmp_path: Path) -> None:
    version = scan(platform, tmp_path)
    scanning, reader = reading_with(platform)
    analyse_version(scanning, started(platform))
    shown, kept, events = state_of(platform, version)
    assert (reader.asked, shown.analysis_state, len(kept), events) == (
        [1, 2, 3],
        AnalysisState.DONE,
        1,
        ["analysis.finished"],
    )
    actor = uploader(platform)
    assert [(one.number, one.source) for one in page_list(platform, actor, version.id)] == [
        (n, "scan") for n in (1, 2, 3)
    ]
    with platform.reading() as uow:
        analysis = analysis_of(uow, shown)
    assert analysis is not None
    assert analysis.document.pages == ()
    start = analysis.document.text.index("壹拾贰万元整")
    (box,) = span_boxes(platform, actor, version.id, start, start + 6)
    assert (box.page, box.x1 - box.x0, box.y0) == (3, 6 * 105, 1000)
    lines = page_lines(platform, actor, version.id, 3).lines
    assert [len(one.edges) - 1 for one in lines] == [8, len("合同总价为人民币120000元（大写：壹拾贰万元整）。")]


def test_how_far_it_has_come_is_seen_page_by_page(platform: Platform, tmp_path: Path) -> None:
    version = scan(platform, tmp_path)
    seen: list[Recognition | None] = []
    assert progress(platform, version) is None
    scanning, _ = reading_with(platform, before=lambda _: seen.append(progress(platform, version)))
    analyse_version(scanning, started(platform))
    assert seen == [Recognition(total=3, done=done) for done in (0, 1, 2)]
    assert progress(platform, version) is None


def test_after_a_crash_it_goes_on_with_the_page_it_was_at(platform: Platform, tmp_path: Path) -> None:
    version = scan(platform, tmp_path)

    def dies(number: int) -> None:
        if number == 3:
            raise OSError("the machine is gone")

    dying, _ = reading_with(platform, before=dies)
    with pytest.raises(OSError, match="gone"):
        analyse_version(dying, started(platform))
    scanning, reader = reading_with(platform)
    analyse_version(scanning, again(platform, version))
    assert reader.asked == [3]
    assert state_of(platform, version)[0].analysis_state == AnalysisState.DONE


def test_a_long_scan_gives_way_between_turns(platform: Platform, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(recognise_pages.recognise_pages, "__kwdefaults__", {"turn": -1.0})
    version = scan(platform, tmp_path)
    scanning, reader = reading_with(platform)
    turns = 0
    while state_of(platform, version)[0].analysis_state != AnalysisState.DONE:
        analyse_version(scanning, started(platform))
        turns += 1
    assert (turns, reader.asked) == (3, [1, 2, 3])


def test_the_same_bytes_are_recognised_once(platform: Platform, tmp_path: Path) -> None:
    version = scan(platform, tmp_path)
    scanning, reader = reading_with(platform)
    analyse_version(scanning, started(platform))
    analyse_version(scanning, again(platform, version))
    assert reader.asked == [1, 2, 3]
    newer, reader = reading_with(platform, engine="canned/2")
    analyse_version(newer, again(platform, version))
    assert reader.asked == [1, 2, 3]


def test_a_page_that_fails_leaves_the_others_and_no_rule_is_clear(platform: Platform, tmp_path: Path) -> None:
    version = scan(platform, tmp_path)
    scanning, _ = reading_with(platform, PAGES | {2: page(2, [], code="time_exceeded")})
    analyse_version(scanning, started(platform))
    shown, _, _ = state_of(platform, version)
    with platform.reading() as uow:
        analysis = analysis_of(uow, shown)
    assert analysis is not None
    assert [(one.page, one.code) for one in analysis.document.unread] == [(2, "time_exceeded")]
    assert "壹拾贰万元整" in analysis.document.text
    verdicts = {entry.verdict for entry in analysis.coverage.values()}
    assert Verdict.CLEAR not in verdicts
    unchecked = [one for one in analysis.coverage.values() if one.reason == "pages_not_read"]
    assert {one.params["pages"] for one in unchecked} == {"2"}
    assert all(finding.start is not None for finding in analysis.findings)


def test_reading_again_tries_failed_pages_again(platform: Platform, tmp_path: Path) -> None:
    version = scan(platform, tmp_path)
    failing, _ = reading_with(platform, PAGES | {2: page(2, [], code="memory_exceeded")})
    analyse_version(failing, started(platform))
    with platform.unit_of_work() as uow:
        contract = uow.contracts.get(version.contract_id)
        uow.contracts.save(msgspec.structs.replace(contract, handler_id=uploader(platform).person_id))
    reread_version(platform, uploader(platform), version.id)
    assert progress(platform, version) == Recognition(total=3, done=2)
    scanning, reader = reading_with(platform)
    analyse_version(scanning, started(platform))
    assert reader.asked == [2]


def test_nothing_but_unread_pages_is_no_text(platform: Platform, tmp_path: Path) -> None:
    version = scan(platform, tmp_path, pages=1)
    scanning, _ = reading_with(platform, {1: page(1, [])})
    analyse_version(scanning, started(platform))
    shown, kept, _ = state_of(platform, version)
    assert (shown.analysis_state, shown.unreadable, kept) == (AnalysisState.UNREADABLE, "nothing_recognised", [])


def test_a_secrecy_mark_closes_the_version_and_nothing_of_it_is_kept(platform: Platform, tmp_path: Path) -> None:
    version = scan(platform, tmp_path)
    scanning, reader = reading_with(platform, PAGES | {2: PageRead(marks=("机密★5年",))})
    analyse_version(scanning, started(platform))
    shown, kept, _ = state_of(platform, version)
    assert (reader.asked, shown.analysis_state, kept) == ([1, 2], AnalysisState.QUARANTINED, [])
    with platform.reading() as uow:
        assert uow.recognised.find(sha256=version.sha256) == []


def test_of_an_attachment_only_the_first_pages_are_looked_at_for_marks(platform: Platform, tmp_path: Path) -> None:
    version = scan(platform, tmp_path)
    with platform.unit_of_work() as uow:
        document = uow.documents.get(version.document_id)
        uow.documents.save(msgspec.structs.replace(document, kind=DocumentKind.ATTACHMENT))
        uow.versions.save(msgspec.structs.replace(version, analysis_state=AnalysisState.NOT_ANALYSED))
    scanning, reader = reading_with(platform)
    analyse_version(scanning, started(platform))
    shown, kept, _ = state_of(platform, version)
    assert (reader.asked, shown.analysis_state, kept) == ([1, 2], AnalysisState.NOT_ANALYSED, [])
