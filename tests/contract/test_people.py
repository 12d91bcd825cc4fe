"""People and their work on both databases: posts kept apart, one handover a contract, lists in pages."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from contract_platform.application.people_queries import AccountFilter, ChangeFilter, HandoverFilter, TraceFilter
from contract_platform.domain.administrators import ADMINISTRATORS
from contract_platform.domain.change import ChangeRequest, PasswordReset, UnitClose
from contract_platform.domain.errors import Conflict, Invalid
from contract_platform.domain.handover import Handover
from contract_platform.domain.people import Person, Post
from contract_platform.domain.relations import Scope
from contract_platform.domain.vocabulary import (
    ChangeKind,
    ChangeState,
    HandoverCause,
    HandoverState,
    Role,
)
from tests.contract.records import NOW, contract, event

TODAY = date(2026, 3, 2)
BUSINESS = sorted(set(Role) - ADMINISTRATORS - {Role.SYSTEM})


def post(key, role, first=date(2020, 1, 1), last=None, person="p1"):
    return Post(id=key, person_id=person, unit_id="u1", role=role, valid_from=first, valid_to=last)


def add(database, *posts):
    with database.unit_of_work() as uow:
        for one in posts:
            uow.posts.add(one)


@pytest.mark.parametrize("kind", sorted(ADMINISTRATORS))
@pytest.mark.parametrize("other", ["HANDLER", "OBSERVER", "SYS_ADMIN", "SEC_ADMIN", "AUDIT_ADMIN"])
def test_the_database_itself_keeps_an_administrator_from_other_posts(database, kind, other):
    add(database, post("a", kind))
    if kind == other:
        add(database, post("b", other, first=date(2021, 1, 1)))
        return
    with pytest.raises(Conflict):
        add(database, post("b", other))
    with database.reading() as uow:
        assert [one.id for one in uow.posts.find()] == ["a"]


def test_the_database_lets_business_posts_stand_beside_each_other(database):
    add(database, *(post(role, role) for role in BUSINESS))
    with database.reading() as uow:
        assert len(uow.posts.find()) == len(BUSINESS)


def test_the_database_reckons_with_the_days(database):
    add(database, post("old", Role.HANDLER, last=date(2026, 3, 1)))
    with pytest.raises(Conflict):
        add(database, post("new", Role.SYS_ADMIN, first=date(2026, 3, 1)))
    add(database, post("new", Role.SYS_ADMIN, first=TODAY))
    with database.unit_of_work() as uow:
        held = uow.posts.get("old")
        with pytest.raises(Conflict):
            uow.posts.save(msgspec.structs.replace(held, valid_to=TODAY))


def test_a_post_revoked_before_it_began_is_no_hindrance(database):
    add(database, post("never", Role.HANDLER, first=date(2026, 4, 1), last=date(2026, 3, 31)))
    add(database, post("new", Role.SYS_ADMIN))


def test_changing_the_row_behind_our_back_is_refused_too(database):
    add(database, post("a", Role.HANDLER), post("b", Role.SIGNATORY))
    with pytest.raises(DBAPIError, match="administrator"), database.engine.begin() as connection:
        connection.execute(sa.text("UPDATE posts SET role = 'AUDIT_ADMIN' WHERE id = 'a'"))


def test_of_two_grants_at_the_same_time_one_wins(database):
    together = threading.Barrier(2)

    def grant(role):
        together.wait()
        try:
            add(database, post(role, role))
        except Conflict:
            return 0
        return 1

    for _ in range(5):
        with ThreadPoolExecutor(2) as pool:
            assert sum(pool.map(grant, (Role.SYS_ADMIN, Role.HANDLER))) == 1
        with database.unit_of_work() as uow:
            for one in uow.posts.find():
                uow.posts.remove(one.id)


def handover(key, contract_id="c1", **changes):
    values = {
        "id": key, "contract_id": contract_id, "unit_id": "u1", "from_id": "p1", "cause": HandoverCause.LEFT,
        "state": HandoverState.POOLED, "opened_at": NOW, "opened_by": "p1",
    }  # fmt: skip
    return Handover(**(values | changes))


def test_a_contract_is_handed_over_once_at_a_time(database):
    with database.unit_of_work() as uow:
        uow.contracts.add(contract("c1"))
        uow.handovers.add(handover("h1"))
    with pytest.raises(Conflict), database.unit_of_work() as uow:
        uow.handovers.add(handover("h2", state=HandoverState.ASSIGNED))
    with database.unit_of_work() as uow:
        uow.handovers.save(msgspec.structs.replace(uow.handovers.get("h1"), state=HandoverState.CANCELLED))
        uow.handovers.add(handover("h2", state=HandoverState.ASSIGNED))


def test_handovers_are_found_by_unit_and_by_either_officer(database):
    with database.unit_of_work() as uow:
        uow.people.add(Person(id="p2", username="p2", name="二", password_hash="-"))
        for number in range(6):
            uow.contracts.add(contract(f"c{number}"))
            changes = {"to_id": "p2"} if number % 2 else {"unit_id": "u2"}
            opened = NOW + timedelta(minutes=number // 2)
            uow.handovers.add(handover(f"h{number}", f"c{number}", opened_at=opened, **changes))

    everything = Scope(person_id="p1", unit_ids=frozenset({"u1"}), bureau=False, all_units=False)
    nothing = Scope(person_id="p1", unit_ids=frozenset({"u2"}), bureau=False, all_units=False)

    def found(scope=everything, **wanted):
        seen, cursor = [], None
        while True:
            rows, page = database.queries.handovers(scope, HandoverFilter(**wanted), after=cursor, limit=2)
            seen += [one.id for one in rows]
            cursor = page.next
            if cursor is None:
                return seen, page.total

    assert found(unit_ids=("u2",)) == (["h4", "h2", "h0"], 3)
    assert found(to_id="p2") == (["h5", "h3", "h1"], 3)
    assert found(from_id="p1")[1] == 6
    assert found(unit_ids=("u2",), to_id="p2")[1] == 6
    assert found() == ([], 0)
    assert found(nothing, unit_ids=("u2",), to_id="p2", from_id="p1") == ([], 0)
    assert found(from_id="p1", states=(HandoverState.TAKEN_OVER,)) == ([], 0)


def test_changes_come_newest_first_and_their_bodies_come_back(database):
    with database.unit_of_work() as uow:
        for number in range(1, 6):
            body = PasswordReset(person_id="p1") if number % 2 else UnitClose(unit_id="u1")
            kind = ChangeKind.PASSWORD_RESET if number % 2 else ChangeKind.UNIT_CLOSE
            uow.changes.add(
                ChangeRequest(
                    id=f"x{number}", number=number, kind=kind, state=ChangeState.PENDING, body=body,
                    subject_id="p1", about=("p1",), reason="理由", requested_by="p1", requested_at=NOW,
                )
            )  # fmt: skip
    rows, page = database.queries.changes(ChangeFilter(), after=None, limit=3)
    assert [one.number for one in rows] == [5, 4, 3]
    rest, last = database.queries.changes(ChangeFilter(), after=page.next, limit=3)
    assert ([one.number for one in rest], last.next) == ([2, 1], None)
    assert rows[1].body == UnitClose(unit_id="u1")
    only, _ = database.queries.changes(ChangeFilter(kinds=(ChangeKind.UNIT_CLOSE,)), after=None, limit=9)
    assert [one.number for one in only] == [4, 2]
    assert database.queries.changes(ChangeFilter(states=(ChangeState.APPROVED,)), after=None, limit=9)[0] == ()


def test_accounts_are_filtered_by_what_is_held_today(database):
    with database.unit_of_work() as uow:
        uow.people.add(Person(id="p2", username="bo", name="卜", password_hash="-", disabled=True))
        uow.posts.add(post("a", Role.HANDLER))
        uow.posts.add(post("b", Role.SIGNATORY, last=date(2026, 3, 1), person="p2"))

    def found(**wanted):
        return [one.id for one in database.queries.accounts(AccountFilter(**wanted), TODAY, after=None, limit=9)[0]]

    assert found() == ["p2", "p1"]
    assert found(role=Role.HANDLER) == ["p1"]
    assert found(role=Role.SIGNATORY) == []
    assert found(unit_id="u1") == ["p1"]
    assert found(state="disabled") == ["p2"]
    assert found(text="CHENG") == ["p1"]
    assert found(text="_") == []
    assert database.queries.posts_in(("u1", "u2"), TODAY) == {"u1": 1}


def told(key, type_, **changes):
    return msgspec.structs.replace(event(key, changes.pop("contract_id", None)), type=type_, **changes)


@pytest.fixture
def trace(database):
    with database.unit_of_work() as uow:
        uow.people.add(Person(id="boss", username="xitong", name="管", password_hash="-"))
        uow.posts.add(post("boss-post", Role.SYS_ADMIN, person="boss"))
        entries = (
            told("e1", "session.created"),
            told("e2", "session.created", actor="boss"),
            told("e3", "contract.submit", contract_id="c1", data=b'{"reason":"secret of the contract"}'),
            told("e4", "change.requested", actor="boss", role=Role.SYS_ADMIN, data=b'{"number":1}'),
            told("e5", "access.refused", object_id="contract.read"),
            told("e6", "trace.verified", actor="system"),
            told("e7", "person.frozen", actor="boss", object_id="p1"),
            told("e8", "contract.submit", acted_for="boss"),
        )
        for one in entries:
            uow.events.add(one)
    return database.queries.trace


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ("acts", ["e8", "e7", "e6", "e4", "e3"]),
        ("sign_ins", ["e2", "e1"]),
        ("administrators", ["e7", "e4"]),
        ("refusals", ["e5"]),
        ("verifications", ["e6"]),
    ],
)
def test_each_list_of_the_trace_holds_its_own_entries(trace, which, expected):
    page = trace(TraceFilter(list=which), after=None, limit=9)
    assert [row.id for row in page.rows] == expected


def test_the_trace_shows_what_administrators_did_and_not_what_contracts_say(trace):
    rows = {row.id: row for row in trace(TraceFilter(), after=None, limit=9).rows}
    assert rows["e3"].data == {}
    assert rows["e4"].data == {"number": 1}
    assert (rows["e7"].actor, rows["e7"].object_name) == ("管", "林知远")
    assert rows["e8"].acted_for == "管"


def test_the_trace_is_filtered_and_paged(trace):
    def found(**wanted):
        return [row.id for row in trace(TraceFilter(**wanted), after=None, limit=9).rows]

    assert found(text="xitong") == ["e7", "e4"]
    assert found(type="contract.") == ["e8", "e3"]
    assert found(object_id="c1") == ["e3"]
    assert found(first=NOW + timedelta(seconds=1)) == []
    assert found(before=NOW) == []
    assert len(found(first=NOW, before=datetime(2027, 1, 1, tzinfo=UTC))) == 5
    first = trace(TraceFilter(), after=None, limit=2)
    second = trace(TraceFilter(), after=first.next, limit=9)
    assert [row.id for row in (*first.rows, *second.rows)] == ["e8", "e7", "e6", "e4", "e3"]
    with pytest.raises(Invalid):
        trace(TraceFilter(list="everything"), after=None, limit=9)


def test_the_last_sign_in_of_each_is_known(database, trace):
    assert set(database.queries.signed_in(("p1", "boss", "nobody"))) == {"p1", "boss"}
    assert trace is not None
