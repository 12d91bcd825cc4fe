"""Who leaves is frozen at once; what lay with them goes to the pool, and on to somebody who takes over."""

from datetime import date, timedelta

import msgspec
import pytest

from contract_platform.application import commands
from contract_platform.application.act_on_filing import act_on_filing
from contract_platform.application.check_people import violations
from contract_platform.application.commands import FilingCommand
from contract_platform.application.hand_over import act_on_handover, assign_pool, offer_contracts
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.people_commands import HandoverCommand, HandoverOffer, PoolAssignment
from contract_platform.application.read_handovers import list_handovers
from contract_platform.application.settle_work import settle_lapsed_posts
from contract_platform.domain import change as c
from contract_platform.domain.errors import Forbidden, NotFound, Refused
from contract_platform.domain.people import Session
from contract_platform.domain.vocabulary import HandoverCause, HandoverState, Role, State
from tests.unit.application.district import MAJOR, ORDINARY, sealing
from tests.unit.application.test_main_line import reasons

TODAY = date(2026, 3, 2)


def leave(staffed, name="handler"):
    return staffed.ask("system", c.PersonDisable(person_id=name), "调离")


def pool(staffed, name="lead"):
    return list_handovers(staffed.platform, staffed.actor(name), "pool", after=None, limit=50).rows


def act(staffed, name, handover_id, action, **fields):
    [handover] = staffed.find("handovers", id=handover_id)
    command = HandoverCommand(action=action, **fields)
    return act_on_handover(staffed.platform, staffed.actor(name), handover_id, command, revision=handover.revision)


def todo(staffed, name):
    rows = list_tasks(staffed.platform, staffed.actor(name), "todo", after=None, limit=50).rows
    return [(row.subject, row.role) for row in rows]


def performing(staffed):
    contract_id = staffed.register(ORDINARY)
    staffed.act("handler", contract_id, commands.Submit())
    staffed.act("legal", contract_id, commands.Pass())
    staffed.act("handler", contract_id, sealing(staffed.clock.today()))
    staffed.signed_copy(contract_id)
    staffed.act("handler", contract_id, commands.Sign(signatures=staffed.signatures(contract_id)))
    return contract_id


def under_review(staffed):
    contract_id = staffed.register(MAJOR)
    staffed.act("handler", contract_id, commands.Submit())
    staffed.act("legal", contract_id, commands.Pass())
    staffed.act("intake", contract_id, commands.Accept(reviewer_id="reviewer"))
    return contract_id


def test_leaving_takes_effect_before_anybody_approves(staffed):
    with staffed.platform.unit_of_work() as uow:
        now = staffed.clock.now()
        uow.sessions.add(Session(token_hash="t", person_id="handler", created_at=now, seen_at=now, address="::1"))
    staffed.register()
    leave(staffed)
    assert staffed.person("handler").disabled
    [session] = staffed.find("sessions", person_id="handler")
    assert session.ended_because == "disabled"
    assert [row.cause for row in pool(staffed)] == [HandoverCause.LEFT]
    assert violations(staffed.platform) == ()


def test_tasks_of_the_leaver_lie_with_the_head_of_the_unit(staffed):
    staffed.register()
    assert ("contract", Role.HANDLER) in todo(staffed, "handler")
    leave(staffed)
    assert sorted(todo(staffed, "lead")) == [("contract", Role.HANDLER_LEAD), ("handover", Role.HANDLER_LEAD)]
    assert staffed.find("tasks", person_id="handler", closed_at=None) == []


def test_every_task_of_a_signed_contract_moves_and_comes_to_the_new_officer(staffed):
    performing(staffed)
    before = todo(staffed, "handler")
    assert {"filing", "plan"} <= {subject for subject, _ in before}
    leave(staffed)
    [waiting] = pool(staffed)
    act(staffed, "lead", waiting.id, "assign", to_id="handler2")
    act(staffed, "handler2", waiting.id, "take_over")
    assert sorted(todo(staffed, "handler2")) == sorted(before)
    assert todo(staffed, "lead") == []


def test_the_officer_changes_when_the_new_one_takes_over_and_not_before(staffed):
    contract_id = staffed.register()
    leave(staffed)
    [waiting] = pool(staffed)
    assigned = act(staffed, "lead", waiting.id, "assign", to_id="handler2")
    assert assigned.officer is not None
    assert assigned.officer.id == "handler2"
    assert staffed.contract(contract_id).handler_id == "handler"
    with pytest.raises(Forbidden):
        staffed.act("handler2", contract_id, commands.Submit())
    taken = act(staffed, "handler2", waiting.id, "take_over")
    assert taken.state == HandoverState.TAKEN_OVER
    assert staffed.contract(contract_id).handler_id == "handler2"
    [decision] = staffed.find("decisions", contract_id=contract_id, action="take_over")
    assert (decision.person_id, decision.role) == ("handler2", Role.HANDLER)
    told = [event.type for event in staffed.find("events", object_id=waiting.id)]
    assert told == ["handover.pool", "handover.assign", "handover.take_over"]
    staffed.act("handler2", contract_id, commands.Submit())


def test_the_whole_pool_of_a_leaver_is_assigned_at_once(staffed):
    mine = {staffed.register() for _ in range(3)}
    leave(staffed)
    wanted = PoolAssignment(from_id="handler", to_id="handler3")
    moved = assign_pool(staffed.platform, staffed.actor("lead"), wanted)
    assert {one.contract_id for one in moved} == mine
    assert {one.officer.id for one in moved if one.officer} == {"handler3"}
    with pytest.raises(Refused, match="handover_nothing"):
        assign_pool(staffed.platform, staffed.actor("lead"), wanted)


def test_the_head_of_another_unit_has_no_part_in_it(staffed):
    staffed.register()
    leave(staffed)
    [waiting] = pool(staffed)
    assert pool(staffed, "urban_lead") == ()
    with pytest.raises(NotFound):
        act(staffed, "urban_lead", waiting.id, "assign", to_id="stranger")


@pytest.mark.parametrize("name", ["stranger", "legal", "handler", "nobody", None])
def test_only_an_officer_of_the_unit_in_office_is_assigned(staffed, name):
    staffed.register()
    leave(staffed)
    [waiting] = pool(staffed)
    with pytest.raises(Refused) as refused:
        act(staffed, "lead", waiting.id, "assign", to_id=name)
    assert reasons(refused) == ["officer_does_not_fit"]


def test_who_decided_on_it_in_another_post_does_not_become_its_officer(staffed):
    contract_id = staffed.register()
    staffed.act("handler", contract_id, commands.Submit())
    staffed.act("legal", contract_id, commands.Pass())
    with staffed.platform.unit_of_work() as uow:
        [post] = uow.posts.find(person_id="handler2")
        uow.posts.add(type(post)(id="more", person_id="legal", unit_id="data", role=Role.HANDLER, valid_from=TODAY))
    leave(staffed)
    [waiting] = pool(staffed)
    with pytest.raises(Refused) as refused:
        act(staffed, "lead", waiting.id, "assign", to_id="legal")
    assert reasons(refused) == ["officer_decided_before"]


def test_an_assignment_can_be_declined_and_lies_in_the_pool_again(staffed):
    staffed.register()
    leave(staffed)
    [waiting] = pool(staffed)
    act(staffed, "lead", waiting.id, "assign", to_id="handler2")
    with pytest.raises(Refused) as refused:
        act(staffed, "handler2", waiting.id, "decline")
    assert reasons(refused) == ["reason_missing"]
    declined = act(staffed, "handler2", waiting.id, "decline", note="手头项目过多")
    assert (declined.state, declined.officer) == (HandoverState.POOLED, None)


def test_only_who_was_asked_takes_over(staffed):
    staffed.register()
    leave(staffed)
    [waiting] = pool(staffed)
    act(staffed, "lead", waiting.id, "assign", to_id="handler2")
    with pytest.raises(Refused) as refused:
        act(staffed, "handler3", waiting.id, "take_over")
    assert "handover_of_others" in reasons(refused)
    with pytest.raises(Forbidden):
        act(staffed, "lead", waiting.id, "take_over")


def test_when_the_new_officer_leaves_too_it_goes_back_to_the_pool(staffed):
    staffed.register()
    leave(staffed)
    [waiting] = pool(staffed)
    act(staffed, "lead", waiting.id, "assign", to_id="handler2")
    leave(staffed, "handler2")
    [again] = pool(staffed)
    assert (again.id, again.state, again.officer) == (waiting.id, HandoverState.POOLED, None)
    assert violations(staffed.platform) == ()


def test_who_is_not_let_go_gets_back_what_nobody_took_over(staffed):
    first, second = staffed.register(), staffed.register()
    asked = leave(staffed)
    by_contract = {row.contract_id: row for row in pool(staffed)}
    act(staffed, "lead", by_contract[first].id, "assign", to_id="handler2")
    act(staffed, "handler2", by_contract[first].id, "take_over")
    staffed.decide("security", asked, "reject", note="不同意调离")
    assert not staffed.person("handler").disabled
    assert staffed.contract(first).handler_id == "handler2"
    assert pool(staffed) == ()
    assert todo(staffed, "handler") == [("contract", Role.HANDLER)]
    staffed.act("handler", second, commands.Submit())


def test_who_comes_back_is_enabled_by_two(staffed):
    staffed.approved(c.PersonDisable(person_id="handler"))
    assert staffed.person("handler").disabled
    asked = staffed.ask("system", c.PersonEnable(person_id="handler"))
    assert staffed.person("handler").disabled
    staffed.decide("security", asked)
    assert not staffed.person("handler").disabled


def test_a_reviewer_who_leaves_is_replaced_by_whoever_names_reviewers(staffed):
    contract_id = under_review(staffed)
    due = staffed.contract(contract_id).review_due
    leave(staffed, "reviewer")
    assert staffed.contract(contract_id).reviewer_id is None
    assert ("contract", Role.BUREAU_LEAD) in todo(staffed, "bureau_lead")
    assert todo(staffed, "other_reviewer") == []
    assert violations(staffed.platform) == ()
    with pytest.raises(Refused) as refused:
        staffed.act("bureau_lead", contract_id, commands.Reassign(reviewer_id="reviewer", reason="原审查员离岗"))
    assert reasons(refused) == ["reviewer_not_named"]
    staffed.act("bureau_lead", contract_id, commands.Reassign(reviewer_id="other_reviewer", reason="原审查员离岗"))
    contract = staffed.contract(contract_id)
    assert (contract.reviewer_id, contract.state, contract.review_due) == ("other_reviewer", State.UNDER_REVIEW, due)
    assert todo(staffed, "other_reviewer") == [("contract", Role.BUREAU_REVIEWER)]


def test_the_intake_officer_may_name_another_reviewer_too(staffed):
    contract_id = under_review(staffed)
    staffed.act("intake", contract_id, commands.Reassign(reviewer_id="other_reviewer", reason="任务调整"))
    assert staffed.contract(contract_id).reviewer_id == "other_reviewer"
    assert todo(staffed, "reviewer") == []


def test_a_post_that_ends_moves_what_rested_on_it_on_the_day_after(staffed):
    staffed.register()
    staffed.approved(c.PostRevoke(post_id="post-handler", last_day=TODAY), "security", "system")
    assert pool(staffed) == ()
    settle_lapsed_posts(staffed.platform)
    assert pool(staffed) == ()
    staffed.to(TODAY + timedelta(days=1))
    settle_lapsed_posts(staffed.platform)
    settle_lapsed_posts(staffed.platform)
    assert [row.cause for row in pool(staffed)] == [HandoverCause.POST_ENDED]
    grant = c.PostGrant(person_id="handler", unit_id="data", role=Role.HANDLER, valid_from=staffed.clock.today())
    staffed.approved(grant, "security", "system")
    assert pool(staffed) == ()


def test_what_was_left_with_a_disabled_account_behind_the_platforms_back_is_found_and_moved(staffed):
    contract_id = staffed.register()
    with staffed.platform.unit_of_work() as uow:
        uow.people.save(msgspec.structs.replace(uow.people.get("handler"), disabled=True))
    assert {one.code for one in violations(staffed.platform)} == {
        "contract_rests_with_disabled",
        "task_rests_with_disabled",
    }
    settle_lapsed_posts(staffed.platform)
    assert [row.contract_id for row in pool(staffed)] == [contract_id]
    assert violations(staffed.platform) == ()


def test_a_contract_that_has_ended_is_nobodys_to_hand_over(staffed):
    contract_id = staffed.register()
    staffed.act("handler", contract_id, commands.Withdraw(reason="项目取消"))
    leave(staffed)
    assert pool(staffed) == ()


def test_a_filing_in_the_pool_is_filed_by_the_new_officer(staffed):
    contract_id = performing(staffed)
    leave(staffed)
    [waiting] = pool(staffed)
    act(staffed, "lead", waiting.id, "assign", to_id="handler2")
    act(staffed, "handler2", waiting.id, "take_over")
    [filing] = [one for one in staffed.find("filings", contract_id=contract_id) if one.kind == "RECEIVED"]
    command = FilingCommand(action="file")
    view = act_on_filing(staffed.platform, staffed.actor("handler2"), filing.id, command, revision=filing.revision)
    assert view.filing.state == "FILING_SUBMITTED"


# of one's own will


def offer(staffed, name="handler", to="handler2", ids=(), reason="工作分工调整"):
    wanted = HandoverOffer(to_id=to, contract_ids=tuple(ids), reason=reason)
    return offer_contracts(staffed.platform, staffed.actor(name), wanted)


def test_an_officer_offers_all_contracts_and_keeps_them_until_they_are_taken_over(staffed):
    mine = [staffed.register() for _ in range(2)]
    offered = offer(staffed)
    assert {one.contract_id for one in offered} == set(mine)
    assert todo(staffed, "handler") == [("contract", Role.HANDLER)] * 2
    assert [subject for subject, _ in todo(staffed, "handler2")] == ["handover", "handover"]
    act(staffed, "handler2", offered[0].id, "take_over")
    assert staffed.contract(offered[0].contract_id).handler_id == "handler2"
    assert staffed.contract(offered[1].contract_id).handler_id == "handler"


def test_an_offer_is_withdrawn_by_who_made_it_and_declined_by_who_got_it(staffed):
    contract_id = staffed.register()
    [offered] = offer(staffed)
    with pytest.raises((Refused, Forbidden)):
        act(staffed, "handler3", offered.id, "withdraw")
    assert act(staffed, "handler", offered.id, "withdraw").state == HandoverState.CANCELLED
    [offered] = offer(staffed, ids=[contract_id])
    declined = act(staffed, "handler2", offered.id, "decline", note="不熟悉该项目")
    assert declined.state == HandoverState.CANCELLED
    assert staffed.contract(contract_id).handler_id == "handler"


def test_a_contract_is_offered_once_at_a_time_and_by_its_own_officer(staffed):
    contract_id = staffed.register()
    offer(staffed)
    with pytest.raises(Refused, match="handover_open"):
        offer(staffed, ids=[contract_id])
    with pytest.raises(Forbidden):
        offer(staffed, "handler3", ids=[contract_id])


def test_the_head_of_the_unit_moves_a_contract_of_somebody_who_is_there(staffed):
    contract_id = staffed.register()
    [offered] = offer(staffed, "lead", "handler3", ids=[contract_id])
    act(staffed, "handler3", offered.id, "take_over")
    assert staffed.contract(contract_id).handler_id == "handler3"


def test_an_offer_of_somebody_who_then_leaves_stands_and_is_not_lost(staffed):
    staffed.register()
    [offered] = offer(staffed)
    leave(staffed)
    assert violations(staffed.platform) == ()
    [waiting] = pool(staffed)
    assert (waiting.id, waiting.state, waiting.cause) == (offered.id, HandoverState.ASSIGNED, HandoverCause.LEFT)
    declined = act(staffed, "handler2", offered.id, "decline", note="不熟悉该项目")
    assert declined.state == HandoverState.POOLED
    assert violations(staffed.platform) == ()
