"""What is exported, for whom, and that it needs nothing of the platform."""

import ast
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest

from contract_platform import trace_verifier
from contract_platform.application.export_trace import export_trace
from contract_platform.application.sequence_trace import sequence_trace
from contract_platform.application.trace_package import verifier_file
from contract_platform.domain.errors import NotFound
from contract_platform.trace_verifier import verify
from contract_platform.trace_verifier.command import main
from tests.architecture.sources import ROOT, imported
from tests.contract.records import contract, event
from tests.unit.trace.ledger import ENTRIES, STEPS
from tests.workers.platforms import build

NUMBER = "望合〔2026〕3号"
SOURCES = sorted(Path(trace_verifier.__file__).parent.glob("*.py"))


def entries(folder):
    return [json.loads(line) for line in (folder / "events.jsonl").read_text("utf-8").splitlines()]


def test_the_whole_trace_is_there_in_its_order(export):
    assert [entry["seq"] for entry in entries(export)] == list(range(1, ENTRIES + 1))
    report = verify(export)
    assert (report.scope, report.entries, report.checkpoints, report.problems) == ("all", ENTRIES, len(STEPS), [])


def test_a_contracts_trace_is_its_own_and_proves_itself(contract_export):
    found = entries(contract_export)
    assert {entry["contract_id"] for entry in found} == {"c3"}
    assert [entry["prior"] for entry in found] == [None, *(entry["seq"] for entry in found[:-1])]
    report = verify(contract_export)
    assert (report.scope, report.contract, report.checkpoints, report.problems) == ("contract", NUMBER, 1, [])


def test_both_times_are_kept_apart(reopened):
    platform, folder = reopened
    with platform.unit_of_work() as uow:
        uow.events.add(msgspec.structs.replace(event("late"), recorded_at=event("x").recorded_at.replace(month=4)))
    entry = entries(export_trace(platform, folder / "export").path)[-1]
    assert (entry["event_time"], entry["recorded_at"]) == ("2026-03-02T01:00:00Z", "2026-04-02T01:00:00Z")


def test_what_was_committed_before_is_in_it(reopened):
    platform, folder = reopened
    with platform.unit_of_work() as uow:
        uow.contracts.add(contract("new"))
        uow.events.add(msgspec.structs.replace(event("now"), object_id="new", type="contract.registered"))
    done = export_trace(platform, folder / "export")
    assert (done.entries, done.last) == (ENTRIES + 1, ENTRIES + 1)
    assert verify(done.path).ok


def test_rows_of_acts_that_have_no_place_yet_are_not_missed(reopened, monkeypatch):
    platform, folder = reopened
    sequence_trace(platform)
    with platform.unit_of_work() as uow:  # committed between sealing and reading the rows
        uow.contracts.add(contract("new"))
        uow.events.add(msgspec.structs.replace(event("now"), object_id="new", type="contract.registered"))
    monkeypatch.setattr("contract_platform.application.export_trace.sequence_trace", lambda _: 0)
    assert verify(export_trace(platform, folder / "export").path).ok


def test_an_empty_trace_holds(tmp_path):
    platform = build(tmp_path / "data")
    assert verify(export_trace(platform, tmp_path / "export.zip").path).problems == []


def test_a_contract_of_which_nothing_is_told_yet_shows_that(reopened):
    platform, folder = reopened
    with platform.unit_of_work() as uow:
        uow.contracts.add(contract("new"))
    report = verify(export_trace(platform, folder / "export", "new").path)
    assert [(problem.kind, problem.detail) for problem in report.problems] == [("row_without_event", "contract/new")]


@pytest.mark.parametrize(
    "content", ["[]", "{}", '{"acts":[],"births":[],"entries":0}', '{"acts":{"a":1},"births":{},"entries":"x"}']
)
def test_files_that_make_no_sense_are_a_finding(export, tmp_path, content):
    for name in ("rows.txt", "manifest.txt", "public-keys.txt", "events.jsonl", "checkpoints.txt"):
        target = tmp_path / name
        shutil.copytree(export, target)
        (target / name).write_text(f"{content}\n")
        assert not verify(target).ok


def test_nobody_is_overwritten_and_unknown_contracts_are_said(traced, tmp_path):
    (tmp_path / "there").mkdir()
    with pytest.raises(FileExistsError):
        export_trace(traced[0], tmp_path / "there")
    with pytest.raises(NotFound):
        export_trace(traced[0], tmp_path / "export", "无此编号")
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_decisions_are_counted_both_ways(copies, tmp_path):
    fewer, more = copies(), copies()
    fewer.sql.execute("DELETE FROM decisions WHERE id = 'q8'")
    more.add_row("decisions", "q8", "more")
    for tampering, kind in ((fewer, "event_without_row"), (more, "row_without_event")):
        report = verify(tampering.export(tmp_path / f"{kind}.zip"))
        assert [problem.kind for problem in report.problems] == [kind]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE events SET data = x'7b7d' WHERE seq = 8", ("changed", 8)),
        ("DELETE FROM events WHERE seq = 13", ("missing", 13)),
        ("UPDATE events SET contract_id = 'c2' WHERE seq = 8", ("missing", 8)),
        ("UPDATE events SET contract_id = 'c3' WHERE seq = 7", ("changed", 7)),
        ("UPDATE events SET hash = 'sha256:x' WHERE seq = 9", None),
    ],
)
def test_a_contracts_export_shows_what_was_done_to_it(copies, tmp_path, change, found):
    tampering = copies()
    tampering.sql.execute(change)
    report = verify(tampering.export(tmp_path / "export.zip", NUMBER))
    if found is None:
        assert report.ok  # another's entry: this contract's still prove themselves, by what the checkpoints kept
    else:
        assert found in {(problem.kind, problem.first) for problem in report.problems}
        assert report.first_bad == found[1]


def test_a_line_taken_out_of_a_contracts_export_is_named(contract_export, tmp_path):
    target = tmp_path / "export"
    shutil.copytree(contract_export, target)
    lines = (target / "events.jsonl").read_bytes().splitlines(keepends=True)
    gone = json.loads(lines[4])["seq"]
    (target / "events.jsonl").write_bytes(b"".join(lines[:4] + lines[5:]))
    assert verify(target).missing == [(gone, gone)]


def test_the_verifier_is_one_file_that_runs_alone(traced, tmp_path):
    target = export_trace(traced[0], tmp_path / "export.zip").path
    with zipfile.ZipFile(target) as archive:
        archive.extract("verify_trace.pyz", tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    command = [sys.executable, "-I", "-S", str(tmp_path / "verify_trace.pyz"), str(target)]
    done = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "完整，未被改动" in done.stdout
    assert "complete and unchanged" in done.stdout


def test_the_verifier_needs_the_standard_library_of_python_3_9_alone():
    for path in SOURCES:
        text = path.read_text("utf-8")
        ast.parse(text, feature_version=(3, 9))
        assert "strict=" not in text, "zip learnt it in 3.10"
        assert set(imported(path.relative_to(ROOT))) <= set(sys.stdlib_module_names)


def test_the_verifier_is_the_same_bytes_each_time():
    assert verifier_file() == verifier_file()


def test_the_command_says_it_in_words_and_in_json(export, tmp_path, capsysbinary):
    assert main([str(export), "--json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["ok"] is True
    assert main([str(tmp_path / "nothing.zip"), "--json"]) == 1
    assert [problem["kind"] for problem in json.loads(capsysbinary.readouterr().out)["problems"]] == ["file"]
    assert main([str(tmp_path / "nothing.zip")]) == 1
    words = capsysbinary.readouterr().out.decode()
    assert "核验不通过" in words
    assert "does not hold" in words
