"""The five tabs of the inbox, their filters and orders, and what their workbook holds."""

import io
from datetime import date, timedelta

import openpyxl
import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_task import act_on_task
from contract_platform.application.circulate import copy_choices, follow, send_copies, unfollow
from contract_platform.application.export_inbox import export_inbox
from contract_platform.application.inbox_queries import InboxFilter
from contract_platform.application.list_inbox import count_inbox, list_matters, list_tasks
from contract_platform.application.people_commands import NewInvitation
from contract_platform.application.read_work import read_work
from contract_platform.application.take_part import invite
from contract_platform.application.task_commands import Claim, NewCopies, Release, Urge
from contract_platform.documents.sheets import SandboxedSheets
from contract_platform.domain.errors import Forbidden, Invalid, NotFound, Refused
from contract_platform.domain.vocabulary import State
from tests.unit.application.district import MAJOR, ORDINARY


def tasks(place, name, tab="todo", **wanted):
    return list_tasks(place.platform, place.actor(name), tab, InboxFilter(**wanted), after=None, limit=50).rows


def matters(place, name, tab, **wanted):
    return list_matters(place.platform, place.actor(name), tab, InboxFilter(**wanted), after=None, limit=50).rows


def counts(place, name):
    return count_inbox(place.platform, place.actor(name))


def submitted(place, text=ORDINARY):
    contract_id = place.register(text)
    place.act("handler", contract_id, c.Submit())
    return contract_id


def test_todo_says_from_whom_since_when_and_how_long(staffed):
    contract_id = submitted(staffed)
    [row] = tasks(staffed, "legal")
    assert (row.contract_id, row.sender, row.days_left, row.unit) == (contract_id, "姓名handler", 5, "working")
    assert (row.person, row.seen_at, row.urges) == (None, None, 0)
    staffed.clock.step(timedelta(days=8))
    [row] = tasks(staffed, "legal")
    assert row.days_left == -1


def test_done_holds_what_i_did_and_not_what_went_away_from_others(staffed):
    first, second = submitted(staffed), submitted(staffed)
    staffed.act("legal", first, c.Pass())
    staffed.act("handler", second, c.PullBack(reason="修改"))
    assert [row.contract_id for row in tasks(staffed, "legal", "done")] == [first]
    assert {row.state for row in tasks(staffed, "handler", "done")} == {State.DRAFTING}
    assert {row.state_now for row in tasks(staffed, "handler", "done")} == {State.READY_TO_SIGN, State.DRAFTING}


def test_started_are_the_contracts_i_submitted_with_whose_turn_it_is(staffed):
    staffed.register()
    contract_id = submitted(staffed, MAJOR)
    at = staffed.clock.now()
    staffed.act("legal", contract_id, c.Pass())
    staffed.clock.step(timedelta(hours=2))
    staffed.view("intake", contract_id)
    [row] = matters(staffed, "handler", "started")
    assert (row.contract_id, row.at, row.role, row.person) == (contract_id, at, "BUREAU_INTAKE", None)
    assert (row.since, row.seen_at) == (at, at + timedelta(hours=2))
    assert matters(staffed, "legal", "started") == ()


def test_a_claim_shows_to_whoever_started_it(staffed):
    contract_id = submitted(staffed)
    [task] = staffed.find("tasks", contract_id=contract_id, closed_at=None)
    act_on_task(staffed.platform, staffed.actor("legal"), task.id, Claim(), revision=task.revision)
    [row] = matters(staffed, "handler", "started")
    assert (row.person, row.since) == ("姓名legal", staffed.clock.now())


# copies


def copy(place, name, contract_id, *to, note=""):
    return send_copies(place.platform, place.actor(name), contract_id, NewCopies(to_ids=to, note=note))


def test_a_copy_is_unread_until_its_reader_opens_the_contract(staffed):
    contract_id = submitted(staffed)
    copy(staffed, "handler", contract_id, "lead", note="请知悉")
    [row] = matters(staffed, "lead", "copied")
    assert (row.by, row.note, row.read_at) == ("姓名handler", "请知悉", None)
    assert counts(staffed, "lead").unread == 1
    staffed.view("lead", contract_id)
    assert matters(staffed, "lead", "copied")[0].read_at == staffed.clock.now()
    assert counts(staffed, "lead").unread == 0
    [shown] = read_work(staffed.platform, staffed.actor("handler"), contract_id).copies
    assert (shown.to, shown.read_at) == ("姓名lead", staffed.clock.now())


def test_what_has_not_been_read_is_not_sent_twice(staffed):
    contract_id = submitted(staffed)
    for _ in range(2):
        copy(staffed, "handler", contract_id, "lead", "legal")
    assert len(staffed.find("copies", contract_id=contract_id)) == 2


@pytest.mark.parametrize("to", ["stranger", "reviewer", "counsel", "nobody", "system"])
def test_a_copy_opens_nothing_to_anybody(staffed, to):
    contract_id = submitted(staffed)
    with pytest.raises(Refused, match="copy_out_of_sight"):
        copy(staffed, "handler", contract_id, "lead", to)
    assert staffed.find("copies") == []


def test_whoever_is_invited_first_can_be_copied(staffed):
    contract_id = submitted(staffed)
    new = NewInvitation(person_id="counsel", until=staffed.clock.today() + timedelta(days=9), reason="论证")
    invite(staffed.platform, staffed.actor("legal"), contract_id, new)
    copy(staffed, "handler", contract_id, "counsel")
    assert [row.contract_id for row in matters(staffed, "counsel", "copied")] == [contract_id]
    staffed.clock.step(timedelta(days=20))
    assert matters(staffed, "counsel", "copied") == (), "out of sight again, out of the list too"


def test_choices_are_those_who_see_the_contract(staffed):
    contract_id = submitted(staffed, MAJOR)
    inside = {"lead", "lead2", "legal", "handler2", "handler3"}
    seen = {one.id for one in copy_choices(staffed.platform, staffed.actor("handler"), contract_id)}
    assert seen >= inside
    assert not {"intake", "supervisor", "observer", "handler"} & seen
    staffed.act("legal", contract_id, c.Pass())
    seen = {one.id for one in copy_choices(staffed.platform, staffed.actor("handler"), contract_id)}
    assert {"intake", "bureau_lead", "supervisor", "observer"} <= seen
    assert not {"stranger", "counsel", "system"} & seen


def test_observers_copy_nothing(staffed):
    contract_id = submitted(staffed, MAJOR)
    staffed.act("legal", contract_id, c.Pass())
    with pytest.raises(Forbidden):
        copy(staffed, "observer", contract_id, "supervisor")


# following


def test_following_is_for_contracts_in_sight_and_ends_when_one_likes(staffed):
    contract_id = submitted(staffed)
    for _ in range(2):
        assert follow(staffed.platform, staffed.actor("lead"), contract_id).followed
    assert [row.contract_id for row in matters(staffed, "lead", "followed")] == [contract_id]
    assert read_work(staffed.platform, staffed.actor("lead"), contract_id).followed
    for _ in range(2):
        assert not unfollow(staffed.platform, staffed.actor("lead"), contract_id).followed
    assert matters(staffed, "lead", "followed") == ()
    with pytest.raises(NotFound):
        follow(staffed.platform, staffed.actor("stranger"), contract_id)


def test_following_is_nobody_elses_business(staffed):
    contract_id = submitted(staffed)
    follow(staffed.platform, staffed.actor("lead"), contract_id)
    [event] = staffed.find("events", type="follow.begun")
    assert (event.actor, event.object_id, event.contract_id) == ("lead", contract_id, None)


# filters, orders, numbers


def three(place):
    """Due on different days; the second is claimed."""
    found = []
    for _ in range(3):
        found.append(submitted(place))
        place.clock.step(timedelta(days=1))
    [task] = place.find("tasks", contract_id=found[1], closed_at=None)
    act_on_task(place.platform, place.actor("legal"), task.id, Claim(), revision=task.revision)
    return found


def test_filters_by_urgency_mean_working_days(staffed):
    first, second, third = three(staffed)
    due = {row.contract_id: row.due_on for row in tasks(staffed, "legal")}
    assert list(due.values()) == [date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11)]
    staffed.to(date(2026, 3, 10))
    found = {one: [row.contract_id for row in tasks(staffed, "legal", due=one)] for one in ("overdue", "today", "soon")}
    assert found == {"overdue": [first], "today": [second], "soon": [third]}
    assert tasks(staffed, "legal", due="later") == tasks(staffed, "legal", due="none") == ()
    assert [row.state for row in tasks(staffed, "handler", due="none")] == []
    with pytest.raises(Invalid, match="unknown_filter"):
        tasks(staffed, "legal", due="sometime")


def test_filters_by_holder_state_kind_unit_and_words(staffed):
    first, second, third = three(staffed)

    def found(**wanted):
        return [row.contract_id for row in tasks(staffed, "legal", **wanted)]

    assert found(holding="mine") == [second]
    assert found(holding="pool") == [first, third]
    assert found(holding="waiting") == found(states=(State.SUBMITTED,)) == found(kinds=("filing",)) == []
    assert found(units=("data",)) == found(text="数字化") == found(kinds=("contract",)) == [first, second, third]
    assert found(units=("urban",)) == found(text="没有这个词") == []


def test_orders_and_pages_hold_every_row_once(staffed):
    contracts = three(staffed)
    desk = staffed.actor("legal")
    for sort in ("due", "-due", "at", "-at", "amount", "-amount"):
        wanted, cursor, seen = InboxFilter(sort=sort), None, []
        while True:
            page = list_tasks(staffed.platform, desk, "todo", wanted, after=cursor, limit=1)
            seen += [row.contract_id for row in page.rows]
            cursor = page.next
            if cursor is None:
                break
        assert sorted(seen) == sorted(contracts), sort
        assert page.total == 3
    assert [row.contract_id for row in tasks(staffed, "legal", sort="-due")] == contracts[::-1]
    with pytest.raises(Invalid, match="unknown_sort"):
        tasks(staffed, "legal", sort="name")
    with pytest.raises(Invalid, match="unknown_tab"):
        list_matters(staffed.platform, desk, "todo", after=None, limit=9)


def test_numbers_beside_the_tabs(staffed):
    three(staffed)
    staffed.to(date(2026, 3, 10))
    found = counts(staffed, "legal")
    assert (found.todo, found.pool, found.overdue) == (3, 2, 1)
    assert counts(staffed, "handler").started == 3


def test_a_tab_is_a_workbook_by_the_same_filter(staffed):
    first, second, _ = three(staffed)
    content = export_inbox(staffed.platform, staffed.actor("legal"), "todo", InboxFilter(holding="mine"))
    [heading, line] = openpyxl.load_workbook(io.BytesIO(content))["待办"].iter_rows(values_only=True)
    shown = dict(zip(heading, line, strict=True))
    assert (shown["时限"], shown["办理人"], shown["发送人"]) == ("剩 3 个工作日", "姓名legal", "姓名handler")
    copy(staffed, "handler", first, "legal", note="请知悉")
    content = export_inbox(staffed.platform, staffed.actor("legal"), "copied", InboxFilter())
    [heading, line] = openpyxl.load_workbook(io.BytesIO(content))["抄送我的"].iter_rows(values_only=True)
    assert dict(zip(heading, line, strict=True))["抄送说明"] == "请知悉"
    assert len(staffed.find("events", type="inbox.exported")) == 2
    assert isinstance(staffed.platform.sheets, SandboxedSheets)
    with pytest.raises(Invalid, match="unknown_tab"):
        export_inbox(staffed.platform, staffed.actor("legal"), "drafts", InboxFilter())
    assert second


def test_what_is_given_back_is_in_everybodys_list_again_with_its_urging(staffed):
    contract_id = submitted(staffed)
    for command, name in ((Claim(), "legal"), (Urge(), "handler"), (Release(), "legal")):
        [task] = staffed.find("tasks", contract_id=contract_id, closed_at=None)
        act_on_task(staffed.platform, staffed.actor(name), task.id, command, revision=task.revision)
    [row] = tasks(staffed, "legal")
    assert (row.person_id, row.urges, row.urged_on) == (None, 1, staffed.clock.today())


def test_heads_see_what_their_people_have_to_do_and_nobody_else_does(staffed):
    first, second, third = three(staffed)
    assert [row.contract_id for row in tasks(staffed, "lead", "team")] == [first, second, third]
    assert [row.contract_id for row in tasks(staffed, "lead", "team", holding="pool")] == [first, third]
    assert counts(staffed, "lead").team == 2
    assert tasks(staffed, "bureau_lead", "team") == tasks(staffed, "urban_lead", "team") == ()
    assert (counts(staffed, "bureau_lead").team, counts(staffed, "legal").team) == (0, None)
    staffed.act("legal", second, c.Return(reason="补充"))
    assert {row.role for row in tasks(staffed, "lead", "team")} == {"UNIT_LEGAL", "HANDLER"}
