"""Lists, searches, figures and the feed of changes hold what an oracle over plain records says, for everybody."""

from collections import Counter
from typing import Any
from urllib.parse import urlencode

import pytest

from contract_platform.application.commands import ACTIONS
from contract_platform.domain.access import ACCESS, ROWS
from contract_platform.domain.lifecycle import LIFECYCLE, TERMINAL
from contract_platform.domain.relations import Relation
from contract_platform.domain.vocabulary import AlertState, Direction, FilingState, Role, State
from tests.security.oracle import acting, sees
from tests.security.staff import ALPHA, BETA, MEMBERS, OUTSIDERS, Member, Place, below, key
from tests.security.stages import mark
from tests.security.world import World

SETTLED_ALERTS = {AlertState.CLOSED, AlertState.CANCELLED}
ENDED_FILINGS = {FilingState.FILED, FilingState.REPORTED, FilingState.NOT_REQUIRED}
YEAR = 2026
FOR_EVERYBODY = pytest.mark.parametrize("who", MEMBERS, ids=lambda who: who.id)


def get(world: World, who: Member, path: str, **query: Any) -> Any:
    """The body of a page, or None where the table forbids it; what is forbidden to ask for is the matrix's matter."""
    with world.held.taken_back():
        answer = world.ask(who, "GET", f"/api/v1{path}" + (f"?{urlencode(query, doseq=True)}" if query else ""))
    assert answer.status in {200, 403}, answer.start()
    return answer.json() if answer.status == 200 else None


def listed(world: World, who: Member, path: str, **query: Any) -> list[dict[str, Any]]:
    """The rows of all pages, which hold as many as they say."""
    rows: list[dict[str, Any]] = []
    after: dict[str, str] = {}
    while (page := get(world, who, path, limit=17, **query, **after)) is not None:
        rows += page["rows"]
        if page["next"] is None:
            assert page["total"] == len(rows)
            break
        after = {"after": page["next"]}
    return rows


def visible(world: World, who: Member) -> list[Any]:
    """The contracts that exist for somebody."""
    return [contract for contract in world.records("contracts") if sees(world, who, contract)]


def may(who: Member, operation: str) -> bool:
    """Whether a post of the person is in the row."""
    return bool(ROWS[operation].roles & who.roles())


@FOR_EVERYBODY
def test_the_ledger_holds_what_the_person_sees(world: World, who: Member):
    expected = {contract.id for contract in visible(world, who)} if may(who, "contract.list") else set()
    for sort in ("-updated", "-amount", "amount", "-signed", "due"):
        assert sorted(row["id"] for row in listed(world, who, "/contracts", sort=sort)) == sorted(expected)


@FOR_EVERYBODY
def test_filters_and_searches_do_not_widen_it(world: World, who: Member):
    seen = visible(world, who) if may(who, "contract.list") else []
    asked = {
        "units": (BETA, lambda one: one.handling_unit_id == BETA),
        "states": (State.DRAFTING, lambda one: one.state is State.DRAFTING),
        "handler_id": (key(Role.HANDLER, Place.NAMED), lambda one: one.handler_id == key(Role.HANDLER, Place.NAMED)),
        "text": (mark(world.hidden.number), lambda one: one.id == world.hidden.contract.id),
        "year": (YEAR, lambda one: one.sign_date is not None),
    }
    for name, (value, holds) in asked.items():
        found = {row["id"] for row in listed(world, who, "/contracts", **{name: value})}
        assert found == {one.id for one in seen if holds(one)}, name


@FOR_EVERYBODY
def test_tasks_are_those_of_the_person_and_their_posts(world: World, who: Member):
    seen = {contract.id: contract for contract in visible(world, who)} if may(who, "task.list") else {}
    tasks = [task for task in world.records("tasks") if task.contract_id in seen]
    held = {(role, place) for role, unit in who.posts for place in (*below(unit), None)}
    expected = {
        "todo": {
            task.id
            for task in tasks
            if task.closed_at is None
            and (
                task.person_id in {who.id, who.stands_as}
                or (task.person_id is None and (task.role, task.unit_id) in held)
            )
        },
        "mine": {task.id for task in tasks if task.closed_at is None and seen[task.contract_id].handler_id == who.id},
        "done": {task.id for task in tasks if task.closed_by == who.id},
    }
    assert {tab: {row["id"] for row in listed(world, who, "/tasks", tab=tab)} for tab in expected} == expected


@FOR_EVERYBODY
def test_alerts_are_those_of_visible_contracts(world: World, who: Member):
    seen = {contract.id: contract for contract in visible(world, who)} if may(who, "alert.list") else {}
    alerts = [alert for alert in world.records("alerts") if alert.contract_id in seen]
    assert {row["id"] for row in listed(world, who, "/alerts")} == {alert.id for alert in alerts}
    inside = {alert.id for alert in alerts if seen[alert.contract_id].handling_unit_id == ALPHA}
    assert {row["id"] for row in listed(world, who, "/alerts", units=ALPHA)} == inside


@FOR_EVERYBODY
def test_figures_count_visible_contracts_only(world: World, who: Member):
    page = get(world, who, "/overview", year=YEAR)
    if not may(who, "overview.read"):
        assert page is None
        return
    seen = {contract.id: contract for contract in visible(world, who)}
    signed = {one.id: one for one in seen.values() if one.sign_date is not None}
    filings = [one for one in world.records("filings") if one.contract_id in signed and one.target == "JUSTICE_BUREAU"]
    payable = sum(one.amount_fen or 0 for one in signed.values() if one.direction is Direction.PAYABLE)
    assert (page["signed"], page["payable_fen"]) == (len(signed), payable)
    assert page["filing_due"] == len(filings)
    assert page["filing_overdue"] == sum(
        one.state not in ENDED_FILINGS and one.due_on < world.platform.clock.today() for one in filings
    )
    assert {row["unit_id"]: row["filing_due"] for row in page["units"]} == Counter(
        signed[one.contract_id].handling_unit_id for one in filings
    )
    assert {row["state"]: row["count"] for row in page["stages"]} == Counter(
        str(one.state) for one in seen.values() if one.state not in TERMINAL
    )
    raised = [one for one in world.records("alerts") if one.contract_id in seen and one.state not in SETTLED_ALERTS]
    assert page["alerts"] == Counter(str(one.level) for one in raised)


@FOR_EVERYBODY
def test_the_feed_tells_of_visible_contracts_only(world: World, who: Member):
    with world.platform.reading() as uow:
        first = uow.events.find()[0].id
    told, cursor = set(), first
    while (page := get(world, who, "/events/poll", after=cursor))["cursor"] != cursor:
        told |= {change["contract_id"] for change in page["changes"]}
        cursor = page["cursor"]
    first_contract = world.bundles[0].contract.id
    assert told | {first_contract} == {contract.id for contract in visible(world, who)} | {first_contract}


@FOR_EVERYBODY
def test_people_are_listed_as_far_as_the_table_says(world: World, who: Member):
    row = ROWS["person.list"]
    for role in (Role.BUREAU_REVIEWER, Role.HANDLER):
        page = get(world, who, "/people", role=role)
        grants = {row.grants[held]: unit for held, unit in who.posts if held in row.grants}
        units = below(grants[Relation.UNIT]) if Relation.UNIT in grants else set()
        everywhere = Relation.ANY in grants
        expected = {
            one.id
            for one in (*MEMBERS, *OUTSIDERS)
            for held, unit in (() if one.lent_by else one.posts)
            if one.entry != "disabled" and held is role and (everywhere or unit in units)
        }
        assert {person["id"] for person in page or []} == (expected if grants else set())


@pytest.mark.parametrize("stage", [State.DRAFTING, State.UNDER_REVIEW, State.PERFORMING, State.ARCHIVED])
@FOR_EVERYBODY
def test_a_contract_offers_what_the_tables_open(world: World, who: Member, stage: State):
    for bundle in (world.own[stage], world.others[stage]):
        contract = bundle.contract
        if not (may(who, "contract.read") and sees(world, who, contract)):
            continue
        page = get(world, who, f"/contracts/{contract.id}")
        open_to_me = {row.operation for row in ACCESS if acting(world, who, row.operation, contract)}
        ended = {row.operation for row in ACCESS if row.live and contract.state in TERMINAL}
        assert set(page["operations"]) == open_to_me - ended
        roles = acting(world, who, "contract.act", contract)
        rows = {row.action for row in LIFECYCLE.rows(contract.state) if roles & set(row.roles)}
        assert {one["action"] for one in page["actions"]} <= rows & ACTIONS
        assert roles or not page["actions"]
