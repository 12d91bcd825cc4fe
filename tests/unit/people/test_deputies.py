"""委托代办: a deputy acts in a colleague's posts, in the colleague's name, under the limits of both."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from contract_platform.application import commands
from contract_platform.application.act_on_obligation import act_on_obligation
from contract_platform.application.add_version import add_version
from contract_platform.application.check_people import violations
from contract_platform.application.commands import ObligationCommand
from contract_platform.application.confirm_signing import confirm_signing
from contract_platform.application.lend_posts import choices, end_delegation, lend_posts, list_delegations
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.people_commands import NewDelegation
from contract_platform.application.read_contract import read_contract
from contract_platform.application.register_contract import register_contract
from contract_platform.domain import change as c
from contract_platform.domain.absence import Delegation
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.followups import Obligation
from contract_platform.domain.people import Post
from contract_platform.domain.vocabulary import Conclusion, DocumentKind, ObligationKind, ObligationState, Role, State
from tests.unit.application.district import MAJOR, ORDINARY, sealing
from tests.unit.application.test_main_line import reasons

TODAY = date(2026, 3, 2)
WEEK = TODAY + timedelta(days=6)


def lend(staffed, absent, deputy, *, by=None, first=TODAY, last=WEEK, posts=()):
    new = NewDelegation(
        from_id=absent, to_id=deputy, first_day=first, last_day=last, post_ids=tuple(posts), reason="年休假"
    )
    return lend_posts(staffed.platform, staffed.actor(by or absent), new)


def appoint(staffed, name, role, unit="data"):
    with staffed.platform.unit_of_work() as uow:
        uow.posts.add(Post(id=f"{name}-{role}", person_id=name, unit_id=unit, role=role, valid_from=date(2020, 1, 1)))


def todo(staffed, name):
    rows = list_tasks(staffed.platform, staffed.actor(name), "todo", after=None, limit=50).rows
    return [(row.subject, row.acted_for) for row in rows]


def submitted(staffed, text=ORDINARY):
    contract_id = staffed.register(text)
    staffed.act("handler", contract_id, commands.Submit())
    return contract_id


def test_a_deputy_acts_and_the_record_names_both(staffed):
    contract_id = staffed.register()
    lend(staffed, "handler", "handler2")
    staffed.act("handler2", contract_id, commands.Submit())
    [decision] = staffed.find("decisions", contract_id=contract_id)
    assert (decision.person_id, decision.acted_for, decision.role) == ("handler2", "handler", Role.HANDLER)
    [event] = staffed.find("events", type="contract.submit")
    assert (event.actor, event.acted_for, event.post) == ("handler2", "handler", "post-handler")
    [shown] = staffed.view("handler", contract_id).decisions
    assert (shown.person, shown.acted_for) == ("姓名handler2", "姓名handler")
    told = [row for row in staffed.platform.queries.timeline(contract_id) if row.type == "contract.submit"]
    assert [(row.actor, row.acted_for) for row in told] == [("姓名handler2", "姓名handler")]


def test_the_deputys_inbox_shows_whose_tasks_they_are(staffed):
    staffed.register()
    assert todo(staffed, "handler2") == []
    lend(staffed, "handler", "handler2")
    assert todo(staffed, "handler2") == [("contract", "姓名handler")]
    assert todo(staffed, "handler") == [("contract", None)]


def test_tasks_of_a_role_are_marked_only_where_the_role_is_lent(staffed):
    submitted(staffed)
    lend(staffed, "legal", "handler2")
    assert todo(staffed, "handler2") == [("contract", "姓名legal")]
    appoint(staffed, "handler2", Role.UNIT_LEGAL)
    assert todo(staffed, "handler2") == [("contract", None)]


@pytest.mark.parametrize(("day", "acts"), [(-1, False), (0, True), (6, True), (7, False)])
def test_it_holds_from_the_first_to_the_last_day(staffed, day, acts):
    contract_id = staffed.register()
    first = TODAY + timedelta(days=7)
    lend(staffed, "handler", "handler2", first=first, last=first + timedelta(days=6))
    staffed.to(first + timedelta(days=day))
    offered = {one.action for one in staffed.view("handler2", contract_id).actions}
    assert ("submit" in offered) == acts


def test_a_deputy_does_not_approve_what_the_deputy_did(staffed):
    contract_id = submitted(staffed)
    lend(staffed, "legal", "handler")
    with pytest.raises(Refused) as refused:
        staffed.act("handler", contract_id, commands.Pass())
    assert reasons(refused) == ["decided_already"]


def test_a_deputy_does_not_approve_what_the_one_who_is_away_did(staffed):
    appoint(staffed, "handler", Role.UNIT_LEGAL)
    contract_id = submitted(staffed)
    lend(staffed, "handler", "handler2")
    with pytest.raises(Refused) as refused:
        staffed.act("handler2", contract_id, commands.Pass())
    assert reasons(refused) == ["decided_already"]


def test_the_one_who_is_back_does_not_approve_what_the_deputy_did_for_them(staffed):
    appoint(staffed, "handler", Role.UNIT_LEGAL)
    contract_id = staffed.register()
    lend(staffed, "handler", "handler2", posts=["post-handler"])
    staffed.act("handler2", contract_id, commands.Submit())
    with pytest.raises(Refused) as refused:
        staffed.act("handler", contract_id, commands.Pass())
    assert reasons(refused) == ["decided_already"]


def test_what_a_deputy_decided_counts_against_the_deputy_afterwards(staffed):
    contract_id = submitted(staffed, MAJOR)
    appoint(staffed, "legal", Role.BUREAU_INTAKE, "justice")
    lend(staffed, "legal", "handler2", posts=["post-legal"])
    staffed.act("handler2", contract_id, commands.Pass())
    with pytest.raises(Refused) as refused:
        staffed.act("legal", contract_id, commands.Accept(reviewer_id="reviewer"))
    assert "decided_already" in reasons(refused)


def test_a_deputy_reviews_what_the_reviewer_was_named_for(staffed):
    contract_id = submitted(staffed, MAJOR)
    staffed.act("legal", contract_id, commands.Pass())
    staffed.act("intake", contract_id, commands.Accept(reviewer_id="reviewer"))
    propose = commands.Propose(conclusion=Conclusion.APPROVE, body="同意")
    with pytest.raises(Forbidden):
        staffed.act("other_reviewer", contract_id, propose)
    lend(staffed, "reviewer", "other_reviewer", by="bureau_lead")
    staffed.act("other_reviewer", contract_id, propose)
    [decision] = staffed.find("decisions", contract_id=contract_id, action="propose")
    assert (decision.person_id, decision.acted_for) == ("other_reviewer", "reviewer")


def test_reporter_and_verifier_stay_two_whoever_fills_in(staffed):
    contract_id = staffed.register()
    appoint(staffed, "handler", Role.HANDLER_LEAD)
    obligation = Obligation(
        id="o", contract_id=contract_id, kind=ObligationKind.PAYMENT, side="ours", content="付款",
        state=ObligationState.EVIDENCED, evidenced_by="handler2", evidenced_for="handler",
    )  # fmt: skip
    with staffed.platform.unit_of_work() as uow:
        uow.obligations.add(obligation)
    accept = ObligationCommand(action="accept")
    for name in ("handler", "handler2"):
        if name == "handler2":
            lend(staffed, "lead", "handler2")
        with pytest.raises(Refused) as refused:
            act_on_obligation(staffed.platform, staffed.actor(name), "o", accept, revision=0)
        assert reasons(refused) == ["own_evidence"]
    act_on_obligation(staffed.platform, staffed.actor("lead2"), "o", accept, revision=0)


def test_a_report_by_a_deputy_names_both(staffed):
    contract_id = staffed.register()
    lend(staffed, "handler", "handler2")
    with staffed.platform.unit_of_work() as uow:
        uow.obligations.add(
            Obligation(
                id="o", contract_id=contract_id, kind=ObligationKind.PAYMENT, side="ours", content="付款",
                state=ObligationState.DUE,
            )
        )  # fmt: skip
        uow.contracts.save(msgspec.structs.replace(uow.contracts.get(contract_id), state=State.PERFORMING))
    evidence = add_version(
        staffed.platform, staffed.actor("handler2"), contract_id, kind=DocumentKind.EVIDENCE,
        file=staffed.spooled("付款凭证"), filename="凭证.txt",
    )  # fmt: skip
    command = ObligationCommand(action="report", done_on=TODAY, evidence_version_id=evidence.version.id)
    act_on_obligation(staffed.platform, staffed.actor("handler2"), "o", command, revision=0)
    [reported] = staffed.find("obligations", id="o")
    assert (reported.evidenced_by, reported.evidenced_for) == ("handler2", "handler")
    [event] = staffed.find("events", type="version.added", actor="handler2")
    assert (event.acted_for, event.role) == ("handler", Role.HANDLER)


def test_two_confirmations_of_a_signed_copy_are_of_two_people_whoever_fills_in(staffed):
    contract_id = submitted(staffed)
    staffed.act("legal", contract_id, commands.Pass())
    staffed.act("handler", contract_id, sealing(TODAY))
    staffed.upload("handler", contract_id, DocumentKind.SIGNED, ORDINARY)
    lend(staffed, "legal", "lead")

    def confirm(name):
        revision = staffed.contract(contract_id).revision
        return confirm_signing(staffed.platform, staffed.actor(name), contract_id, revision=revision)

    with staffed.platform.unit_of_work() as uow:
        [post] = uow.posts.find(id="post-lead")
        uow.posts.remove(post.id)
    appoint(staffed, "lead", Role.SIGNATORY)
    confirm("lead")
    assert not staffed.view("legal", contract_id).can_confirm_signing
    with pytest.raises(Refused, match="confirmation_not_possible"):
        confirm("legal")
    assert confirm("handler").signing.confirmed_by == ("姓名lead", "姓名handler")


def test_a_deputy_opens_a_contract_for_the_one_who_is_away(staffed):
    lend(staffed, "handler", "lead")
    actor = staffed.actor("lead")
    made = register_contract(
        staffed.platform, actor, file=staffed.spooled(ORDINARY), filename="合同.txt", secrecy_declared=True
    )
    assert made.contract.handler_id == "handler"
    [event] = staffed.find("events", type="contract.registered")
    assert (event.actor, event.acted_for) == ("lead", "handler")


def test_what_is_lent_is_not_lent_on(staffed):
    contract_id = staffed.register()
    lend(staffed, "handler", "handler2")
    lend(staffed, "handler2", "handler3")
    assert read_contract(staffed.platform, staffed.actor("handler3"), contract_id).actions == ()


def test_who_lent_nothing_lends_nothing(staffed):
    with pytest.raises(Forbidden, match="delegation_of_others"):
        lend(staffed, "handler", "handler3", by="handler2")
    with pytest.raises(Forbidden, match="delegation_of_others"):
        lend(staffed, "stranger", "handler3", by="lead")
    assert lend(staffed, "handler", "handler3", by="lead").absent.id == "handler"


@pytest.mark.parametrize("deputy", ["handler", "stranger", "reviewer", "system", "nobody", "counsel"])
def test_a_deputy_is_a_colleague_in_office(staffed, deputy):
    with pytest.raises(Refused, match="deputy_does_not_fit"):
        lend(staffed, "handler", deputy)


@pytest.mark.parametrize("name", ["system", "auditor", "counsel", "expert", "observer"])
def test_personal_posts_are_not_lent(staffed, name):
    with pytest.raises(Forbidden, match="delegation_of_others"):
        lend(staffed, name, "reviewer")


def test_only_posts_of_the_one_who_is_away_are_lent(staffed):
    with pytest.raises(Refused, match="posts_not_lendable"):
        lend(staffed, "handler", "handler2", posts=["post-handler", "post-legal"])


@pytest.mark.parametrize(("first", "last"), [(0, -1), (-9, -1), (0, 184)])
def test_days_have_an_order_and_an_end(staffed, first, last):
    days = [TODAY + timedelta(days=day) for day in (first, last)]
    with pytest.raises(Invalid, match="delegation_days_wrong"):
        lend(staffed, "handler", "handler2", first=days[0], last=days[1])


def test_a_post_has_one_deputy_at_a_time(staffed):
    lend(staffed, "handler", "handler2")
    with pytest.raises(Refused, match="delegation_clashes"):
        lend(staffed, "handler", "handler3", first=WEEK, last=WEEK + timedelta(days=3))
    lend(staffed, "handler", "handler3", first=WEEK + timedelta(days=1), last=WEEK + timedelta(days=3))


def test_it_ends_early_for_the_one_who_is_back(staffed):
    contract_id = staffed.register()
    running = lend(staffed, "handler", "handler2")
    assert [one.state for one in list_delegations(staffed.platform, staffed.actor("handler2"))] == ["running"]
    ended = end_delegation(staffed.platform, staffed.actor("handler"), running.id, revision=running.revision)
    assert ended.state == "over"
    assert staffed.view("handler2", contract_id).actions == ()
    with pytest.raises(Refused, match="delegation_ended"):
        end_delegation(staffed.platform, staffed.actor("handler"), running.id, revision=ended.revision)


@pytest.mark.parametrize("gone", ["handler", "handler2"])
def test_it_ends_with_either_account(staffed, gone):
    staffed.register()
    lend(staffed, "handler", "handler2")
    staffed.ask("system", c.PersonDisable(person_id=gone))
    assert violations(staffed.platform) == ()
    assert staffed.actor("handler2").absent() == frozenset()


def test_choices_are_oneself_and_for_heads_their_people(staffed):
    mine = choices(staffed.platform, staffed.actor("handler")).absent
    assert [one.id for one in mine] == ["handler"]
    assert {one.id for one in mine[0].deputies} >= {"handler2", "handler3", "lead", "lead2", "legal"}
    headed = {one.id for one in choices(staffed.platform, staffed.actor("lead")).absent}
    assert headed >= {"handler", "handler2", "handler3", "lead", "lead2", "legal"}
    assert not {"stranger", "reviewer", "urban_lead"} & headed


def test_delegations_clash_on_shared_posts_and_days():
    def lent(posts, first, last, ended=None):
        return Delegation(
            id="d", from_id="a", to_id="b", post_ids=posts, first_day=first, last_day=last, reason="", created_by="a",
            created_at=datetime(2026, 3, 2, tzinfo=UTC), ended_on=ended,
        )  # fmt: skip

    one = lent(("p", "q"), TODAY, WEEK)
    assert one.clashes(lent(("q",), WEEK, WEEK))
    assert not one.clashes(lent(("r",), TODAY, WEEK))
    assert not one.clashes(lent(("q",), WEEK + timedelta(days=1), WEEK + timedelta(days=2)))
    assert not lent(("q",), TODAY, WEEK, ended=TODAY).clashes(one)
