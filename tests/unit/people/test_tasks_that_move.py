"""领取, 退回, 分派, 转办, 加签, 催办: who does a task changes by rules, and it never rests with somebody who cannot."""

from datetime import timedelta

import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_endorsement import act_on_endorsement
from contract_platform.application.act_on_task import act_on_task
from contract_platform.application.act_on_tasks import act_on_tasks
from contract_platform.application.check_people import violations
from contract_platform.application.lend_posts import lend_posts
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.people_commands import NewDelegation, NewRecusal
from contract_platform.application.read_work import read_choices, read_work
from contract_platform.application.take_part import recuse
from contract_platform.application.task_commands import (
    AddSigner,
    Assign,
    Chosen,
    Claim,
    EndorsementCommand,
    Release,
    TaskBatch,
    Transfer,
    Urge,
)
from contract_platform.domain import change
from contract_platform.domain.errors import Conflict, Forbidden, NotFound, Refused
from contract_platform.domain.people import Person, Post
from contract_platform.domain.vocabulary import Conclusion, Role, State
from contract_platform.domain.work_vocabulary import EndorsementState, TaskStage
from tests.unit.application.district import MAJOR, reasons
from tests.unit.people.staffed import SINCE, Staffed

COLLEAGUES = (
    ("legal2", Role.UNIT_LEGAL, "data"),
    ("intake2", Role.BUREAU_INTAKE, "justice"),
    ("bureau_lead2", Role.BUREAU_LEAD, "justice"),
)


@pytest.fixture
def place(tmp_path):
    staffed = Staffed(tmp_path / "district")
    with staffed.platform.unit_of_work() as uow:
        for name, role, unit in COLLEAGUES:
            uow.people.add(Person(id=name, username=name, name=f"姓名{name}", password_hash="-"))
            uow.posts.add(Post(id=f"post-{name}", person_id=name, unit_id=unit, role=role, valid_from=SINCE))
    return staffed


STEPS = (
    ("handler", c.Submit()),
    ("legal", c.Pass()),
    ("intake", c.Accept(reviewer_id="reviewer")),
    ("reviewer", c.Propose(conclusion=Conclusion.APPROVE, body="同意")),
)


def at(place, steps):
    contract_id = place.register(MAJOR)
    for name, command in STEPS[:steps]:
        place.act(name, contract_id, command)
    return contract_id


def task_of(place, contract_id, subject="contract"):
    [task] = place.find("tasks", contract_id=contract_id, subject=subject, closed_at=None)
    return task


def do(place, name, contract_id, command, task=None):
    task = task or task_of(place, contract_id)
    return act_on_task(place.platform, place.actor(name), task.id, command, revision=task.revision)


def refused(place, name, contract_id, command):
    with pytest.raises(Refused) as refusal:
        do(place, name, contract_id, command)
    return reasons(refusal)


def offered(place, name, contract_id):
    view = read_work(place.platform, place.actor(name), contract_id)
    return {act.action for task in view.tasks if task.subject == "contract" for act in task.actions}


def todo(place, name):
    rows = list_tasks(place.platform, place.actor(name), "todo", after=None, limit=50).rows
    return [row.contract_id for row in rows]


def answer(place, name, contract_id, action="agree", text="同意"):
    [statement] = place.find("endorsements", contract_id=contract_id, person_id=name, state=EndorsementState.ASKED)
    command = EndorsementCommand(action=action, text=text)
    return act_on_endorsement(place.platform, place.actor(name), statement.id, command, revision=statement.revision)


# claiming


def test_a_claimed_task_is_mine_alone_until_i_give_it_back(place):
    contract_id = at(place, 1)
    assert todo(place, "legal") == todo(place, "legal2") == [contract_id]
    do(place, "legal", contract_id, Claim())
    assert (todo(place, "legal"), todo(place, "legal2")) == ([contract_id], [])
    assert task_of(place, contract_id).stage == TaskStage.HELD
    with pytest.raises(Refused) as refusal:
        place.act("legal2", contract_id, c.Pass())
    assert reasons(refusal) == ["task_held_by_other"]
    passing = [act for act in place.view("legal2", contract_id).actions if act.action == "pass"]
    assert [reason.code for reason in passing[0].reasons] == ["task_held_by_other"]
    do(place, "legal", contract_id, Release())
    assert todo(place, "legal2") == [contract_id]
    place.act("legal2", contract_id, c.Pass())


def test_two_who_claim_at_once_get_one_task_between_them(place):
    contract_id = at(place, 1)
    task = task_of(place, contract_id)
    do(place, "legal", contract_id, Claim(), task)
    with pytest.raises(Conflict):
        do(place, "legal2", contract_id, Claim(), task)


def test_nobody_claims_what_is_not_for_them(place):
    contract_id = at(place, 1)
    assert refused(place, "lead", contract_id, Claim()) == ["task_of_others"]
    for name in ("reviewer", "urban_lead", "stranger"):
        with pytest.raises(NotFound):
            do(place, name, contract_id, Claim())


def test_who_acted_in_another_post_does_not_claim(place):
    with place.platform.unit_of_work() as uow:
        uow.posts.add(Post(id="second", person_id="handler", unit_id="data", role=Role.UNIT_LEGAL, valid_from=SINCE))
    contract_id = at(place, 1)
    assert refused(place, "handler", contract_id, Claim()) == ["decided_already"]
    assert "claim" not in offered(place, "handler", contract_id)


def test_only_what_was_taken_is_given_back(place):
    contract_id = at(place, 3)
    assert refused(place, "reviewer", contract_id, Release()) == ["task_not_taken"]


# assigning


def test_the_head_of_the_unit_gives_a_task_to_one_of_its_people(place):
    contract_id = at(place, 1)
    do(place, "lead", contract_id, Assign(to_id="legal2", reason="由您办理"))
    task = task_of(place, contract_id)
    assert (task.person_id, task.given_by, task.note) == ("legal2", "lead", "由您办理")
    assert todo(place, "legal") == []
    do(place, "lead2", contract_id, Assign(to_id="legal"))
    assert todo(place, "legal") == [contract_id]


def test_the_bureaus_lead_gives_the_bureaus_tasks(place):
    contract_id = at(place, 2)
    do(place, "bureau_lead", contract_id, Assign(to_id="intake2"))
    assert (todo(place, "intake"), todo(place, "intake2")) == ([], [contract_id])
    assert refused(place, "lead", contract_id, Assign(to_id="intake")) == ["task_not_yours_to_assign"]


@pytest.mark.parametrize("to", ["handler", "lead", "stranger", "reviewer", "nobody"])
def test_a_task_is_given_only_to_somebody_of_its_post_there(place, to):
    contract_id = at(place, 1)
    assert refused(place, "lead", contract_id, Assign(to_id=to)) == ["candidate_does_not_fit"]


def test_a_task_of_a_named_person_is_not_given_away(place):
    contract_id = at(place, 3)
    assert refused(place, "bureau_lead", contract_id, Assign(to_id="other_reviewer")) == ["task_of_named"]
    assert "assign" not in offered(place, "bureau_lead", contract_id)


# passing on


def test_transferring_is_leaving_with_a_reason_to_a_colleague_of_the_same_post(place):
    contract_id = at(place, 1)
    assert refused(place, "legal", contract_id, Transfer(to_id="legal2")) == ["reason_missing"]
    assert refused(place, "legal", contract_id, Transfer(to_id="legal", reason="外出")) == ["candidate_is_the_holder"]
    do(place, "legal", contract_id, Transfer(to_id="legal2", reason="外出培训"))
    assert (todo(place, "legal"), todo(place, "legal2")) == ([], [contract_id])
    [made] = place.find("decisions", contract_id=contract_id, action="transfer")
    assert (made.person_id, made.role, made.reason) == ("legal", Role.UNIT_LEGAL, "外出培训")
    place.act("legal2", contract_id, c.Pass())


def test_a_reviewer_who_leaves_names_a_successor_on_the_contract(place):
    contract_id = at(place, 3)
    do(place, "reviewer", contract_id, Transfer(to_id="other_reviewer", reason="工作调整"))
    assert place.contract(contract_id).reviewer_id == "other_reviewer"
    task = task_of(place, contract_id)
    assert (task.person_id, task.given_by, task.note) == ("other_reviewer", "reviewer", "工作调整")
    place.act("other_reviewer", contract_id, c.Propose(conclusion=Conclusion.APPROVE, body="同意"))


def test_nobody_who_keeps_apart_is_given_a_task(place):
    contract_id = at(place, 3)
    recuse(place.platform, place.actor("other_reviewer"), contract_id, NewRecusal(reason="亲属"))
    assert refused(place, "reviewer", contract_id, Transfer(to_id="other_reviewer", reason="调整")) == [
        "candidate_recused"
    ]
    choices = read_choices(place.platform, place.actor("reviewer"), task_of(place, contract_id).id)
    assert choices.holders == ()


def test_an_officer_hands_over_instead(place):
    contract_id = place.register(MAJOR)
    assert refused(place, "handler", contract_id, Transfer(to_id="handler2", reason="调整")) == [
        "task_not_transferable"
    ]
    assert "transfer" not in offered(place, "handler", contract_id)


def test_a_transferred_task_keeps_its_day(place):
    contract_id = at(place, 1)
    before = task_of(place, contract_id)
    place.clock.step(timedelta(days=2))
    do(place, "legal", contract_id, Transfer(to_id="legal2", reason="外出"))
    assert task_of(place, contract_id).due_on == before.due_on


# further opinions


def test_my_task_waits_until_every_opinion_is_in_then_it_is_mine_again(place):
    contract_id = at(place, 3)
    do(place, "reviewer", contract_id, AddSigner(to_ids=("other_reviewer", "bureau_lead"), reason="管辖约定是否合适"))
    assert task_of(place, contract_id).stage == TaskStage.WAITING
    with pytest.raises(Refused) as refusal:
        place.act(*STEPS[3][:1], contract_id, STEPS[3][1])
    assert reasons(refusal) == ["task_waits_for_signers"]
    answer(place, "other_reviewer", contract_id)
    assert task_of(place, contract_id).stage == TaskStage.WAITING
    answer(place, "bureau_lead", contract_id, "remark", "改为甲方住所地")
    task = task_of(place, contract_id)
    assert (task.stage, task.person_id) == (TaskStage.HELD, "reviewer")
    shown = read_work(place.platform, place.actor("reviewer"), contract_id).endorsements
    assert [(one.person, one.answer) for one in shown] == [
        ("姓名other_reviewer", "同意"),
        ("姓名bureau_lead", "改为甲方住所地"),
    ]
    place.act("reviewer", contract_id, STEPS[3][1])


def test_asking_from_the_pool_makes_the_task_mine(place):
    contract_id = at(place, 1)
    do(place, "legal", contract_id, AddSigner(to_ids=("lead",), reason="请领导把关"))
    assert todo(place, "legal2") == []
    answer(place, "lead", contract_id)
    place.act("legal", contract_id, c.Pass())
    assert place.contract(contract_id).state == State.SUBMITTED


def test_whoever_asked_takes_out_who_does_not_answer(place):
    contract_id = at(place, 3)
    do(place, "reviewer", contract_id, AddSigner(to_ids=("other_reviewer",), reason="请提意见"))
    [statement] = place.find("endorsements", contract_id=contract_id)
    command = EndorsementCommand(action="take_out", text="时间紧迫")
    with pytest.raises(Refused) as refusal:
        act_on_endorsement(place.platform, place.actor("bureau_lead"), statement.id, command, revision=0)
    assert reasons(refusal) == ["endorsement_not_yours_to_end"]
    act_on_endorsement(place.platform, place.actor("reviewer"), statement.id, command, revision=0)
    assert task_of(place, contract_id).stage == TaskStage.HELD
    assert todo(place, "other_reviewer") == []


@pytest.mark.parametrize("to", ["reviewer", "handler", "legal", "stranger", "observer", "system"])
def test_opinions_are_asked_of_ones_own_side_only(place, to):
    contract_id = at(place, 3)
    found = refused(place, "reviewer", contract_id, AddSigner(to_ids=(to,), reason="请提意见"))
    assert found in (["candidate_does_not_fit"], ["candidate_is_the_holder"])


def test_nobody_is_asked_twice_at_once_and_the_question_is_said(place):
    contract_id = at(place, 3)
    assert refused(place, "reviewer", contract_id, AddSigner(to_ids=("other_reviewer",))) == ["reason_missing"]
    do(place, "reviewer", contract_id, AddSigner(to_ids=("other_reviewer",), reason="请提意见"))
    again = AddSigner(to_ids=("other_reviewer",), reason="再问")
    assert refused(place, "reviewer", contract_id, again) == ["candidate_asked_already"]


def test_a_contract_that_leaves_asks_nobody_any_more(place):
    contract_id = at(place, 3)
    do(place, "reviewer", contract_id, AddSigner(to_ids=("other_reviewer",), reason="请提意见"))
    place.act("handler", contract_id, c.PullBack(reason="修改"))
    [statement] = place.find("endorsements", contract_id=contract_id)
    assert statement.state == EndorsementState.CANCELLED
    assert todo(place, "other_reviewer") == []


# urging


def test_a_task_is_urged_once_a_day_and_shows_it(place):
    contract_id = at(place, 1)
    do(place, "handler", contract_id, Urge(reason="请尽快"))
    assert refused(place, "lead", contract_id, Urge()) == ["urged_today"]
    assert "urge" not in offered(place, "handler", contract_id)
    place.clock.step(timedelta(days=1))
    do(place, "lead", contract_id, Urge())
    [task] = read_work(place.platform, place.actor("legal"), contract_id).tasks
    assert (task.urges, task.urged_by) == (2, "姓名lead")


def test_ones_own_task_is_not_urged(place):
    contract_id = at(place, 1)
    assert refused(place, "legal", contract_id, Urge()) == ["own_task_urged"]
    with pytest.raises(Forbidden):
        do(place, "observer", at(place, 3), Urge())


# many at once


def test_many_are_claimed_or_none(place):
    first, second = at(place, 1), at(place, 1)
    chosen = tuple(
        Chosen(id=task.id, revision=task.revision) for task in (task_of(place, one) for one in (first, second))
    )
    do(place, "legal2", second, Claim())
    with pytest.raises(Refused, match="batch_stopped"):
        act_on_tasks(place.platform, place.actor("legal"), TaskBatch(tasks=chosen))
    assert task_of(place, first).person_id is None
    assert act_on_tasks(place.platform, place.actor("legal"), TaskBatch(tasks=chosen[:1])).count == 1
    assert task_of(place, first).person_id == "legal"


def test_many_are_assigned_to_one(place):
    tasks = [task_of(place, at(place, 1)) for _ in range(3)]
    chosen = tuple(Chosen(id=task.id, revision=task.revision) for task in tasks)
    act_on_tasks(place.platform, place.actor("lead"), TaskBatch(tasks=chosen, to_id="legal2"))
    assert len(todo(place, "legal2")) == 3
    assert todo(place, "legal") == []


# who leaves, who is away, who keeps apart


def leave(place, name):
    place.ask("system", change.PersonDisable(person_id=name))
    assert violations(place.platform) == ()


def test_what_a_leaver_had_taken_is_for_all_again(place):
    contract_id = at(place, 1)
    do(place, "legal", contract_id, AddSigner(to_ids=("lead",), reason="请把关"))
    leave(place, "legal")
    task = task_of(place, contract_id)
    assert (task.stage, task.person_id, task.taken_at) == (TaskStage.POOLED, None, None)
    assert todo(place, "legal2") == [contract_id]
    assert place.find("endorsements", state=EndorsementState.ASKED) == []
    place.act("legal2", contract_id, c.Pass())


def test_nobody_waits_for_the_opinion_of_a_leaver(place):
    contract_id = at(place, 3)
    do(place, "reviewer", contract_id, AddSigner(to_ids=("other_reviewer",), reason="请提意见"))
    leave(place, "other_reviewer")
    assert task_of(place, contract_id).stage == TaskStage.HELD
    place.act("reviewer", contract_id, STEPS[3][1])


def test_who_keeps_apart_lets_go_of_what_was_taken(place):
    contract_id, other = at(place, 2), at(place, 2)
    for one in (contract_id, other):
        do(place, "intake", one, Claim())
    recuse(place.platform, place.actor("intake"), contract_id, NewRecusal(reason="亲属"))
    assert task_of(place, contract_id).person_id is None
    assert task_of(place, other).person_id == "intake"


def test_a_deputy_claims_for_whoever_is_away_and_does_what_that_one_claimed(place):
    today = place.clock.today()
    new = NewDelegation(to_id="lead2", first_day=today, last_day=today + timedelta(days=7), reason="休假")
    lend_posts(place.platform, place.actor("legal"), new)
    mine, theirs = at(place, 1), at(place, 1)
    do(place, "lead2", mine, Claim())
    assert task_of(place, mine).person_id == "legal"
    do(place, "legal", theirs, Claim())
    place.act("lead2", theirs, c.Pass())
    assert place.find("decisions", contract_id=theirs)[-1].acted_for == "legal"
