"""三员: kept apart, restraining one another, never left without one, never near a contract."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from contract_platform.application.apply_change import APPLYING
from contract_platform.application.decide_change import decide_change
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.list_pages import list_contracts
from contract_platform.application.load import visible_contract
from contract_platform.application.people_commands import ChangeCommand
from contract_platform.application.queries import LedgerFilter
from contract_platform.application.weigh_change import WEIGHING
from contract_platform.domain import change as c
from contract_platform.domain.access import ACCESS, may
from contract_platform.domain.administrators import ADMINISTRATORS, KINDS, excluding, overlap, remaining
from contract_platform.domain.errors import Conflict, Forbidden, NotFound, Refused
from contract_platform.domain.people import Person, Post
from contract_platform.domain.vocabulary import ChangeKind, ChangeState, Role, UnitKind

TODAY = date(2026, 3, 2)
BUSINESS = sorted(set(Role) - ADMINISTRATORS - {Role.SYSTEM})


def post(role, first=TODAY, last=None, person="p", key="x", unit="data"):
    return Post(id=key, person_id=person, unit_id=unit, role=role, valid_from=first, valid_to=last)


def reasons(refused):
    return [reason.code for reason in refused.value.params["reasons"]]


# the rule by itself


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("other", [*KINDS, *BUSINESS])
def test_an_administrator_goes_with_no_other_post(kind, other):
    held, new = post(other), post(kind, key="new")
    assert (excluding([held], new) is None) == (kind == other)
    assert (excluding([new], held) is None) == (kind == other)


@pytest.mark.parametrize("one", BUSINESS)
def test_business_posts_go_with_each_other(one):
    assert excluding([post(other) for other in BUSINESS], post(one, key="new")) is None


def test_a_post_given_up_before_does_not_count():
    past = post(Role.HANDLER, date(2025, 1, 1), date(2026, 3, 1))
    assert excluding([past], post(Role.SYS_ADMIN, key="new")) is None
    assert excluding([past], post(Role.SYS_ADMIN, date(2026, 3, 1), key="new")) == past


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ((TODAY, None), (TODAY, None), True),
        ((TODAY, TODAY), (TODAY, TODAY), True),
        ((TODAY, TODAY), (TODAY + timedelta(days=1), None), False),
        ((date(2020, 1, 1), None), (TODAY, TODAY), True),
        ((TODAY, TODAY - timedelta(days=1)), (date(2020, 1, 1), None), False),
    ],
)
def test_posts_overlap_on_days_both_included(first, second, together):
    one, other = post(Role.HANDLER, *first), post(Role.SYS_ADMIN, *second)
    assert overlap(one, other) == overlap(other, one) == together


def test_somebody_who_goes_on_is_enabled_in_office_and_not_on_the_way_out():
    people = [Person(id=key, username=key, name=key, password_hash="-", disabled=key == "gone") for key in "abcd"]
    people.append(Person(id="gone", username="gone", name="gone", password_hash="-", disabled=True))
    posts = [
        post(Role.SYS_ADMIN, person="a"),
        post(Role.SYS_ADMIN, TODAY + timedelta(days=1), person="b"),
        post(Role.SYS_ADMIN, last=TODAY + timedelta(days=9), person="c"),
        post(Role.SEC_ADMIN, person="d"),
        post(Role.SYS_ADMIN, person="gone"),
    ]
    assert remaining(Role.SYS_ADMIN, posts, people, TODAY) == {"a"}


# what they may and may not see


@pytest.mark.parametrize("name", ["system", "security", "auditor"])
def test_no_administrator_sees_a_contract(staffed, name):
    contract_id = staffed.register()
    actor = staffed.actor(name)
    with staffed.platform.reading() as uow, pytest.raises(NotFound):
        visible_contract(uow, actor, contract_id)
    assert list_contracts(staffed.platform, actor, LedgerFilter(), after=None, limit=9).rows == ()
    assert list_tasks(staffed.platform, actor, "todo", after=None, limit=9).rows == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_access_table_gives_administrators_nothing_about_contracts(kind):
    about = {"contract", "version", "document", "analysis", "finding", "remark", "filing", "obligation", "alert"}
    about |= {
        "task",
        "deadline",
        "overview",
        "handover",
        "delegation",
        "participant",
        "invitation",
        "recusal",
        "signing",
    }
    given = {row.operation for row in ACCESS if kind in row.roles}
    assert {name for name in given if name.partition(".")[0] in about} == set()


def test_each_administrator_has_the_others_work_in_sight_and_not_in_hand(staffed):
    system, security, auditor = (staffed.actor(name) for name in ("system", "security", "auditor"))
    assert may(system, "change.decide")
    assert may(security, "change.decide")
    assert not may(auditor, "change.decide")
    assert not may(auditor, "change.request")
    assert may(auditor, "audit.list")
    assert not may(system, "audit.list")
    assert not may(security, "audit.list")


# asking and approving


def test_a_new_person_is_there_disabled_until_approved(staffed):
    asked = staffed.ask("system", c.PersonCreate(username="linyi", name="林一"))
    with staffed.platform.reading() as uow:
        [waiting] = uow.people.find(username="linyi")
    assert waiting.disabled
    approved = staffed.decide("security", asked)
    assert approved.state == ChangeState.APPROVED
    [issued] = approved.issued
    person = staffed.person(waiting.id)
    assert not person.disabled
    assert staffed.platform.passwords.verify(person.password_hash, issued.password)


def test_a_person_who_is_not_approved_is_gone_again_and_the_name_is_free(staffed):
    asked = staffed.ask("system", c.PersonCreate(username="linyi", name="林一"))
    staffed.decide("security", asked, "reject", note="编制已满")
    with staffed.platform.reading() as uow:
        assert uow.people.find(username="linyi") == []
    assert staffed.ask("system", c.PersonCreate(username="linyi", name="林一")).state == ChangeState.PENDING


def test_passwords_are_in_the_answer_that_approved_and_nowhere_else(staffed):
    asked = staffed.ask("system", c.PersonCreate(username="linyi", name="林一"))
    [issued] = staffed.decide("security", asked).issued
    with staffed.platform.reading() as uow:
        told = b"".join(event.data for event in uow.events.find())
        changes = uow.changes.find()
    assert issued.password.encode() not in told
    assert issued.password not in repr(changes)


@pytest.mark.parametrize("name", ["system", "system2", "auditor", "lead", "handler"])
def test_what_the_system_administrator_asked_for_is_approved_by_the_security_administrator_only(staffed, name):
    asked = staffed.ask("system", c.PersonCreate(username="linyi", name="林一"))
    with pytest.raises(Forbidden):
        staffed.decide(name, asked)


@pytest.mark.parametrize("name", ["security", "security2", "auditor", "lead"])
def test_what_the_security_administrator_asked_for_is_approved_by_a_system_administrator_only(staffed, name):
    grant = c.PostGrant(person_id="stranger", unit_id="urban", role=Role.SIGNATORY, valid_from=TODAY)
    asked = staffed.ask("security", grant)
    with pytest.raises(Forbidden):
        staffed.decide(name, asked)


@pytest.mark.parametrize("name", ["security", "auditor", "handler", "lead"])
def test_only_system_administrators_ask_for_units_and_people(staffed, name):
    with pytest.raises(Forbidden):
        staffed.ask(name, c.PersonCreate(username="linyi", name="林一"))


@pytest.mark.parametrize("name", ["system", "auditor", "lead"])
@pytest.mark.parametrize(
    "body",
    [
        c.PostGrant(person_id="stranger", unit_id="urban", role=Role.SIGNATORY, valid_from=TODAY),
        c.PostRevoke(post_id="post-stranger", last_day=TODAY),
        c.PasswordReset(person_id="stranger"),
        c.AccountUnlock(person_id="stranger"),
        c.FactorReset(person_id="stranger"),
    ],
    ids=c.kind_of,
)
def test_only_security_administrators_ask_for_posts_passwords_and_locks(staffed, name, body):
    with pytest.raises((Forbidden, Refused)) as refused:
        staffed.ask(name, body)
    assert isinstance(refused.value, Forbidden)


def test_nobody_asks_for_themselves(staffed):
    grant = c.PostGrant(person_id="security", unit_id="data", role=Role.HANDLER, valid_from=TODAY)
    with pytest.raises(Refused) as refused:
        staffed.ask("security", grant)
    assert reasons(refused) == ["change_about_oneself"]
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.PersonDisable(person_id="system"))
    assert reasons(refused) == ["change_about_oneself"]
    assert not staffed.person("system").disabled


def test_nobody_approves_what_is_about_themselves(staffed):
    asked = staffed.ask("system", c.PersonDisable(person_id="security2"))
    with staffed.platform.unit_of_work() as uow:  # even if the account could still act
        uow.people.save(msgspec.structs.replace(uow.people.get("security2"), disabled=False))
    with pytest.raises(Refused) as refused:
        staffed.decide("security2", asked)
    assert reasons(refused) == ["change_about_oneself"]


def test_only_who_asked_withdraws(staffed):
    asked = staffed.ask("system", c.PersonCreate(username="linyi", name="林一"))
    with pytest.raises(Refused) as refused:
        staffed.decide("system2", asked, "withdraw")
    assert reasons(refused) == ["request_of_others"]
    assert staffed.decide("system", asked, "withdraw").state == ChangeState.WITHDRAWN


def test_a_decision_is_made_once(staffed):
    asked = staffed.ask("system", c.PersonCreate(username="linyi", name="林一"))
    staffed.decide("security", asked)
    with pytest.raises(Refused, match="action_not_possible_now"):
        staffed.decide("security2", asked, "reject", note="重复")


def test_a_decision_on_an_older_state_is_a_conflict(staffed):
    asked = staffed.ask("system", c.PersonCreate(username="linyi", name="林一"))
    with pytest.raises(Conflict):
        decide_change(
            staffed.platform, staffed.actor("security"), asked.id, ChangeCommand(action="approve"), revision=7
        )


def test_rejecting_and_asking_need_a_reason(staffed):
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.PersonCreate(username="linyi", name="林一"), reason=" ")
    assert reasons(refused) == ["reason_missing"]
    asked = staffed.ask("system", c.PersonCreate(username="linyi", name="林一"))
    with pytest.raises(Refused) as refused:
        staffed.decide("security", asked, "reject")
    assert reasons(refused) == ["reason_missing"]


def test_the_same_is_not_asked_for_twice(staffed):
    first = staffed.ask("security", c.PostRevoke(post_id="post-stranger", last_day=TODAY))
    with pytest.raises(Refused) as refused:
        staffed.ask("security2", c.PostRevoke(post_id="post-stranger", last_day=TODAY))
    told: Any = refused.value.params["reasons"]
    [reason] = told
    assert reason.params == {"number": first.number}


def test_requests_are_numbered_without_gaps(staffed):
    numbers = [staffed.ask("system", c.PersonCreate(username=f"lin{n}", name="林")).number for n in range(3)]
    with pytest.raises(Refused):
        staffed.ask("system", c.PersonCreate(username="lin1", name="林"))
    numbers.append(staffed.ask("system", c.PersonCreate(username="lin9", name="林")).number)
    assert numbers == [1, 2, 3, 4]


def test_every_kind_of_change_is_weighed_and_applied():
    asked = set(c.AskedChange.__args__)
    assert set(WEIGHING) == asked | {c.PolicyVersion}
    assert set(APPLYING) == asked | {c.PeopleImport, c.PolicyVersion, c.FormTemplate}
    assert {str(getattr(kind, "__struct_config__").tag) for kind in APPLYING} == set(ChangeKind)  # noqa: B009


# kept apart


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_in_a_business_post_becomes_administrator(staffed, kind):
    with pytest.raises(Refused) as refused:
        staffed.ask("security", c.PostGrant(person_id="stranger", unit_id="justice", role=kind, valid_from=TODAY))
    assert reasons(refused) == ["posts_exclude_each_other"]


@pytest.mark.parametrize("name", ["system2", "security2", "auditor"])
@pytest.mark.parametrize("role", [Role.SYS_ADMIN, Role.SEC_ADMIN, Role.AUDIT_ADMIN, Role.HANDLER, Role.OBSERVER])
def test_no_administrator_takes_another_post(staffed, name, role):
    asker, unit = ("security", "justice")
    with pytest.raises(Refused) as refused:
        staffed.ask(asker, c.PostGrant(person_id=name, unit_id=unit, role=role, valid_from=TODAY))
    mine = staffed.find("posts", person_id=name)[0].role == role
    assert reasons(refused) == ["post_held_already" if mine else "posts_exclude_each_other"]


def test_after_the_last_day_of_the_old_post_the_new_one_can_begin(staffed):
    staffed.approved(c.PostRevoke(post_id="post-stranger", last_day=TODAY), "security", "system")
    later = TODAY + timedelta(days=1)
    grant = c.PostGrant(person_id="stranger", unit_id="justice", role=Role.AUDIT_ADMIN, valid_from=later)
    assert staffed.approved(grant, "security", "system").state == ChangeState.APPROVED


def test_what_was_granted_meanwhile_stands_against_an_earlier_request(staffed):
    staffed.approved(c.PersonCreate(username="linyi", name="林一"))
    [person] = staffed.find("people", username="linyi")
    one = staffed.ask("security", c.PostGrant(person_id=person.id, unit_id="data", role=Role.HANDLER, valid_from=TODAY))
    other = staffed.ask(
        "security", c.PostGrant(person_id=person.id, unit_id="data", role=Role.AUDIT_ADMIN, valid_from=TODAY)
    )
    staffed.decide("system", one)
    with pytest.raises(Refused) as refused:
        staffed.decide("system", other)
    assert reasons(refused) == ["posts_exclude_each_other"]
    [waiting] = staffed.find("changes", id=other.id)
    assert waiting.state == ChangeState.PENDING


# the last of a kind


def test_the_last_administrator_of_a_kind_is_not_disabled(staffed):
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.PersonDisable(person_id="auditor"))
    assert reasons(refused) == ["last_administrator"]
    assert not staffed.person("auditor").disabled
    staffed.ask("system", c.PersonDisable(person_id="security2"))
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.PersonDisable(person_id="security"))
    assert reasons(refused) == ["last_administrator"]


def test_the_last_administrator_of_a_kind_keeps_the_post(staffed):
    with pytest.raises(Refused) as refused:
        staffed.ask("security", c.PostRevoke(post_id="post-auditor", last_day=TODAY))
    assert reasons(refused) == ["last_administrator"]


def test_two_approvals_do_not_each_leave_the_last_administrator(staffed):
    first = staffed.ask("security", c.PostRevoke(post_id="post-system", last_day=TODAY))
    second = staffed.ask("security", c.PostRevoke(post_id="post-system2", last_day=TODAY))
    staffed.decide("system2", first)
    with pytest.raises(Refused) as refused:
        staffed.decide("system", second)
    assert reasons(refused) == ["last_administrator"]


def test_an_administrator_with_an_end_in_sight_does_not_count_as_one_who_goes_on(staffed):
    staffed.approved(c.PostRevoke(post_id="post-security2", last_day=date(2026, 12, 31)), "security", "system")
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.PersonDisable(person_id="security"))
    assert reasons(refused) == ["last_administrator"]


# every act is told


def test_every_act_of_an_administrator_is_traced_with_role_and_number(staffed):
    asked = staffed.ask(
        "system",
        c.UnitCreate(name="望澜区园林局", short_name="区园林局", unit_kind=UnitKind.BUREAU, parent_id="district"),
    )
    staffed.decide("security", asked)
    told = {
        event.type: event
        for event in staffed.find("events")
        if event.object_id == asked.id or event.object_type == "unit"
    }
    assert told["change.requested"].role == Role.SYS_ADMIN
    assert told["change.approved"].role == Role.SEC_ADMIN
    assert {"change.requested", "change.approved", "unit.created"} == set(told)
