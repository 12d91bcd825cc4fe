"""督办: numbered and dated, answered by the unit, closed by the supervision and never by whoever answered."""

import io
from datetime import date, timedelta

import openpyxl
import pytest

from contract_platform.application import commands as c
from contract_platform.application.inbox_queries import SupervisionFilter
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.list_supervisions import export_supervisions, list_supervisions
from contract_platform.application.supervise import act_on_supervision, issue_supervision
from contract_platform.application.task_commands import NewSupervision, SupervisionCommand
from contract_platform.domain.errors import Forbidden, NotFound, Refused
from contract_platform.domain.people import Post
from contract_platform.domain.vocabulary import Role
from contract_platform.domain.work_vocabulary import SupervisionState
from tests.unit.application.district import MAJOR, reasons
from tests.unit.people.staffed import SINCE

DUE = date(2026, 3, 9)


@pytest.fixture
def contract_id(staffed):
    found = staffed.register(MAJOR)
    staffed.act("handler", found, c.Submit())
    staffed.act("legal", found, c.Pass())
    return found


def issue(place, contract_id, name="supervisor", demand="请于期限内完成备案", due_on=DUE):
    new = NewSupervision(demand=demand, due_on=due_on)
    return issue_supervision(place.platform, place.actor(name), contract_id, new)


def do(place, name, notice, action, text="已于本周内办理"):
    revision = place.find("supervisions", id=notice.id)[0].revision
    command = SupervisionCommand(action=action, text=text)
    return act_on_supervision(place.platform, place.actor(name), notice.id, command, revision=revision)


def todo(place, name):
    rows = list_tasks(place.platform, place.actor(name), "todo", after=None, limit=50).rows
    return [row.subject_id for row in rows if row.subject == "supervision"]


def listed(place, name, **wanted):
    asked = SupervisionFilter(**wanted)
    return list_supervisions(place.platform, place.actor(name), asked, after=None, limit=50).rows


def test_a_notice_has_a_number_a_day_and_a_taker(staffed, contract_id):
    first, second = issue(staffed, contract_id), issue(staffed, contract_id, "bureau_lead")
    assert [first.number, second.number] == ["督办〔2026〕0001号", "督办〔2026〕0002号"]
    assert (first.days_left, first.unit, first.issued_by) == (5, "区大数据局", "姓名supervisor")
    assert todo(staffed, "lead") == [first.id, second.id]


def test_it_is_answered_and_closed_by_two(staffed, contract_id):
    notice = issue(staffed, contract_id)
    answered = do(staffed, "handler", notice, "answer")
    assert (answered.state, answered.answered_by) == (SupervisionState.ANSWERED, "姓名handler")
    assert (todo(staffed, "lead"), todo(staffed, "supervisor")) == ([], [notice.id])
    returned = do(staffed, "supervisor", notice, "return", "缺少备案回执")
    assert (returned.state, returned.note) == (SupervisionState.RETURNED, "缺少备案回执")
    assert todo(staffed, "lead") == [notice.id]
    do(staffed, "lead", notice, "answer", "已补充回执")
    closed = do(staffed, "supervisor", notice, "close", "核实无误")
    assert (closed.state, closed.days_left, closed.actions) == (SupervisionState.CLOSED, None, ())
    assert todo(staffed, "supervisor") == []


def test_nobody_verifies_their_own_answer(staffed, contract_id):
    with staffed.platform.unit_of_work() as uow:
        uow.posts.add(Post(id="two", person_id="lead", unit_id="justice", role=Role.PERF_SUPERVISOR, valid_from=SINCE))
    notice = issue(staffed, contract_id)
    do(staffed, "lead", notice, "answer")
    with pytest.raises(Refused) as refusal:
        do(staffed, "lead", notice, "close")
    assert reasons(refusal) == ["own_answer"]


@pytest.mark.parametrize(
    ("demand", "due_on", "code"), [(" ", DUE, "reason_missing"), ("请办理", date(2026, 3, 2), "supervision_day_past")]
)
def test_a_notice_says_what_and_by_when(staffed, contract_id, demand, due_on, code):
    with pytest.raises(Refused) as refusal:
        issue(staffed, contract_id, demand=demand, due_on=due_on)
    assert reasons(refusal) == [code]
    assert staffed.find("supervisions") == []


def test_only_the_supervision_issues_and_only_the_unit_answers(staffed, contract_id):
    for name in ("handler", "lead", "intake", "observer"):
        with pytest.raises(Forbidden):
            issue(staffed, contract_id, name)
    with pytest.raises(NotFound):
        issue(staffed, contract_id, "stranger")
    notice = issue(staffed, contract_id)
    with pytest.raises(Forbidden):
        do(staffed, "supervisor", notice, "answer")
    with pytest.raises(Forbidden, match="not_your_contract"):
        do(staffed, "handler2", notice, "answer")


def test_a_notice_in_error_is_revoked_with_a_reason_and_keeps_its_number(staffed, contract_id):
    notice = issue(staffed, contract_id)
    with pytest.raises(Refused):
        do(staffed, "supervisor", notice, "revoke", " ")
    assert do(staffed, "supervisor", notice, "revoke", "重复签发").state == SupervisionState.REVOKED
    assert issue(staffed, contract_id).number.endswith("0002号")
    assert [task for task in todo(staffed, "lead") if task == notice.id] == []


def test_the_list_is_filtered_by_scope_state_and_urgency(staffed, contract_id):
    notice = issue(staffed, contract_id)
    assert [row.id for row in listed(staffed, "lead")] == [notice.id]
    assert listed(staffed, "urban_lead") == listed(staffed, "stranger") == ()
    assert listed(staffed, "supervisor", states=(SupervisionState.CLOSED,)) == ()
    staffed.clock.step(timedelta(days=10))
    [row] = listed(staffed, "supervisor", due="overdue")
    assert row.days_left == -3
    assert [act.action for act in row.actions] == ["revoke"]
    assert [act.action for act in listed(staffed, "handler")[0].actions] == ["answer"]


def test_the_list_is_a_workbook(staffed, contract_id):
    issue(staffed, contract_id)
    content = export_supervisions(staffed.platform, staffed.actor("supervisor"), SupervisionFilter())
    [heading, line] = openpyxl.load_workbook(io.BytesIO(content))["督办"].iter_rows(values_only=True)
    assert dict(zip(heading, line, strict=True))["督办编号"] == "督办〔2026〕0001号"
    assert staffed.find("events", type="supervisions.exported")
