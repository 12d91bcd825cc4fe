"""取回: what was sent is taken back while nobody it is for has opened it, and everything is as before."""

from datetime import timedelta

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.clocks import is_suspended
from contract_platform.application.note_opening import note_opening
from contract_platform.application.read_contract import read_contract
from contract_platform.application.read_version import analysis_view, open_content
from contract_platform.domain.errors import Forbidden, Refused
from contract_platform.domain.opinion import Adoption, OpinionItem
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion, DocumentKind, Obligatoriness, Role, State
from tests.unit.application.district import MAJOR, reasons

APPROVE = c.Propose(conclusion=Conclusion.APPROVE, body="同意")
STEPS = (
    ("handler", c.Submit(), State.DRAFTING),
    ("legal", c.Pass(), State.UNIT_REVIEW),
    ("intake", c.Accept(reviewer_id="reviewer"), State.SUBMITTED),
    ("reviewer", APPROVE, State.UNDER_REVIEW),
)
NEXT = ("legal", "intake", "reviewer", "bureau_lead")
KEPT = {"revision", "updated_at", "review_no", "contract_no"}
"""What taking back does not undo: numbers are never given twice."""


def sent(district, steps):
    contract_id = district.register(MAJOR)
    for name, command, _ in STEPS[:steps]:
        district.clock.step(timedelta(minutes=1))
        district.act(name, contract_id, command)
    return contract_id


def record_of(district, contract_id):
    values = msgspec.structs.asdict(district.contract(contract_id))
    return {name: value for name, value in values.items() if name not in KEPT}


def clocks_of(district, contract_id):
    """Running clocks; the day one that stands still would be due is reckoned anew every day."""
    return {
        (one.name, one.started_on, None if is_suspended(one) else one.due_on, one.suspensions)
        for one in district.find("clocks", contract_id=contract_id, ended_on=None)
    }


def recall(district, name, contract_id):
    return district.act(name, contract_id, c.Recall())


def offered(district, name, contract_id):
    return {view.action for view in district.view(name, contract_id).actions if view.enabled}


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_what_was_sent_comes_back_as_it_was(district, step):
    name, command, before = STEPS[step]
    contract_id = sent(district, step)
    was, periods = record_of(district, contract_id), clocks_of(district, contract_id)
    district.act(name, contract_id, command)
    assert "recall" in offered(district, name, contract_id)
    district.clock.step(timedelta(days=1))
    recall(district, name, contract_id)
    assert district.contract(contract_id).state == before
    assert record_of(district, contract_id) == was
    assert clocks_of(district, contract_id) == periods, "periods run on as if it had never left"
    [task] = district.find("tasks", contract_id=contract_id, subject="contract", closed_at=None)
    assert task.state == before
    district.act(name, contract_id, command)


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_what_somebody_it_is_for_has_opened_does_not_come_back(district, step):
    contract_id = sent(district, step + 1)
    district.view(NEXT[step], contract_id)
    with pytest.raises(Refused) as refusal:
        recall(district, STEPS[step][0], contract_id)
    assert reasons(refusal) == ["opened_already"]
    assert "recall" not in offered(district, STEPS[step][0], contract_id)


def look_at_text(district, contract_id):
    analysis_view(district.platform, district.actor("legal"), district.contract(contract_id).draft_version_id)


def look_at_file(district, contract_id):
    version = district.contract(contract_id).draft_version_id
    open_content(district.platform, district.actor("legal"), version)[1].close()


@pytest.mark.parametrize("look", [look_at_text, look_at_file])
def test_looking_at_the_text_or_the_file_is_opening_too(district, look):
    contract_id = sent(district, 1)
    look(district, contract_id)
    with pytest.raises(Refused):
        recall(district, "handler", contract_id)


def test_looks_of_others_and_of_the_sender_are_no_opening(district):
    contract_id = sent(district, 1)
    for name in ("handler", "lead"):
        read_contract(district.platform, district.actor(name), contract_id)
    recall(district, "handler", contract_id)


def test_the_first_look_is_noted_once_and_traced(district):
    contract_id = sent(district, 1)
    for _ in range(2):
        district.clock.step(timedelta(minutes=5))
        note_opening(district.platform, district.actor("legal"), contract_id)
    [task] = district.find("tasks", contract_id=contract_id, closed_at=None)
    assert (task.seen_by, task.seen_at) == ("legal", district.clock.now() - timedelta(minutes=5))
    [event] = district.find("events", type="task.opened")
    assert (event.actor, event.contract_id, event.role) == ("legal", contract_id, Role.UNIT_LEGAL)


def test_only_who_sent_it_takes_it_back(district):
    contract_id = sent(district, 1)
    with pytest.raises(Forbidden):
        recall(district, "legal", contract_id)
    contract_id = sent(district, 3)
    with pytest.raises(Forbidden):
        recall(district, "reviewer", contract_id)


def test_the_same_act_is_not_taken_back_twice_nor_after_another(district):
    contract_id = sent(district, 2)
    recall(district, "legal", contract_id)
    with pytest.raises(Refused):
        recall(district, "handler", contract_id)
    with pytest.raises((Refused, Forbidden)):
        recall(district, "legal", contract_id)


def test_a_returned_contract_is_not_taken_back_and_a_formal_act_neither(district):
    contract_id = sent(district, 1)
    district.act("legal", contract_id, c.Return(reason="补充附件"))
    assert "recall" not in offered(district, "legal", contract_id)
    contract_id = sent(district, 4)
    district.act("bureau_lead", contract_id, c.SignOff())
    assert "recall" not in offered(district, "bureau_lead", contract_id)


def test_a_supplement_taken_back_stands_still_as_before(district):
    contract_id = sent(district, 3)
    district.act("reviewer", contract_id, c.RequestSupplement(items=("授权书",)))
    district.clock.step(timedelta(days=1))
    before = clocks_of(district, contract_id)
    district.act("handler", contract_id, c.Supply())
    recall(district, "handler", contract_id)
    assert district.contract(contract_id).state == State.SUPPLEMENTING
    assert district.contract(contract_id).returned_from == State.UNDER_REVIEW
    assert clocks_of(district, contract_id) == before


def test_a_request_for_a_supplement_taken_back_costs_no_day(district):
    contract_id = sent(district, 3)
    before = clocks_of(district, contract_id)
    district.act("reviewer", contract_id, c.RequestSupplement(items=("授权书",)))
    recall(district, "reviewer", contract_id)
    assert clocks_of(district, contract_id) == before
    assert district.contract(contract_id).returned_from is None


def test_an_adoption_and_its_confirmation_come_back(district):
    contract_id = sent(district, 3)
    item = OpinionItem(
        no=1, clause="第三条", original="30%", problem="比例高", level="LOW", basis="—", suggestion="改为20%",
        binding=Obligatoriness.SHOULD,
    )  # fmt: skip
    changes = c.Propose(conclusion=Conclusion.APPROVE_WITH_CHANGES, body="修改", items=(item,))
    district.act("reviewer", contract_id, changes)
    district.act("bureau_lead", contract_id, c.SignOff())
    district.upload("handler", contract_id, DocumentKind.DRAFT, MAJOR.replace("30%", "20%"))
    answer = c.SubmitAdoption(adoption=(Adoption(no=1, choice=AdoptionChoice.ADOPTED),))
    district.act("handler", contract_id, answer)
    recall(district, "handler", contract_id)
    assert district.contract(contract_id).state == State.AMENDING
    district.act("handler", contract_id, answer)
    district.act("reviewer", contract_id, c.Confirm())
    assert district.contract(contract_id).approved_version_id
    recall(district, "reviewer", contract_id)
    assert district.contract(contract_id).state == State.CONFIRMING
    assert district.contract(contract_id).approved_version_id is None


def test_an_ordinary_contract_keeps_the_number_it_got(district):
    contract_id = district.register()
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    number = district.contract(contract_id).contract_no
    recall(district, "legal", contract_id)
    now = district.contract(contract_id)
    assert (now.state, now.contract_no, now.approved_version_id) == (State.UNIT_REVIEW, number, None)
    district.act("legal", contract_id, c.Pass())
    assert district.contract(contract_id).contract_no == number
