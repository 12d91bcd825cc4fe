"""Invitations of counsel and experts, recusals, and the bureau's own contracts."""

from datetime import date, timedelta

import pytest

from contract_platform.application import commands
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.list_pages import list_contracts
from contract_platform.application.people_commands import Lifting, NewInvitation, NewRecusal
from contract_platform.application.queries import LedgerFilter
from contract_platform.application.read_participants import read_participants
from contract_platform.application.remark_text import create_remark
from contract_platform.application.take_part import end_invitation, invite, lift_recusal, recuse
from contract_platform.domain import change as c
from contract_platform.domain.errors import Forbidden, Invalid, NotFound, Refused
from contract_platform.domain.people import Post, Unit
from contract_platform.domain.vocabulary import Role, State
from tests.unit.application.district import MAJOR
from tests.unit.application.test_main_line import reasons
from tests.unit.people.test_deputies import lend
from tests.unit.people.test_leaving import under_review

TODAY = date(2026, 3, 2)
MONTH = TODAY + timedelta(days=30)


def ask_in(staffed, contract_id, person="expert", by="reviewer", until=MONTH):
    new = NewInvitation(person_id=person, until=until, reason="请就付款条款发表意见")
    return invite(staffed.platform, staffed.actor(by), contract_id, new)


def keep_out(staffed, contract_id, by="reviewer", person=None, reason="与相对方有利害关系"):
    new = NewRecusal(person_id=person, reason=reason)
    return recuse(staffed.platform, staffed.actor(by), contract_id, new)


def seen(staffed, name):
    rows = list_contracts(staffed.platform, staffed.actor(name), LedgerFilter(), after=None, limit=50).rows
    return [row.id for row in rows]


def appoint(staffed, name, role, unit):
    with staffed.platform.unit_of_work() as uow:
        uow.posts.add(Post(id=f"{name}-{role}", person_id=name, unit_id=unit, role=role, valid_from=date(2020, 1, 1)))


# invitations


@pytest.mark.parametrize("name", ["counsel", "expert"])
def test_counsel_and_experts_see_what_they_are_invited_to_and_nothing_else(staffed, name):
    contract_id, other = under_review(staffed), under_review(staffed)
    assert seen(staffed, name) == []
    ask_in(staffed, contract_id, name)
    assert seen(staffed, name) == [contract_id]
    assert staffed.view(name, contract_id).actions == ()
    with pytest.raises(NotFound):
        staffed.view(name, other)


def test_whoever_is_invited_comments_on_the_text(staffed):
    contract_id = under_review(staffed)
    ask_in(staffed, contract_id)
    version = staffed.contract(contract_id).draft_version_id
    remark = create_remark(staffed.platform, staffed.actor("expert"), version, start=0, end=4, text="建议核对")
    assert remark.by == "姓名expert"


def test_an_invitation_ends_on_its_day_or_before(staffed):
    contract_id = under_review(staffed)
    [invited] = ask_in(staffed, contract_id).invitations
    staffed.to(MONTH)
    assert seen(staffed, "expert") == [contract_id]
    staffed.to(MONTH + timedelta(days=1))
    assert seen(staffed, "expert") == []
    staffed.to(TODAY)
    ended = end_invitation(staffed.platform, staffed.actor("reviewer"), invited.id, revision=invited.revision)
    assert [one.open for one in ended.invitations] == [False]
    assert seen(staffed, "expert") == []


def test_reviewers_and_the_units_legal_officer_invite_and_nobody_else(staffed):
    contract_id = under_review(staffed)
    ask_in(staffed, contract_id, by="legal")
    for name in ("handler", "lead", "other_reviewer", "intake", "bureau_lead"):
        with pytest.raises(Forbidden):
            ask_in(staffed, contract_id, "counsel", by=name)
    with pytest.raises(NotFound):
        ask_in(staffed, contract_id, "counsel", by="counsel")


@pytest.mark.parametrize("person", ["handler2", "system", "observer"])
def test_only_counsel_and_experts_are_invited(staffed, person):
    with pytest.raises(Refused, match="invitee_does_not_fit"):
        ask_in(staffed, under_review(staffed), person)


def test_an_invitation_is_for_some_time_from_today_and_once(staffed):
    contract_id = under_review(staffed)
    for until in (TODAY - timedelta(days=1), TODAY + timedelta(days=400)):
        with pytest.raises(Invalid, match="invitation_days_wrong"):
            ask_in(staffed, contract_id, until=until)
    ask_in(staffed, contract_id)
    with pytest.raises(Refused, match="invited_already"):
        ask_in(staffed, contract_id)


def test_an_invitation_ends_when_the_person_leaves(staffed):
    contract_id = under_review(staffed)
    ask_in(staffed, contract_id)
    staffed.approved(c.PersonDisable(person_id="expert"))
    staffed.approved(c.PersonEnable(person_id="expert"))
    assert seen(staffed, "expert") == []


def test_choices_are_shown_to_whoever_may_invite(staffed):
    contract_id = under_review(staffed)
    shown = read_participants(staffed.platform, staffed.actor("reviewer"), contract_id)
    assert {one.id for one in shown.invitable} == {"counsel", "expert"}
    assert read_participants(staffed.platform, staffed.actor("handler"), contract_id).invitable == ()


def test_observers_read_and_do_nothing(staffed):
    contract_id = under_review(staffed)
    assert seen(staffed, "observer") == [contract_id]
    view = staffed.view("observer", contract_id)
    reading = {"read", "list", "timeline", "content", "export", "family"}  # the ledger they export is masked
    reading |= {"matters", "counts", "begin", "end"}  # of their own inbox, and of contracts they follow
    reading |= {"boxes", "picture", "preview", "compare"}  # pages, papers and the signed copy as they look
    assert view.actions == ()
    assert {name for name in view.operations if name.split(".")[-1] not in reading} == set()


# recusals


def test_a_reviewer_who_keeps_out_is_replaced(staffed):
    contract_id = under_review(staffed)
    keep_out(staffed, contract_id)
    contract = staffed.contract(contract_id)
    assert (contract.reviewer_id, contract.state) == (None, State.UNDER_REVIEW)
    [task] = [
        one for one in staffed.find("tasks", contract_id=contract_id, closed_at=None) if one.subject == "contract"
    ]
    assert (task.role, task.person_id) == (Role.BUREAU_LEAD, None)
    with pytest.raises(Forbidden, match="recused"):
        staffed.act("reviewer", contract_id, commands.Consult(reason="征求意见"))
    with pytest.raises(Refused) as refused:
        staffed.act("bureau_lead", contract_id, commands.Reassign(reviewer_id="reviewer", reason="改派"))
    assert reasons(refused) == ["reviewer_recused"]
    staffed.act("bureau_lead", contract_id, commands.Reassign(reviewer_id="other_reviewer", reason="改派"))


def test_who_keeps_out_acts_in_no_post_and_for_nobody(staffed):
    contract_id = under_review(staffed)
    appoint(staffed, "reviewer", Role.BUREAU_LEAD, "justice")
    keep_out(staffed, contract_id)
    with pytest.raises(Forbidden, match="recused"):
        staffed.act("reviewer", contract_id, commands.Extend(reason="案情复杂"))
    assert staffed.view("reviewer", contract_id).actions == ()
    assert staffed.view("reviewer", contract_id).operations == ()


def test_the_bureaus_lead_recuses_others_and_lifts_it(staffed):
    contract_id = under_review(staffed)
    with pytest.raises(Forbidden, match="recusal_of_others"):
        keep_out(staffed, contract_id, by="intake", person="reviewer")
    [recorded] = keep_out(staffed, contract_id, by="bureau_lead", person="reviewer").recusals
    assert recorded.reason == "与相对方有利害关系"
    with pytest.raises(Refused, match="recusal_recorded"):
        keep_out(staffed, contract_id, by="bureau_lead", person="reviewer")
    with pytest.raises(Forbidden):
        lift_recusal(staffed.platform, staffed.actor("reviewer"), recorded.id, Lifting(reason="已核实"), revision=0)
    lifted = lift_recusal(
        staffed.platform, staffed.actor("bureau_lead"), recorded.id, Lifting(reason="已核实"), revision=0
    )
    assert [one.lifted_why for one in lifted.recusals] == ["已核实"]
    staffed.act("bureau_lead", contract_id, commands.Reassign(reviewer_id="reviewer", reason="已核实无利害关系"))


def test_nobody_lifts_the_own_recusal(staffed):
    contract_id = under_review(staffed)
    [recorded] = keep_out(staffed, contract_id, by="bureau_lead").recusals
    with pytest.raises(Forbidden, match="recused"):
        lift_recusal(staffed.platform, staffed.actor("bureau_lead"), recorded.id, Lifting(reason="x"), revision=0)


def test_an_officer_hands_over_instead(staffed):
    contract_id = under_review(staffed)
    with pytest.raises(Refused, match="recusal_of_handler"):
        keep_out(staffed, contract_id, by="bureau_lead", person="handler")


def test_a_recusal_has_a_reason_and_is_told(staffed):
    contract_id = under_review(staffed)
    with pytest.raises(Invalid, match="reason_missing"):
        keep_out(staffed, contract_id, reason=" ")
    keep_out(staffed, contract_id)
    assert {event.contract_id for event in staffed.find("events", type="recusal.created")} == {contract_id}


def test_somebody_recused_is_not_invited(staffed):
    contract_id = under_review(staffed)
    keep_out(staffed, contract_id, by="bureau_lead", person="expert")
    with pytest.raises(Refused, match="invitee_does_not_fit"):
        ask_in(staffed, contract_id)


# the bureau's own contracts


@pytest.fixture
def own_contract(staffed):
    """A major contract of an office below the bureau, submitted to the bureau."""
    with staffed.platform.unit_of_work() as uow:
        uow.units.add(
            Unit(id="office", name="望澜区司法局办公室", short_name="局办公室", kind="BUREAU", parent_id="justice")
        )
        for name in ("handler", "legal"):
            [post] = uow.posts.find(person_id=name)
            uow.posts.remove(post.id)
            uow.posts.add(
                Post(id=post.id, person_id=name, unit_id="office", role=post.role, valid_from=post.valid_from)
            )
    contract_id = staffed.register(MAJOR)
    staffed.act("handler", contract_id, commands.Submit())
    staffed.act("legal", contract_id, commands.Pass())
    return contract_id


def test_the_bureaus_own_contract_is_reviewed_by_people_without_a_hand_in_it(staffed, own_contract):
    assert staffed.contract(own_contract).handling_unit_id == "office"
    appoint(staffed, "reviewer", Role.HANDLER, "office")
    with pytest.raises(Refused) as refused:
        staffed.act("intake", own_contract, commands.Accept(reviewer_id="reviewer"))
    assert reasons(refused) == ["reviewer_of_the_unit"]
    staffed.act("intake", own_contract, commands.Accept(reviewer_id="other_reviewer"))
    assert staffed.contract(own_contract).state == State.UNDER_REVIEW


@pytest.mark.parametrize(
    ("role", "unit"), [(Role.HANDLER, "office"), (Role.HANDLER_LEAD, "justice"), (Role.SEAL_KEEPER, "office")]
)
def test_intake_and_lead_with_a_post_in_the_unit_do_not_judge_it(staffed, own_contract, role, unit):
    appoint(staffed, "intake", role, unit)
    with pytest.raises(Refused) as refused:
        staffed.act("intake", own_contract, commands.Accept(reviewer_id="reviewer"))
    assert reasons(refused) == ["not_impartial"]
    offered = {one.action: one for one in staffed.view("intake", own_contract).actions}
    assert [reason.code for reason in offered["accept"].reasons] == ["not_impartial"]


def test_a_post_in_another_unit_is_no_hindrance(staffed, own_contract):
    appoint(staffed, "intake", Role.HANDLER, "urban")
    staffed.act("intake", own_contract, commands.Accept(reviewer_id="reviewer"))


def test_a_deputy_of_somebody_in_the_unit_does_not_judge_it_either(staffed, own_contract):
    appoint(staffed, "bureau_lead", Role.HANDLER_LEAD, "office")
    lend(staffed, "intake", "bureau_lead", posts=["post-intake"])
    with pytest.raises(Refused) as refused:
        staffed.act("bureau_lead", own_contract, commands.Accept(reviewer_id="reviewer"))
    assert reasons(refused) == ["not_impartial"]


def test_who_decided_for_the_unit_is_not_named_reviewer(staffed):
    contract_id = staffed.register(MAJOR)
    staffed.act("handler", contract_id, commands.Submit())
    staffed.act("legal", contract_id, commands.Pass())
    appoint(staffed, "legal", Role.BUREAU_REVIEWER, "justice")
    with staffed.platform.unit_of_work() as uow:
        uow.posts.remove("post-legal")
    with pytest.raises(Refused) as refused:
        staffed.act("intake", contract_id, commands.Accept(reviewer_id="legal"))
    assert reasons(refused) == ["reviewer_decided_before"]


def test_tasks_of_the_bureau_are_not_the_invited_experts(staffed):
    contract_id = under_review(staffed)
    ask_in(staffed, contract_id)
    assert list_tasks(staffed.platform, staffed.actor("expert"), "todo", after=None, limit=9).rows == ()
