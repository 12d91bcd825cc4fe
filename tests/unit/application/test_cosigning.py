"""Units are asked to co-sign at once; when all answers are in, the contract moves on by itself."""

from datetime import date, timedelta

import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_endorsement import act_on_endorsement
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.read_work import read_work
from contract_platform.application.task_commands import EndorsementCommand
from contract_platform.domain.errors import Forbidden, NotFound, Refused
from contract_platform.domain.participation import Recusal
from contract_platform.domain.people import Person, Post, Unit
from contract_platform.domain.vocabulary import Role, State
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState
from tests.unit.application.district import District, reasons

E = EndorsementState
SINCE = date(2020, 1, 1)
MORE = (
    ("urban_lead", Role.HANDLER_LEAD, "urban"),
    ("urban_legal", Role.UNIT_LEGAL, "urban"),
    ("school_legal", Role.UNIT_LEGAL, "school"),
)


class Neighbours(District):
    """A district with other units that can be asked, and one in which nobody could answer."""

    def seed(self):
        super().seed()
        with self.platform.unit_of_work() as uow:
            for key in ("school", "empty"):
                uow.units.add(Unit(id=key, name=f"望澜区{key}", short_name=key, kind="BUREAU", parent_id="district"))
            for name, role, unit in MORE:
                uow.people.add(Person(id=name, username=name, name=f"姓名{name}", password_hash="-"))
                uow.posts.add(Post(id=f"post-{name}", person_id=name, unit_id=unit, role=role, valid_from=SINCE))

    def asked(self, *units):
        """A contract under co-signing."""
        contract_id = self.register()
        self.act("handler", contract_id, c.Cosign(unit_ids=units, reason="请就数据安全条款提出意见"))
        return contract_id

    def statement(self, contract_id, unit):
        found = self.find("endorsements", contract_id=contract_id, unit_id=unit, kind=EndorsementKind.UNIT)
        return found[-1]

    def answer(self, name, contract_id, unit, action="agree", text=""):
        one = self.statement(contract_id, unit)
        command = EndorsementCommand(action=action, text=text)
        return act_on_endorsement(self.platform, self.actor(name), one.id, command, revision=one.revision)

    def todo(self, name):
        rows = list_tasks(self.platform, self.actor(name), "todo", after=None, limit=50).rows
        return [(row.subject, row.contract_id) for row in rows]

    def state(self, contract_id):
        return self.contract(contract_id).state


@pytest.fixture
def place(tmp_path):
    return Neighbours(tmp_path / "district")


def test_every_unit_is_asked_at_once_and_the_last_answer_moves_the_contract_on(place):
    contract_id = place.asked("urban", "school")
    assert place.state(contract_id) == State.UNIT_COSIGNING
    assert place.todo("urban_lead") == [("endorsement", contract_id)]
    assert place.todo("school_legal") == [("endorsement", contract_id)], "no head there, so the legal officer"
    place.answer("urban_lead", contract_id, "urban")
    assert place.state(contract_id) == State.UNIT_COSIGNING
    assert place.todo("urban_lead") == []
    place.answer("school_legal", contract_id, "school", "remark", "建议增加数据销毁条款")
    assert place.state(contract_id) == State.UNIT_REVIEW
    assert place.todo("legal") == [("contract", contract_id)]
    assert place.contract(contract_id).profile, "pinned when it is sent"


def test_a_unit_that_is_asked_sees_the_contract_and_no_other_while_the_round_lasts(place):
    other = place.register()
    contract_id = place.asked("urban")
    assert place.view("urban_lead", contract_id).actions == ()
    with pytest.raises(NotFound):
        place.view("urban_lead", other)
    with pytest.raises(NotFound):
        place.view("stranger", contract_id)
    place.answer("urban_lead", contract_id, "urban")
    assert place.view("urban_lead", contract_id).contract.id == contract_id
    place.act("handler", contract_id, c.PullBack(reason="修改"))
    with pytest.raises(NotFound):
        place.view("urban_lead", contract_id)


def test_an_objection_is_an_answer_with_a_reason_and_stands_in_the_record(place):
    contract_id = place.asked("urban")
    with pytest.raises(Refused) as refusal:
        place.answer("urban_lead", contract_id, "urban", "object")
    assert reasons(refusal) == ["reason_missing"]
    place.answer("urban_lead", contract_id, "urban", "object", "与城管数据平台重复建设")
    assert place.state(contract_id) == State.UNIT_REVIEW
    [seen] = read_work(place.platform, place.actor("legal"), contract_id).endorsements
    assert (seen.state, seen.answer, seen.answered_by) == (E.OBJECTED, "与城管数据平台重复建设", "姓名urban_lead")


@pytest.mark.parametrize("units", [(), ("data",), ("empty",), ("nowhere",), ("urban", "data")])
def test_only_other_units_that_can_answer_are_asked(place, units):
    contract_id = place.register()
    with pytest.raises(Refused):
        place.act("handler", contract_id, c.Cosign(unit_ids=units))
    assert place.state(contract_id) == State.DRAFTING
    assert place.find("endorsements") == []


def test_nobody_answers_for_another_unit(place):
    contract_id = place.asked("urban", "school")
    for name in ("school_legal", "urban_legal"):
        with pytest.raises(Refused) as refusal:
            place.answer(name, contract_id, "urban")
        assert reasons(refusal) == ["endorsement_of_others"]
    with pytest.raises(Refused):
        place.answer("handler", contract_id, "urban")
    with pytest.raises(NotFound):
        place.answer("stranger", contract_id, "urban")
    with pytest.raises(NotFound):
        place.answer("reviewer", contract_id, "urban")


def test_who_has_acted_on_the_contract_does_not_answer_for_another_unit(place):
    with place.platform.unit_of_work() as uow:
        uow.posts.add(Post(id="second", person_id="handler", unit_id="urban", role=Role.HANDLER_LEAD, valid_from=SINCE))
    contract_id = place.asked("urban")
    with pytest.raises(Refused) as refusal:
        place.answer("handler", contract_id, "urban")
    assert reasons(refusal) == ["decided_already"]


def test_the_head_of_the_unit_takes_out_who_does_not_answer(place):
    contract_id = place.asked("urban", "school")
    place.answer("urban_lead", contract_id, "urban")
    for name, text in (("handler", "逾期"), ("lead", " ")):
        with pytest.raises(Refused):
            place.answer(name, contract_id, "school", "take_out", text)
    place.answer("lead", contract_id, "school", "take_out", "期限届满未答复")
    assert place.state(contract_id) == State.UNIT_REVIEW
    with pytest.raises(NotFound):
        place.view("school_legal", contract_id)
    assert place.todo("school_legal") == []


def test_a_unit_is_asked_again_and_its_new_answer_counts(place):
    contract_id = place.asked("urban", "school")
    place.answer("urban_lead", contract_id, "urban", "object", "金额偏高")
    with pytest.raises(Refused, match="action_refused"):
        place.act("handler", contract_id, c.Cosign(unit_ids=("school",)))
    place.act("handler", contract_id, c.Cosign(unit_ids=("urban",), reason="金额已下调"))
    place.answer("school_legal", contract_id, "school")
    assert place.state(contract_id) == State.UNIT_COSIGNING
    place.answer("urban_lead", contract_id, "urban")
    assert place.state(contract_id) == State.UNIT_REVIEW
    given = place.find("endorsements", contract_id=contract_id, unit_id="urban")
    assert [(one.state, one.ended_at is None) for one in given] == [(E.OBJECTED, False), (E.AGREED, True)]


def test_asking_again_gives_the_period_anew(place):
    contract_id = place.asked("urban", "school")
    [first] = place.find("clocks", contract_id=contract_id, name="COSIGNING")
    assert (first.days, first.due_on) == (5, date(2026, 3, 9))
    place.clock.step(timedelta(days=3))
    place.answer("urban_lead", contract_id, "urban", "object", "金额偏高")
    place.act("handler", contract_id, c.Cosign(unit_ids=("urban",)))
    [ended, running] = place.find("clocks", contract_id=contract_id, name="COSIGNING")
    assert (ended.ended_on, running.due_on) == (date(2026, 3, 5), date(2026, 3, 12))
    due = {one.due_on for one in place.find("tasks", contract_id=contract_id, closed_at=None)}
    assert due == {date(2026, 3, 12)}


def test_while_units_are_asked_the_contract_is_its_officers_task(place):
    contract_id = place.asked("urban")
    [task] = place.find("tasks", contract_id=contract_id, subject="contract", closed_at=None)
    assert (task.role, task.person_id, task.due_on) == (Role.HANDLER, "handler", date(2026, 3, 9))
    place.clock.step(timedelta(days=60))
    acts = {view.action for view in place.view("handler", contract_id).actions if view.enabled}
    assert {"cosign", "pull_back", "withdraw"} <= acts
    assert "return" in {view.action for view in place.view("lead", contract_id).actions if view.enabled}


@pytest.mark.parametrize("command", [c.PullBack(reason="修改"), c.Withdraw(reason="不再办理")])
def test_what_is_asked_ends_when_the_contract_leaves(place, command):
    contract_id = place.asked("urban", "school")
    place.answer("urban_lead", contract_id, "urban")
    place.act("handler", contract_id, command)
    assert {one.state for one in place.find("endorsements")} == {E.AGREED, E.CANCELLED}
    assert place.find("endorsements", ended_at=None) == []
    assert place.find("tasks", contract_id=contract_id, subject="endorsement", closed_at=None) == []


def test_recused_people_do_not_answer(place):
    contract_id = place.asked("urban")
    with place.platform.unit_of_work() as uow:
        recusal = Recusal(
            id="r", contract_id=contract_id, person_id="urban_lead", reason="亲属", recorded_by="urban_lead",
            recorded_at=place.clock.now(),
        )  # fmt: skip
        uow.recusals.add(recusal)
    with pytest.raises(Forbidden, match="recused"):
        place.answer("urban_lead", contract_id, "urban")
