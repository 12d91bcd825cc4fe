"""A file with a secrecy mark is closed to everybody; two people erase it with all of its content, or release it."""

import io
from datetime import date, timedelta

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.add_version import reread_version
from contract_platform.application.analyse_version import analyse_version
from contract_platform.application.decide_quarantine import QuarantineCommand, decide_quarantine
from contract_platform.application.isolate_version import isolate
from contract_platform.application.list_pages import list_contracts
from contract_platform.application.quarantine_views import list_quarantines
from contract_platform.application.queries import LedgerFilter
from contract_platform.application.read_version import analysis_view, open_content
from contract_platform.application.register_contract import register_contract
from contract_platform.application.remark_text import create_remark, list_remarks
from contract_platform.application.sweep_objects import sweep_objects
from contract_platform.domain.errors import Conflict, NotFound, Refused
from contract_platform.domain.people import Person, Post
from contract_platform.domain.vocabulary import AnalysisState, DocumentKind, QuarantineState, Role
from tests.unit.application.district import ORDINARY

WORDS = "zeppelinzeppelin"
SECRET = f"机密★10年\n{ORDINARY}\n特别约定{WORDS}"
CLEAN = ORDINARY + f"\n特别约定{WORDS}"


@pytest.fixture
def district(district):
    """The district with its security administrators and a second head of the unit."""
    with district.platform.unit_of_work() as uow:
        for name, role, unit in (
            ("security", Role.SEC_ADMIN, "justice"),
            ("security2", Role.SEC_ADMIN, "justice"),
            ("admin", Role.SYS_ADMIN, "justice"),
            ("urban_lead", Role.HANDLER_LEAD, "urban"),
        ):
            uow.people.add(Person(id=name, username=name, name=name, password_hash="-"))
            since = date(2020, 1, 1)
            uow.posts.add(Post(id=f"post-{name}", person_id=name, unit_id=unit, role=role, valid_from=since))
    return district


@pytest.fixture
def held(district):
    """A contract whose draft bears a mark."""
    contract_id = district.register(SECRET, confirmed=False)
    return contract_id, district.contract(contract_id).draft_version_id


def decide(district, name, action, reason=""):
    quarantine = district.find("quarantines")[0]
    command = QuarantineCommand(action=action, reason=reason)
    return decide_quarantine(
        district.platform, district.actor(name), quarantine.id, command, revision=quarantine.revision
    )


def reasons(refused):
    return [reason.code for reason in refused.value.params["reasons"]]


def test_a_marked_draft_is_closed_and_nothing_of_it_is_kept_as_text(district, held):
    contract_id, version_id = held
    version = district.find("versions")[0]
    assert (version.analysis_state, version.unreadable) == (AnalysisState.QUARANTINED, "suspected_secret")
    assert district.find("analyses") == []
    assert district.find("obligations") == []
    (quarantine,) = district.find("quarantines")
    assert (quarantine.state, quarantine.marks) == (QuarantineState.HELD, ("机密★10年",))
    found = list_contracts(district.platform, district.actor("handler"), LedgerFilter(text=WORDS), after=None, limit=9)
    assert found.total == 0
    assert (contract_id, version_id) == (quarantine.contract_id, quarantine.version_id)


@pytest.mark.parametrize("name", ["handler", "lead", "legal"])
def test_nobody_opens_reads_or_remarks(district, held, name):
    platform, actor, version_id = district.platform, district.actor(name), held[1]
    for attempt in (
        lambda: open_content(platform, actor, version_id),
        lambda: analysis_view(platform, actor, version_id),
        lambda: list_remarks(platform, actor, version_id),
        lambda: create_remark(platform, actor, version_id, start=0, end=1, text="x"),
        lambda: reread_version(platform, actor, version_id),
    ):
        with pytest.raises(Refused, match="version_quarantined"):
            attempt()


def test_the_contract_goes_nowhere_but_out(district, held):
    contract_id = held[0]
    with pytest.raises(Refused, match="contract_quarantined"):
        district.act("handler", contract_id, c.Submit())
    acts = {act.action: act for act in district.view("handler", contract_id).actions}
    assert [reason.code for reason in acts["submit"].reasons] == ["contract_quarantined"]
    district.act("handler", contract_id, c.Withdraw(reason="涉密，线下办理"))


def test_marks_in_evidence_and_attachments_are_seen_too(district):
    contract_id = district.register()
    district.upload("handler", contract_id, DocumentKind.ATTACHMENT, f"附件\n秘密★\n{WORDS}")
    run_all(district)
    (quarantine,) = district.find("quarantines")
    assert district.find("versions", id=quarantine.version_id)[0].analysis_state == AnalysisState.QUARANTINED
    district.upload("handler", contract_id, DocumentKind.ATTACHMENT, "附件\n乙方应保守国家秘密和商业秘密。")
    run_all(district)
    assert len(district.find("quarantines")) == 1
    assert [one.analysis_state for one in district.find("versions")][-1] == AnalysisState.NOT_ANALYSED


def run_all(district):
    """Run what waits, also for files that are not analysed, which the district's own helper leaves alone."""
    district.clock.step(timedelta(minutes=5))
    for job in district.platform.ledger.lease(lane="slow", limit=99, seconds=60, now=district.clock.now()):
        analyse_version(district.platform, job)


def test_one_asks_and_another_agrees(district, held):
    assert held
    with pytest.raises(Refused) as refused:
        decide(district, "lead", "request_purge")
    assert reasons(refused) == ["reason_missing"]
    decide(district, "lead", "request_purge", "确为涉密文件")
    with pytest.raises(Refused) as refused:
        decide(district, "lead", "approve")
    assert reasons(refused) == ["own_request"]
    assert decide(district, "security", "approve").state == QuarantineState.PURGED


@pytest.mark.parametrize("name", ["handler", "legal", "stranger", "urban_lead", "admin", "reviewer"])
def test_for_others_there_is_no_such_thing(district, held, name):
    assert held
    with pytest.raises(NotFound):
        decide(district, name, "request_purge", "x")
    assert list_quarantines(district.platform, district.actor(name)) == ()


def test_the_uploader_decides_nothing(district):
    since = date(2020, 1, 1)
    with district.platform.unit_of_work() as uow:
        post = Post(id="post-lead-2", person_id="lead", unit_id="data", role=Role.HANDLER, valid_from=since)
        uow.posts.add(post)
    file = district.spooled(SECRET)
    register_contract(district.platform, district.actor("lead"), file=file, filename="a.txt", secrecy_declared=True)
    district.read()
    with pytest.raises(Refused) as refused:
        decide(district, "lead", "request_release", "误报")
    assert reasons(refused) == ["own_upload"]


def test_a_request_is_rejected_or_withdrawn_and_everything_stays_closed(district, held):
    decide(district, "security", "request_release", "误报")
    assert decide(district, "security2", "reject", "标志清楚").state == QuarantineState.HELD
    decide(district, "security", "request_purge", "涉密")
    with pytest.raises(Refused):
        decide(district, "lead", "withdraw")
    assert decide(district, "security", "withdraw").state == QuarantineState.HELD
    with pytest.raises(Refused, match="version_quarantined"):
        open_content(district.platform, district.actor("handler"), held[1])


def test_a_stale_page_decides_nothing(district, held):
    assert held
    (quarantine,) = district.find("quarantines")
    command = QuarantineCommand(action="request_purge", reason="x")
    with pytest.raises(Conflict):
        decide_quarantine(district.platform, district.actor("lead"), quarantine.id, command, revision=7)


def test_the_security_administrator_learns_nothing_about_the_contract(district, held):
    (view,) = list_quarantines(district.platform, district.actor("security"))
    told = msgspec.json.encode(view).decode()
    assert view.contract_id is None
    assert held[0] not in told
    assert district.contract(held[0]).name not in told
    (own,) = list_quarantines(district.platform, district.actor("lead"))
    assert own.contract_id == held[0]
    assert [act.action for act in own.actions] == ["request_purge", "request_release"]


def test_a_false_alarm_is_read_like_any_other_text(district, held):
    decide(district, "security", "request_release", "样例标志")
    decide(district, "lead", "approve")
    district.read()
    version = district.find("versions")[0]
    assert version.analysis_state == AnalysisState.DONE
    assert WORDS in analysis_view(district.platform, district.actor("handler"), held[1]).blocks[-1].text
    found = list_contracts(district.platform, district.actor("handler"), LedgerFilter(text=WORDS), after=None, limit=9)
    assert found.total == 1


def leftovers(district):
    """Every file of the platform that holds the words of the file, and the object itself."""
    data = district.platform.spool.parent
    files = [file for file in data.rglob("*") if file.is_file() and "keys" not in file.parts]
    needles = (WORDS.encode(), SECRET.encode())
    return sorted(str(file.relative_to(data)) for file in files if any(one in file.read_bytes() for one in needles))


def analysed_then_marked(district):
    """A text that was read, indexed, remarked on and answered for before its mark was seen, in two contracts."""
    handler, platform = district.actor("handler"), district.platform
    for key in ("one", "two"):
        file = district.spooled(SECRET.removeprefix("机密★10年\n"), "涉密工程.txt")
        register_contract(
            platform, handler, file=file, filename="涉密工程.txt", secrecy_declared=True, idempotency_key=key
        )
    district.read()
    version = district.find("versions")[0]
    create_remark(platform, district.actor("legal"), version.id, start=0, end=9, text=f"见{WORDS}", idempotency_key="r")
    with platform.unit_of_work() as uow:
        isolate(uow, platform, version, ("机密★10年",))
    return version


def test_an_erased_file_leaves_no_object_analysis_index_spool_or_response(district):
    version = analysed_then_marked(district)
    assert leftovers(district)
    assert len(district.find("quarantines")) == 2
    decide(district, "lead", "request_purge", "上级确认涉密")
    decide(district, "security", "approve")
    assert leftovers(district) == []
    assert not district.platform.objects.exists(version.sha256)
    assert district.find("analyses") == district.find("remarks") == []
    with district.platform.reading() as uow:
        assert [uow.responses.get("handler", "contract.create", key) for key in ("one", "two")] == [None, None]
        assert uow.responses.get("legal", "remark.create", "r") is None
    assert {one.analysis_state for one in district.find("versions")} == {AnalysisState.PURGED}
    assert {one.state for one in district.find("quarantines")} == {QuarantineState.PURGED}
    assert {one.name for one in district.find("contracts")} == {one.filename for one in district.find("versions")}
    assert {one.name for one in district.find("contracts")} == {"（已清除）"}


def test_the_trace_keeps_who_erased_what_and_why_by_hash_and_size(district, held):
    size = district.find("versions")[0].size
    decide(district, "lead", "request_purge", "上级确认涉密")
    decide(district, "security", "approve")
    events = {event.type: event for event in district.find("events", contract_id=held[0])}
    data = msgspec.json.decode(events["quarantine.approve"].data)
    assert events["quarantine.approve"].actor == "security"
    assert (data["size"], data["requested_by"], data["reason"]) == (size, "lead", "上级确认涉密")
    assert "filename" not in data


def test_after_erasure_a_clean_text_goes_on(district, held):
    decide(district, "lead", "request_purge", "涉密")
    decide(district, "security", "approve")
    with pytest.raises(Refused, match="version_purged"):
        open_content(district.platform, district.actor("handler"), held[1])
    district.upload("handler", held[0], DocumentKind.DRAFT, CLEAN)
    assert district.find("versions")[-1].analysis_state == AnalysisState.DONE


def test_what_erasing_left_behind_in_a_crash_is_swept(district, held):
    """The commit came, the process ended before the object was gone."""
    decide(district, "lead", "request_purge", "涉密")
    decide(district, "security", "approve")
    assert held
    district.platform.objects.put(io.BytesIO(SECRET.encode()))
    district.clock.instant = district.clock.instant.replace(year=2099)
    assert sweep_objects(district.platform) == 1
