"""Units begin, are renamed and end; accounts, posts, passwords, locks; what stands against each."""

from datetime import date, timedelta

import pytest

from contract_platform.application import attempts, commands
from contract_platform.application.people_queries import AccountFilter, ChangeFilter
from contract_platform.application.read_accounts import list_accounts, list_units
from contract_platform.application.read_changes import list_changes
from contract_platform.domain import change as c
from contract_platform.domain.credentials import Failures
from contract_platform.domain.errors import NotFound, Refused
from contract_platform.domain.vocabulary import ChangeKind, ChangeState, Role, UnitKind
from tests.unit.application.district import PEOPLE
from tests.unit.application.test_main_line import reasons
from tests.unit.people.staffed import MORE

TODAY = date(2026, 3, 2)
GARDENS = c.UnitCreate(name="望澜区园林局", short_name="区园林局", unit_kind=UnitKind.BUREAU, parent_id="district")

STAFF = PEOPLE | MORE


def unit(staffed, name="望澜区园林局"):
    staffed.approved(GARDENS)
    [made] = staffed.find("units", name=name)
    return made


def accounts(staffed, **wanted):
    page = list_accounts(staffed.platform, staffed.actor("system"), AccountFilter(**wanted), after=None, limit=50)
    return {row.username: row for row in page.rows}


# units


def test_a_unit_is_there_once_it_is_approved(staffed):
    asked = staffed.ask("system", GARDENS)
    assert staffed.find("units", name="望澜区园林局") == []
    staffed.decide("security", asked)
    [made] = staffed.find("units", name="望澜区园林局")
    assert (made.parent_id, made.kind, made.closed_on) == ("district", "BUREAU", None)


@pytest.mark.parametrize("name", ["=1+1", "＝cmd", " 区园林局", "区园林局\n", "区\u202e园林局"])
def test_names_that_would_break_a_list_are_refused(staffed, name):
    body = c.UnitCreate(name=name, short_name="园林", unit_kind=UnitKind.BUREAU, parent_id="district")
    with pytest.raises(Refused) as refused:
        staffed.ask("system", body)
    assert reasons(refused) == ["name_unfit"]


def test_two_units_do_not_bear_one_name(staffed):
    unit(staffed)
    with pytest.raises(Refused) as refused:
        staffed.ask("system", GARDENS)
    assert reasons(refused) == ["unit_name_taken"]
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.UnitRename(unit_id="urban", name="望澜区园林局", short_name="区园林局"))
    assert reasons(refused) == ["unit_name_taken"]


def test_a_unit_of_a_name_asked_for_twice_is_approved_once(staffed):
    first, second = staffed.ask("system", GARDENS), staffed.ask("system2", GARDENS)
    staffed.decide("security", first)
    with pytest.raises(Refused) as refused:
        staffed.decide("security", second)
    assert reasons(refused) == ["unit_name_taken"]


def test_a_new_name_keeps_everything_else(staffed):
    contract_id = staffed.register()
    staffed.approved(c.UnitRename(unit_id="data", name="望澜区数据管理局", short_name="区数据局"))
    assert staffed.view("handler", contract_id).handling_unit == "望澜区数据管理局"
    [event] = staffed.find("events", type="unit.renamed")
    assert b"\xe5\xa4\xa7\xe6\x95\xb0\xe6\x8d\xae" in event.data  # the old name


def test_a_unit_ends_when_nothing_is_left_in_it(staffed):
    staffed.register()
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.UnitClose(unit_id="data"))
    assert reasons(refused) == ["unit_has_posts", "unit_has_contracts"]
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.UnitClose(unit_id="district"))
    assert "unit_has_units" in reasons(refused)
    made = unit(staffed)
    staffed.approved(c.UnitClose(unit_id=made.id))
    [ended] = staffed.find("units", id=made.id)
    assert ended.closed_on == TODAY


def test_nothing_begins_in_a_unit_that_ended(staffed):
    made = unit(staffed)
    staffed.approved(c.UnitClose(unit_id=made.id))
    grant = c.PostGrant(person_id="stranger", unit_id=made.id, role=Role.HANDLER, valid_from=TODAY)
    below = c.UnitCreate(name="养护站", short_name="养护站", unit_kind=UnitKind.INSTITUTION, parent_id=made.id)
    for asker, body in (("security", grant), ("system", below), ("system", c.UnitClose(unit_id=made.id))):
        with pytest.raises(Refused) as refused:
            staffed.ask(asker, body)
        assert reasons(refused) == ["unit_closed"]


def test_what_does_not_exist_is_not_found(staffed):
    for asker, body in (
        ("system", c.UnitClose(unit_id="none")),
        ("system", c.PersonDisable(person_id="none")),
        ("security", c.PostRevoke(post_id="none", last_day=TODAY)),
        ("security", c.PostGrant(person_id="stranger", unit_id="none", role=Role.HANDLER, valid_from=TODAY)),
    ):
        with pytest.raises(NotFound):
            staffed.ask(asker, body)


def test_units_are_listed_with_their_people_and_what_waits(staffed):
    asked = staffed.ask("system", c.UnitRename(unit_id="urban", name="望澜区城市管理和执法局", short_name="城管局"))
    found = {one.id: one for one in list_units(staffed.platform, staffed.actor("security"))}
    assert found["data"].people == len([name for name, (_, unit) in STAFF.items() if unit == "data"])
    assert (found["urban"].people, found["urban"].pending) == (2, asked.number)
    assert found["district"].people == 1


# accounts


def test_a_user_name_is_one_persons_for_ever(staffed):
    staffed.approved(c.PersonDisable(person_id="stranger"))
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.PersonCreate(username="stranger", name="另一人"))
    assert reasons(refused) == ["username_taken"]


def test_nobody_gets_a_post_before_being_approved(staffed):
    staffed.ask("system", c.PersonCreate(username="linyi", name="林一"))
    [person] = staffed.find("people", username="linyi")
    grant = c.PostGrant(person_id=person.id, unit_id="data", role=Role.HANDLER, valid_from=TODAY)
    for asker, body in (
        ("security", grant),
        ("system", c.PersonEnable(person_id=person.id)),
        ("security", c.PasswordReset(person_id=person.id)),
    ):
        with pytest.raises(Refused) as refused:
            staffed.ask(asker, body)
        assert reasons(refused) == ["person_not_approved"]


def test_who_is_leaving_is_not_enabled_before_that_is_settled(staffed):
    leaving = staffed.ask("system", c.PersonDisable(person_id="stranger"))
    with pytest.raises(Refused) as refused:
        staffed.ask("system2", c.PersonEnable(person_id="stranger"))
    assert reasons(refused) == ["change_pending"]
    staffed.decide("security", leaving)
    staffed.approved(c.PersonEnable(person_id="stranger"))
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.PersonEnable(person_id="stranger"))
    assert reasons(refused) == ["person_enabled_already"]


def test_accounts_are_found_by_name_unit_role_and_state(staffed):
    staffed.ask("system", c.PersonDisable(person_id="stranger"))
    assert set(accounts(staffed, text="lead")) == {"bureau_lead", "lead", "lead2", "urban_lead"}
    assert set(accounts(staffed, unit_id="urban")) == {"stranger", "urban_lead"}
    assert set(accounts(staffed, role=Role.SEC_ADMIN)) == {"security", "security2"}
    assert set(accounts(staffed, state="disabled")) == {"stranger"}
    assert accounts(staffed, text="姓名lead2")["lead2"].posts[0].unit == "区大数据局"
    assert accounts(staffed, text="%") == {}


def test_accounts_come_in_pages_that_show_everybody_once(staffed):
    seen, cursor = [], None
    while True:
        page = list_accounts(staffed.platform, staffed.actor("system"), AccountFilter(), after=cursor, limit=5)
        seen += [row.username for row in page.rows]
        cursor = page.next
        if cursor is None:
            break
    assert seen == sorted(seen)
    assert len(seen) == len(set(seen)) == page.total == len(STAFF)


# posts


def test_a_post_is_held_from_its_first_day_to_its_last(staffed):
    first, last = TODAY + timedelta(days=2), TODAY + timedelta(days=4)
    grant = c.PostGrant(person_id="stranger", unit_id="data", role=Role.UNIT_LEGAL, valid_from=first, valid_to=last)
    staffed.approved(grant, "security", "system")
    held = []
    for days in range(7):
        staffed.to(TODAY + timedelta(days=days))
        held.append(Role.UNIT_LEGAL in staffed.actor("stranger").roles())
    assert held == [False, False, True, True, True, False, False]


@pytest.mark.parametrize(("first", "last"), [(5, 4), (-9, -1)])
def test_a_post_does_not_end_before_it_begins_or_before_it_is_given(staffed, first, last):
    days = [TODAY + timedelta(days=day) for day in (first, last)]
    grant = c.PostGrant(
        person_id="stranger", unit_id="data", role=Role.UNIT_LEGAL, valid_from=days[0], valid_to=days[1]
    )
    with pytest.raises(Refused) as refused:
        staffed.ask("security", grant)
    assert reasons(refused) == ["post_days_reversed"]


def test_the_systems_own_role_is_nobodys(staffed):
    with pytest.raises(Refused) as refused:
        staffed.ask("security", c.PostGrant(person_id="stranger", unit_id="data", role=Role.SYSTEM, valid_from=TODAY))
    assert reasons(refused) == ["post_not_grantable"]


def test_a_post_is_not_given_twice_for_the_same_days(staffed):
    grant = c.PostGrant(person_id="stranger", unit_id="urban", role=Role.HANDLER, valid_from=TODAY)
    with pytest.raises(Refused) as refused:
        staffed.ask("security", grant)
    assert reasons(refused) == ["post_held_already"]


def test_a_post_ends_yesterday_at_the_earliest_which_is_at_once(staffed):
    contract_id = staffed.register()
    with pytest.raises(Refused) as refused:
        staffed.ask("security", c.PostRevoke(post_id="post-handler", last_day=TODAY - timedelta(days=2)))
    assert reasons(refused) == ["post_day_past"]
    revoke = c.PostRevoke(post_id="post-handler", last_day=TODAY - timedelta(days=1))
    staffed.approved(revoke, "security", "system")
    assert staffed.actor("handler").roles() == frozenset()
    [handover] = staffed.find("handovers", contract_id=contract_id)
    assert handover.cause == "POST_ENDED"
    with pytest.raises(Refused) as refused:
        staffed.ask("security", revoke)
    assert reasons(refused) == ["post_ended"]


# passwords and locks


def test_a_password_is_reset_once_another_has_approved(staffed):
    before = staffed.person("stranger").password_hash
    asked = staffed.ask("security", c.PasswordReset(person_id="stranger"))
    assert staffed.person("stranger").password_hash == before
    [issued] = staffed.decide("system", asked).issued
    person = staffed.person("stranger")
    assert staffed.platform.passwords.verify(person.password_hash, issued.password)
    [credential] = staffed.find("credentials", id="stranger")
    assert credential.set_at is None  # so that it has to be changed


def test_a_lock_is_lifted_where_there_is_one(staffed):
    with pytest.raises(Refused) as refused:
        staffed.ask("security", c.AccountUnlock(person_id="stranger"))
    assert reasons(refused) == ["account_not_locked"]
    subject = attempts.account(staffed.platform, "stranger").digest
    until = staffed.clock.now() + timedelta(minutes=30)
    with staffed.platform.unit_of_work() as uow:
        uow.failures.hold(subject)
        uow.failures.keep(Failures(subject=subject, count=5, first_at=staffed.clock.now(), locked_until=until))
    assert accounts(staffed, text="stranger")["stranger"].locked
    staffed.approved(c.AccountUnlock(person_id="stranger"), "security", "system")
    assert not accounts(staffed, text="stranger")["stranger"].locked


# the list of changes


def test_changes_are_listed_newest_first_with_names_and_what_the_reader_may_do(staffed):
    staffed.ask("security", c.PostRevoke(post_id="post-stranger", last_day=TODAY))
    asked = staffed.ask("system", c.PersonCreate(username="linyi", name="林一"))
    rows = list_changes(staffed.platform, staffed.actor("security"), ChangeFilter(), after=None, limit=9).rows
    assert [row.kind for row in rows] == [ChangeKind.PERSON_CREATE, ChangeKind.POST_REVOKE]
    assert {one.action: one.enabled for one in rows[0].actions} == {"approve": True, "reject": True}
    assert {one.action: one.enabled for one in rows[1].actions} == {"withdraw": True}
    assert "姓名stranger" in rows[1].names.values()
    mine = ChangeFilter(requested_by="system", states=(ChangeState.PENDING,))
    page = list_changes(staffed.platform, staffed.actor("auditor"), mine, after=None, limit=9)
    assert [row.number for row in page.rows] == [asked.number]
    assert page.rows[0].actions == ()


def test_a_person_without_posts_can_do_nothing(staffed):
    staffed.approved(c.PersonCreate(username="linyi", name="林一"))
    [person] = staffed.find("people", username="linyi")
    assert staffed.actor(person.id).posts == ()
    contract_id = staffed.register()
    with pytest.raises(NotFound):
        staffed.act(person.id, contract_id, commands.Submit())
