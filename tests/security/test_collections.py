"""Lists, searches, figures and the feed of changes hold what an oracle over plain records says, for everybody."""

import zipfile
from collections import Counter
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest

from contract_platform.application.commands import ACTIONS
from contract_platform.domain.access import ACCESS, ROWS
from contract_platform.domain.followups import Filing
from contract_platform.domain.handover import OPEN
from contract_platform.domain.lifecycle import LIFECYCLE, TERMINAL
from contract_platform.domain.relations import Relation
from contract_platform.domain.vocabulary import AlertState, Direction, FilingState, HandoverState, Origin, Role, State
from contract_platform.domain.work_vocabulary import TaskStage
from tests.security.bodies import FORBIDDEN, who_decides_on_files
from tests.security.operations import operations
from tests.security.oracle import acting, sees
from tests.security.staff import ALPHA, BETA, MEMBERS, OUTSIDERS, ROLES, Member, Place, below, key, member
from tests.security.stages import MARK, mark
from tests.security.world import World

ELSEWHERE = {
    "session.read": "oneself",
    "account.read": "oneself",
    "session.ways": "nothing of anybody",
    "health.read": "nothing of anybody",
    "reference.read": "the vocabulary, the same for everybody",
    "dispute.export": "the same query as dispute.list",
    "calendar.read": "the calendar, the same for everybody",
    "rule.list": "rules and numbers, the same for everybody; contracts are told by rule.contracts",
    "policy.read": "the profile, the same for everybody",
    "policy.compare": "the profile, the same for everybody",
    "policy_draft.list": "drafts of the profile, the same for all who may ask",
    "contract.import_template": "an empty workbook",
    "form.list": "templates of the forms, the same for administrators",
    "unsent.list": "oneself; tests/web/test_unsent.py",
    "event.stream": "test_streams.py; the same filter as event.poll",
    "delegation.choices": "colleagues whose posts may be lent; tests of lending",
    "delegation.list": "test_delegations_are_those_that_concern_the_person",
    "unit.list": "units, the same for administrators",
    "person.accounts": "accounts, the same for administrators",
    "change.list": "changes, the same for administrators",
    "change.template": "an empty workbook",
    "audit.list": "the whole trace; the matrix looks for contents of contracts in it",
}
"""Lists that are not filtered by what a person sees of contracts, and why, or where else they are held."""
HERE = {
    "contract.list", "contract.export", "task.list", "task.matters", "task.counts", "task.export", "supervision.list",
    "supervision.export", "alert.list", "overview.read", "event.poll", "person.list", "handover.list",
    "quarantine.list", "dispute.list", "backlog.list",
}  # fmt: skip
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
        "team": {task.id for task in tasks if task.closed_at is None and heads(who, task)},
        "done": {task.id for task in tasks if task.closed_by == who.id and task.stage is TaskStage.DONE},
    }
    assert {tab: {row["id"] for row in listed(world, who, "/tasks", tab=tab)} for tab in expected} == expected


def heads(who: Member, task: Any) -> bool:
    """Whether somebody heads those a task is for: the unit's head, the bureau's lead, the office among itself."""
    if task.unit_id is not None:
        return any(role is Role.HANDLER_LEAD and task.unit_id in below(unit) for role, unit in who.posts)
    inside = {Role.HANDLER, Role.HANDLER_LEAD, Role.UNIT_LEGAL, Role.SIGNATORY, Role.SEAL_KEEPER}
    head = Role.GOV_OFFICE if task.role is Role.GOV_OFFICE else Role.BUREAU_LEAD
    return task.role not in inside and head in who.roles()


@FOR_EVERYBODY
def test_contracts_one_keeps_an_eye_on_are_in_sight(world: World, who: Member):
    seen = {contract.id for contract in visible(world, who)} if may(who, "task.matters") else set()
    sent = {one.contract_id for one in world.records("decisions") if who.id in {one.person_id, one.acted_for}}
    expected = {
        "started": sent & seen,
        "copied": {one.contract_id for one in world.records("copies") if one.to_id == who.id} & seen,
        "followed": {one.contract_id for one in world.records("follows") if one.person_id == who.id} & seen,
    }
    found = {tab: {row["contract_id"] for row in listed(world, who, "/tasks/matters", tab=tab)} for tab in expected}
    assert found == expected
    counts = get(world, who, "/tasks/counts") or dict.fromkeys(expected, 0)
    assert {tab: counts[tab] for tab in expected} == {tab: len(rows) for tab, rows in expected.items()}


@FOR_EVERYBODY
def test_supervision_notices_are_those_of_visible_contracts(world: World, who: Member):
    seen = {contract.id for contract in visible(world, who)} if may(who, "supervision.list") else set()
    notices = {one.id for one in world.records("supervisions") if one.contract_id in seen}
    assert {row["id"] for row in listed(world, who, "/supervisions")} == notices


@FOR_EVERYBODY
def test_alerts_are_those_of_visible_contracts(world: World, who: Member):
    seen = {contract.id: contract for contract in visible(world, who)} if may(who, "alert.list") else {}
    alerts = [alert for alert in world.records("alerts") if alert.contract_id in seen]
    assert {row["id"] for row in listed(world, who, "/alerts")} == {alert.id for alert in alerts}
    inside = {alert.id for alert in alerts if seen[alert.contract_id].handling_unit_id == ALPHA}
    assert {row["id"] for row in listed(world, who, "/alerts", units=ALPHA)} == inside


@FOR_EVERYBODY
def test_disputes_are_those_over_visible_contracts(world: World, who: Member):
    seen = {contract.id: contract for contract in visible(world, who)} if may(who, "dispute.list") else {}
    disputes = [one for one in world.records("disputes") if one.contract_id in seen]
    assert {row["id"] for row in listed(world, who, "/disputes")} == {one.id for one in disputes}
    inside = {one.id for one in disputes if seen[one.contract_id].handling_unit_id == ALPHA}
    assert {row["id"] for row in listed(world, who, "/disputes", units=ALPHA)} == inside


@pytest.mark.parametrize("who", [member(role, Place.NAMED) for role in ROLES], ids=lambda who: who.id)
def test_old_stock_is_that_of_visible_contracts(world: World, who: Member):
    signed = [contract for contract in world.records("contracts") if contract.sign_date is not None]
    with world.held.taken_back():
        with world.platform.unit_of_work() as uow:
            for contract in signed:
                uow.contracts.save(msgspec.structs.replace(contract, origin=Origin.HISTORIC))
                uow.filings.add(unfiled(contract.id))
        answer = world.ask(who, "GET", "/api/v1/backlog?limit=200")
    seen = {contract.id for contract in signed if sees(world, who, contract)}
    assert answer.status == (200 if may(who, "backlog.list") else 403)
    assert {row["contract_id"] for row in answer.json().get("rows", ())} == (seen if answer.status == 200 else set())


def unfiled(contract_id: str) -> Filing:
    """A filing that was due long before the platform."""
    due = date(2020, 1, 2)
    return Filing(
        id=f"old-{contract_id}",
        contract_id=contract_id,
        target="ARCHIVES",
        kind="RECEIVED",
        state=FilingState.DUE,
        due_on=due,
    )


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


def test_every_list_is_accounted_for():
    lists = {one.name for one in operations().values() if one.method == "GET" and not one.parameters}
    unknown = sorted(lists - set(ELSEWHERE) - HERE)
    assert not unknown, f"{unknown}: hold these lists against an oracle in tests/security/test_collections.py"
    assert not (set(ELSEWHERE) | HERE) - lists


@FOR_EVERYBODY
def test_handovers_are_those_of_visible_contracts_and_of_the_person(world: World, who: Member):
    seen = {contract.id for contract in visible(world, who)} if may(who, "handover.list") else set()
    moved = [one for one in world.records("handovers") if one.contract_id in seen]
    headed = {inside for role, unit in who.posts if role is Role.HANDLER_LEAD for inside in below(unit)}
    expected = {
        "pool": {one.id for one in moved if one.state in OPEN and one.unit_id in headed},
        "mine": {one.id for one in moved if one.state is HandoverState.ASSIGNED and one.to_id == who.id},
        "given": {one.id for one in moved if one.from_id == who.id},
        "ended": {
            one.id
            for one in moved
            if one.state not in OPEN and (one.unit_id in headed or who.id in {one.to_id, one.from_id})
        },
    }
    assert {tab: {row["id"] for row in listed(world, who, "/handovers", tab=tab)} for tab in expected} == expected


@FOR_EVERYBODY
def test_delegations_are_those_that_concern_the_person(world: World, who: Member):
    page = get(world, who, "/delegations")
    if not may(who, "delegation.list"):
        assert page is None
        return
    heads = {Role.HANDLER_LEAD, Role.BUREAU_LEAD}
    headed = {inside for role, unit in who.posts if role in heads and not who.lent_by for inside in below(unit)}
    units = {post.id: post.unit_id for post in world.records("posts")}
    expected = {
        one.id
        for one in world.records("delegations")
        if who.id in {one.from_id, one.to_id, one.created_by} or headed & {units[post] for post in one.post_ids}
    }
    assert {row["id"] for row in page} == expected


@FOR_EVERYBODY
def test_files_set_apart_are_shown_to_those_who_decide_on_them(world: World, who: Member):
    page = get(world, who, "/quarantines")
    decides = may(who, "quarantine.list") and who_decides_on_files(world, who) is None
    assert {row["id"] for row in page or []} == ({"set-apart"} if decides else set())


@pytest.mark.parametrize("who", [member(role, Place.NAMED) for role in ROLES], ids=lambda who: who.id)
@pytest.mark.parametrize(
    ("path", "operation", "lines"),
    [("/tasks/export?tab=followed", "task.export", "follows"), ("/supervisions/export", "supervision.export", "")],
)
def test_an_exported_list_holds_what_the_person_sees(world: World, who: Member, path: str, operation: str, lines: str):
    with world.held.taken_back():
        answer = world.ask(who, "GET", f"/api/v1{path}")
    if not may(who, operation):
        assert answer.status == FORBIDDEN
        return
    told = workbook_marks(answer.body)
    own = {one.contract_id for one in world.records(lines) if one.person_id == who.id} if lines else set(world.by_id)
    assert told == {world.by_id[contract.id].number for contract in visible(world, who) if contract.id in own}


def workbook_marks(body: bytes) -> set[int]:
    """The contracts a workbook speaks of."""
    with zipfile.ZipFile(BytesIO(body)) as workbook:
        text = "".join(workbook.read(name).decode() for name in workbook.namelist() if name.endswith(".xml"))
    return {int(number) for number in MARK.findall(text)}


@pytest.mark.parametrize("who", [member(role, Place.NAMED) for role in ROLES], ids=lambda who: who.id)
def test_an_exported_ledger_holds_what_the_person_sees(world: World, who: Member):
    with world.held.taken_back():
        answer = world.ask(who, "GET", "/api/v1/contracts/export")
    if not may(who, "contract.export"):
        assert answer.status == FORBIDDEN
        return
    told = workbook_marks(answer.body)
    assert told == {world.by_id[contract.id].number for contract in visible(world, who)}
