"""The four properties of a contract's file, and the package that another machine verifies."""

import hashlib
import json
import subprocess
import sys
import zipfile
from xml.etree import ElementTree as ET

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_filing import act_on_filing
from contract_platform.application.archive_package import archive_package, read_archive
from contract_platform.domain.archiving import ArchiveCheck, CheckResult
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.vocabulary import FilingState, Role, State
from contract_platform.trace_verifier.verify import verify
from tests.unit.application.district import MAJOR
from tests.unit.application.performing import complete, performing, proof


@pytest.fixture
def completed(district):
    """Performed, with every filing ended."""
    contract_id = performing(district)
    with district.platform.unit_of_work() as uow:  # how filings end is shown by their own tests
        for filing in uow.filings.find(contract_id=contract_id):
            uow.filings.save(msgspec.structs.replace(filing, state=FilingState.FILED))
    complete(district, contract_id)
    return contract_id


def archived(district, contract_id):
    district.act("archivist", contract_id, c.Archive())
    return contract_id


def packed(district, contract_id, folder):
    package = archive_package(district.platform, district.actor("archivist"), contract_id)
    with package.content:
        data = package.content.read()
    assert len(data) == package.size
    target = folder / "package.zip"
    target.write_bytes(data)
    return target, package.filename


def results(district, contract_id):
    view = read_archive(district.platform, district.actor("archivist"), contract_id)
    return {one.checked.check: one.checked for one in view.checks}


def damage(folder, key):
    """One byte of a kept file becomes another."""
    (kept,) = [one for one in folder.rglob("*") if one.is_file() and key.endswith(one.name) and len(one.name) > 20]
    kept.chmod(0o644)
    kept.write_bytes(b"?" + kept.read_bytes()[1:])


def test_a_sound_file_passes_every_check(district, completed):
    found = results(district, completed)
    assert list(found) == [ArchiveCheck.BYTES, *list(ArchiveCheck)[1:]]
    assert {name for name, one in found.items() if one.result is CheckResult.FAILED} == set()
    assert found[ArchiveCheck.BYTES].result is CheckResult.PASSED


def test_what_was_decided_on_a_filing_is_told_as_the_filings(district):
    contract_id = performing(district)
    [filing, *_] = [one for one in district.find("filings", contract_id=contract_id) if one.target == "JUSTICE_BUREAU"]
    given = c.FilingCommand(action="file")
    act_on_filing(district.platform, district.actor("handler"), filing.id, given, revision=filing.revision)
    assert "file" in {one.action for one in district.find("decisions", contract_id=contract_id)}
    assert results(district, contract_id)[ArchiveCheck.PROCESS].found == ()


def test_a_changed_byte_in_a_kept_file_is_named_and_keeps_the_contract_from_the_archive(district, completed, tmp_path):
    version, *others = district.find("versions", contract_id=completed)
    damage(tmp_path, version.sha256)
    found = results(district, completed)[ArchiveCheck.BYTES]
    same = {one.filename for one in others if one.sha256 == version.sha256}
    assert (found.result, set(found.found)) == (CheckResult.FAILED, {version.filename} | same)
    with pytest.raises(Refused) as refused:
        archived(district, completed)
    assert refused.value.code == "archive_unfit"
    assert district.contract(completed).state == State.COMPLETED


def test_the_package_holds_everything_and_is_verified_without_the_platform(district, completed, tmp_path):
    target, name = packed(district, archived(district, completed), tmp_path)
    assert name.startswith("归档信息包_")
    with zipfile.ZipFile(target) as package:
        root = ET.fromstring(package.read("metadata.xml"))
        listed = {one.get("member"): one.get("sha256") for one in root.iter("file")}
        kept = {one: hashlib.sha256(package.read(one)).hexdigest() for one in package.namelist()}
        (tmp_path / "verify_trace.pyz").write_bytes(package.read("verify_trace.pyz"))
        log = package.read("process-log.txt").decode()
    assert listed
    assert listed.items() <= kept.items()
    files = {one.sha256 for one in district.find("versions", contract_id=completed)}
    papers = {one.docx_sha256 for one in district.find("papers", contract_id=completed)}
    assert files | papers <= set(listed.values())
    assert "归档" in log
    assert root.findtext("contract/name") == district.contract(completed).name
    command = [sys.executable, "-I", tmp_path / "verify_trace.pyz", target, "--json"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)["problems"]) == (0, [])


def test_a_changed_byte_in_any_member_is_found(district, completed, tmp_path):
    target, _ = packed(district, archived(district, completed), tmp_path)
    with zipfile.ZipFile(target) as package:
        package.extractall(tmp_path / "sound")
        names = package.namelist()
    assert verify(tmp_path / "sound").ok
    for name in names:
        member = tmp_path / "sound" / name
        sound = member.read_bytes()
        place = len(sound) // 2
        member.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        assert not verify(tmp_path / "sound").ok, name
        member.write_bytes(sound)


@pytest.mark.parametrize("end", [c.Withdraw(reason="项目取消"), c.Decline(reason="不属于审查范围")])
def test_what_was_withdrawn_or_refused_has_a_review_file(district, tmp_path, end):
    contract_id = district.register(MAJOR)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    if isinstance(end, c.Withdraw):
        district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    district.act("handler" if isinstance(end, c.Withdraw) else "intake", contract_id, end)
    target, name = packed(district, contract_id, tmp_path)
    assert name.startswith("审查卷_")
    assert verify(target).ok
    assert [one.actor for one in district.find("events", type="archive.exported")] == ["archivist"]


def test_another_contracts_file_proves_no_completion(district):
    contract_id, other = performing(district), performing(district)
    with pytest.raises(Invalid):
        complete(district, contract_id, evidence_version_id=proof(district, other))
    assert district.contract(contract_id).state == State.PERFORMING


def test_what_is_completed_waits_for_the_archivist(district, completed):
    [task] = district.find("tasks", contract_id=completed, subject="contract", closed_at=None)
    assert task.role is Role.ARCHIVIST


def test_there_is_no_package_before_the_archive_and_none_for_others(district, completed):
    with pytest.raises(Refused) as refused:
        archive_package(district.platform, district.actor("archivist"), completed)
    assert refused.value.code == "archive_not_closed"
    with pytest.raises(Forbidden):
        archive_package(district.platform, district.actor("handler"), archived(district, completed))
