"""The main line walked through the real use cases, as each post."""

from datetime import date, timedelta

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_contract import act_on_contract
from contract_platform.application.precheck import precheck
from contract_platform.domain.errors import Conflict, Forbidden, NotFound, Refused
from contract_platform.domain.opinion import Adoption, OpinionItem
from contract_platform.domain.vocabulary import (
    AdoptionChoice,
    Conclusion,
    DocumentKind,
    FilingState,
    Obligatoriness,
    State,
    Tier,
)
from tests.unit.application.district import MAJOR, ORDINARY, sealing

ITEMS = tuple(
    OpinionItem(
        no=no, clause="第三条", original="原文", problem="付款期限不明", level="HIGH", basis="民法典第510条",
        suggestion="写明期限", binding=binding,
    )
    for no, binding in ((1, Obligatoriness.MUST), (2, Obligatoriness.SHOULD))
)  # fmt: skip


def reasons(refused):
    return [reason.code for reason in refused.value.params["reasons"]]


def ready_to_sign(district):
    contract_id = district.register(ORDINARY)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    return contract_id


def under_review(district):
    contract_id = district.register(MAJOR)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    return contract_id


def issued(district, conclusion=Conclusion.APPROVE_WITH_CHANGES, items=ITEMS):
    contract_id = under_review(district)
    district.act("reviewer", contract_id, c.Propose(conclusion=conclusion, body="审查意见", items=items))
    district.act("bureau_lead", contract_id, c.SignOff())
    return contract_id


def test_an_ordinary_contract_is_reviewed_in_its_unit_signed_and_filed_with_the_bureau(district):
    contract_id = ready_to_sign(district)
    contract = district.contract(contract_id)
    assert (contract.state, contract.tier, contract.review_no) == (State.READY_TO_SIGN, Tier.ORDINARY, None)
    assert contract.contract_no is not None
    assert contract.approved_version_id == contract.draft_version_id
    district.act("handler", contract_id, sealing(district.clock.today()))
    district.signed_copy(contract_id)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    contract = district.contract(contract_id)
    assert (contract.state, contract.sign_date) == (State.PERFORMING, date(2026, 3, 2))
    filings = {filing.target: filing for filing in district.find("filings", contract_id=contract_id)}
    assert filings["JUSTICE_BUREAU"].due_on == date(2026, 3, 11)  # 7 working days
    assert filings["JUSTICE_BUREAU"].state == FilingState.DUE


def test_a_major_contract_goes_through_the_bureau_and_the_collective_decision(district):
    contract_id = issued(district, Conclusion.APPROVE, ())
    contract = district.contract(contract_id)
    assert (contract.tier, contract.state) == (Tier.MAJOR, State.AWAITING_DECISION)
    assert contract.review_no is not None
    (opinion,) = district.find("opinions", contract_id=contract_id)
    assert (opinion.signer_id, opinion.drafter_id) == ("bureau_lead", "reviewer")
    assert opinion.number is not None
    district.deliberate(contract_id)
    assert district.contract(contract_id).state == State.READY_TO_SIGN


def test_every_step_is_an_event_and_a_decision_with_its_post(district):
    contract_id = issued(district)
    events = [event for event in district.find("events", contract_id=contract_id) if event.type.startswith("contract.")]
    acts = [(event.type, event.actor, event.post) for event in events]
    assert acts[2:] == [
        ("contract.submit", "handler", "post-handler"),
        ("contract.pass", "legal", "post-legal"),
        ("contract.accept", "intake", "post-intake"),
        ("contract.propose", "reviewer", "post-reviewer"),
        ("contract.sign_off", "bureau_lead", "post-bureau_lead"),
        ("contract.issue_opinion", "system", None),
    ]
    decided = [(made.action, made.person_id) for made in district.find("decisions", contract_id=contract_id)]
    assert ("sign_off", "bureau_lead") in decided
    assert "system" not in {person for _, person in decided}


def test_opinions_are_adopted_item_by_item_and_a_must_item_ignored_blocks_confirmation(district):
    contract_id = issued(district)
    adoption = [Adoption(no=1, choice=AdoptionChoice.NOT_ADOPTED), Adoption(no=2, choice=AdoptionChoice.ADOPTED)]
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.SubmitAdoption(adoption=tuple(adoption[:1])))
    assert reasons(refused) == ["draft_not_revised", "adoption_missing"]
    district.upload("handler", contract_id, DocumentKind.DRAFT, MAJOR + "\n修改")
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.SubmitAdoption(adoption=tuple(adoption)))
    assert reasons(refused) == ["adoption_reason_missing"]
    adoption[0] = msgspec.structs.replace(adoption[0], reason="财政另有规定")
    district.act("handler", contract_id, c.SubmitAdoption(adoption=tuple(adoption)))
    with pytest.raises(Refused) as refused:
        district.act("reviewer", contract_id, c.Confirm())
    assert reasons(refused) == ["must_item_not_adopted"]
    district.act("reviewer", contract_id, c.SendBack(reason="第1条须修改"))
    answers = tuple(Adoption(no=no, choice=AdoptionChoice.ADOPTED) for no in (1, 2))
    district.act("handler", contract_id, c.SubmitAdoption(adoption=answers))
    assert district.act("reviewer", contract_id, c.Confirm()).contract.state == State.AWAITING_DECISION


def test_a_disapproved_contract_is_drafted_anew_in_a_new_round(district):
    contract_id = issued(district, Conclusion.DISAPPROVE, ())
    assert district.contract(contract_id).state == State.OPINION_ISSUED
    number = district.contract(contract_id).review_no
    district.act("handler", contract_id, c.Redraft())
    contract = district.contract(contract_id)
    assert (contract.state, contract.round, contract.tier, contract.review_no) == (State.DRAFTING, 2, None, number)


def test_nobody_decides_twice(district):
    with district.platform.unit_of_work() as uow:
        (post,) = uow.posts.find(person_id="bureau_lead")
        uow.posts.add(msgspec.structs.replace(post, id="second", role="BUREAU_INTAKE"))
    contract_id = district.register(MAJOR)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    district.act("bureau_lead", contract_id, c.Accept(reviewer_id="reviewer"))
    district.act("reviewer", contract_id, c.Propose(conclusion=Conclusion.APPROVE, body="意见"))
    with pytest.raises(Refused) as refused:
        district.act("bureau_lead", contract_id, c.SignOff())
    assert reasons(refused) == ["decided_already"]


def test_only_the_named_reviewer_proposes_and_the_intake_officer_cannot_name_a_handler(district):
    contract_id = district.register(MAJOR)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    with pytest.raises(Refused) as refused:
        district.act("intake", contract_id, c.Accept(reviewer_id="handler"))
    assert reasons(refused) == ["reviewer_not_named", "reviewer_not_independent"]
    district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    with pytest.raises(Forbidden, match="not_the_reviewer"):
        district.act("other_reviewer", contract_id, c.Propose(conclusion=Conclusion.APPROVE, body="意见"))


def test_a_supplement_stops_the_clock_and_leads_back_to_where_it_was_asked(district):
    contract_id = under_review(district)
    assert district.contract(contract_id).review_due == date(2026, 3, 16)  # 10 working days from 03-02
    district.to(date(2026, 3, 4))
    district.act("reviewer", contract_id, c.RequestSupplement(items=("授权委托书",)))
    assert district.contract(contract_id).state == State.SUPPLEMENTING
    district.to(date(2026, 3, 9))
    district.act("handler", contract_id, c.Supply())
    contract = district.contract(contract_id)
    # 03-03 was counted; 03-04 to 03-09 were not; nine more working days from 03-10
    assert (contract.state, contract.review_due) == (State.UNDER_REVIEW, date(2026, 3, 20))


def test_a_draft_is_not_submitted_before_its_facts_are_confirmed(district):
    contract_id = district.register(confirmed=False)
    found = precheck(district.platform, district.actor("handler"), contract_id)
    assert [reason.code for reason in found.blocking] == [
        "facts_not_confirmed", "parties_missing", "amount_missing", "materials_missing",
    ]  # fmt: skip
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.Submit())
    assert reasons(refused) == [reason.code for reason in found.blocking]
    assert district.contract(contract_id).state == State.DRAFTING


def test_a_precheck_names_the_route_and_the_earliest_day_of_signing(district):
    contract_id = district.register(MAJOR)
    found = precheck(district.platform, district.actor("handler"), contract_id)
    assert (found.ready, found.tier, found.earliest_sign_date) == (True, Tier.MAJOR, date(2026, 3, 9))
    assert found.not_checked


def test_what_the_page_offers_is_what_the_use_case_allows(district):
    contract_id = under_review(district)
    offered = {view.action: view for view in district.view("reviewer", contract_id).actions}
    assert set(offered) == {"propose", "request_supplement", "return_for_revision", "consult"}
    assert offered["propose"].primary
    assert all(view.enabled for view in offered.values())
    assert district.view("other_reviewer", contract_id).actions == ()
    assert {view.action for view in district.view("legal", contract_id).actions} == set()


def test_others_neither_see_nor_act(district):
    contract_id = district.register()
    with pytest.raises(NotFound):
        district.view("stranger", contract_id)
    with pytest.raises(NotFound):
        district.view("reviewer", contract_id)
    district.act("handler", contract_id, c.Submit())
    with pytest.raises(Forbidden):
        district.act("lead", contract_id, c.Pass())


def test_a_stale_page_conflicts_and_a_repeated_request_answers_the_same(district):
    contract_id = district.register()
    actor, revision = district.actor("handler"), district.contract(contract_id).revision
    first = act_on_contract(district.platform, actor, contract_id, c.Submit(), revision=revision, idempotency_key="k")
    again = act_on_contract(district.platform, actor, contract_id, c.Submit(), revision=revision, idempotency_key="k")
    assert first == again
    with pytest.raises(Conflict):
        act_on_contract(district.platform, actor, contract_id, c.Withdraw(reason="x"), revision=revision)


def test_signing_needs_the_copy_two_confirmations_and_every_partys_signature(district):
    contract_id = ready_to_sign(district)
    district.act("handler", contract_id, sealing(district.clock.today()))
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.Sign(signatures=()))
    assert reasons(refused) == ["signed_copy_missing", "not_confirmed_by_two", "signature_missing"]
    district.signed_copy(contract_id)
    tomorrow = district.clock.today() + timedelta(days=1)
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id, tomorrow)))
    assert reasons(refused) == ["signed_in_the_future"]
    with pytest.raises(Refused):
        district.act("handler", contract_id, sealing(district.clock.today()))


def test_each_state_is_a_task_of_whoever_has_to_act(district):
    contract_id = under_review(district)
    (task,) = district.find("tasks", contract_id=contract_id, closed_at=None)
    assert (task.role, task.person_id, task.due_on) == ("BUREAU_REVIEWER", "reviewer", date(2026, 3, 16))
    closed = [task for task in district.find("tasks", contract_id=contract_id) if task.closed_at]
    assert [(task.role, task.closed_by) for task in closed] == [
        ("HANDLER", "handler"), ("UNIT_LEGAL", "legal"), ("BUREAU_INTAKE", "intake"),
    ]  # fmt: skip


def test_a_withdrawn_contract_waits_for_nobody(district):
    contract_id = under_review(district)
    district.act("handler", contract_id, c.Withdraw(reason="项目取消"))
    assert district.find("tasks", contract_id=contract_id, closed_at=None) == []
    assert district.find("clocks", contract_id=contract_id, ended_on=None) == []
