"""The loaded contracts: every stage, living deadlines, a true trace, and work for everybody."""

from collections import Counter
from datetime import timedelta

from contract_platform.application.actors import actor_of
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.list_pages import list_alerts, list_contracts, overview
from contract_platform.application.queries import LedgerFilter
from contract_platform.application.read_contract import read_contract
from contract_platform.domain import alert as alert_table
from contract_platform.domain.alert import ALERT
from contract_platform.domain.credentials import ADMINISTRATORS
from contract_platform.domain.deadlines import overdue_days
from contract_platform.domain.vocabulary import (
    AlertKind,
    AlertState,
    AnalysisState,
    Direction,
    DocumentKind,
    FilingState,
    ObligationKind,
    ObligationState,
    Origin,
    Role,
    State,
    Tier,
)
from tests.unit.demo.conftest import NOW

STATES = Counter(
    {
        State.DRAFTING: 4,
        State.UNIT_COSIGNING: 1,
        State.UNIT_REVIEW: 3,
        State.SUBMITTED: 1,
        State.SUPPLEMENTING: 1,
        State.UNDER_REVIEW: 1,
        State.SIGNING_OFF: 1,
        State.AMENDING: 1,
        State.CONFIRMING: 1,
        State.ESCALATED: 1,
        State.AWAITING_DECISION: 1,
        State.READY_TO_SIGN: 1,
        State.SIGNING: 1,
        State.PERFORMING: 7,
        State.COMPLETED: 1,
        State.ARCHIVED: 1,
    }
)
MOST_ALERTS = 14
OPEN_ALERTS = tuple(state for state in AlertState if state not in alert_table.ENDED)


def of(demo, table):
    with demo.platform.reading() as uow:
        return getattr(uow, table).find()


def in_state(demo, state):
    return next(one for one in of(demo, "contracts") if one.state == state)


def actor(demo, username):
    with demo.platform.reading() as uow:
        return actor_of(uow, uow.people.find(username=username)[0], demo.platform.clock.today())


def test_there_is_a_contract_in_every_stage(demo):
    assert Counter(one.state for one in of(demo, "contracts")) == STATES


def test_ordinary_and_major_expenses_and_revenue(demo):
    contracts = of(demo, "contracts")
    assert {Tier.ORDINARY, Tier.MAJOR} <= {one.tier for one in contracts}
    assert {one.direction for one in contracts} == set(Direction)
    assert any(one.tier == Tier.MAJOR and one.sign_date for one in contracts)


ON_CALL = {Role.OBSERVER, Role.COUNSEL, Role.EXPERT, Role.SIGNATORY}
"""Who only looks on, who waits to be invited, and who signs once others have compared the copy."""


def test_everybody_but_the_administrators_has_something_to_do(demo):
    people = [person.username for person in of(demo, "people")]
    working = [name for name in people if not actor(demo, name).roles() & (ADMINISTRATORS | ON_CALL)]
    assert len(people) - len(working) == len(ADMINISTRATORS | ON_CALL)
    idle = [name for name in working if not occupied(demo, name)]
    assert idle == []


def occupied(demo, username):
    """A task, an alert to act on, or a contract whose main act is the person's."""
    who = actor(demo, username)
    if list_tasks(demo.platform, who, "todo", after=None, limit=10).rows:
        return True
    alerts = list_alerts(demo.platform, who, states=OPEN_ALERTS, after=None, limit=50).rows
    roles = who.roles()
    if any(set(row.roles) & roles for alert in alerts for row in ALERT.rows(alert.state)[:1]):
        return True
    rows = list_contracts(demo.platform, who, LedgerFilter(), after=None, limit=50).rows
    return any(
        action.enabled and action.primary
        for row in rows
        for action in read_contract(demo.platform, who, row.id).actions
    )


UNDISPUTED = {AlertKind.DISPUTE, AlertKind.LIMITATION}
"""Kinds of alerts that need a dispute, of which the demo has none."""


def test_alerts_are_few(demo):
    still_open = [alert for alert in of(demo, "alerts") if alert.state in OPEN_ALERTS]
    assert 4 <= len(still_open) <= MOST_ALERTS
    assert max(Counter(alert.contract_id for alert in still_open).values()) <= 2
    assert {alert.kind for alert in still_open} == set(AlertKind) - UNDISPUTED
    assert {alert.state for alert in still_open} == {AlertState.RAISED, AlertState.ACKNOWLEDGED, AlertState.DISPOSED}


def test_filings_in_time_late_and_missing(demo):
    entered_late = {one.id for one in of(demo, "contracts") if one.origin != Origin.PLATFORM}
    filings = [one for one in of(demo, "filings") if one.contract_id not in entered_late]
    in_time = {one.contract_id for one in filings if one.target == "PUBLICATION" and one.state == FilingState.REPORTED}
    assert in_time
    assert all(not one.overdue for one in filings if one.contract_id in in_time)
    [late] = [one for one in filings if one.state == FilingState.FILED and one.overdue]
    assert overdue_days(demo.platform.calendar, late.due_on, late.done_on, "working") == 3
    [missing] = [one for one in filings if one.state == FilingState.DUE]
    assert missing.overdue
    assert missing.due_on < demo.platform.clock.today()
    assert [one.state for one in filings].count(FilingState.FILING_SUBMITTED) == 1


def test_a_revenue_lease_ends_within_thirty_days_and_its_last_rent_was_late(demo):
    [lease] = [one for one in of(demo, "contracts") if one.direction == Direction.RECEIVABLE]
    today = demo.platform.clock.today()
    assert today < lease.term_end <= today + timedelta(days=30)
    rents = [one for one in of(demo, "obligations") if one.contract_id == lease.id and one.content.endswith("租金")]
    assert [(one.state, one.overdue) for one in rents] == [(ObligationState.ACCEPTED, late) for late in (0, 0, 1)]


def test_no_payment_falls_due_on_a_rest_day(demo):
    dated = [one for one in of(demo, "obligations") if one.due_on and one.state != ObligationState.PROPOSED]
    ends = [one for one in dated if one.kind == ObligationKind.TERM_END]
    payments = [one for one in dated if one not in ends]
    assert all(demo.platform.calendar.is_working(one.due_on) for one in payments)
    assert any(not demo.platform.calendar.is_working(one.due_on) for one in ends), "a term ends on the day agreed"


def test_tasks_say_the_state_they_belong_to_and_a_clock_that_runs(demo):
    states = {one.id: one.state for one in of(demo, "contracts")}
    still_open = [one for one in of(demo, "tasks") if one.closed_at is None]
    assert all(one.state == states[one.contract_id] for one in still_open)
    [supplement] = [one for one in still_open if one.state == State.SUPPLEMENTING]
    assert supplement.due_on >= demo.platform.clock.today()


def test_the_trace_is_in_order_and_nothing_lies_in_the_future(demo):
    events = of(demo, "events")
    times = [event.event_time for event in events]
    assert times == sorted(times)
    assert times[-1] <= NOW
    assert {event.actor for event in events} == {"system", *(person.id for person in of(demo, "people"))} - idle(demo)


def idle(demo):
    """Who has not acted yet: the first case waits at the government's office; administrators have no part in any."""
    resting = {"zhengfuban", "xitong", "anquan", "shenji", "caizheng", "guwen", "zhuanjia"}
    return {person.id for person in of(demo, "people") if person.username in resting}


def test_nobody_decided_in_two_roles_on_a_contract(demo):
    roles: dict[tuple[str, str], set[Role]] = {}
    for made in of(demo, "decisions"):
        roles.setdefault((made.contract_id, made.person_id), set()).add(made.role)
    assert max(map(len, roles.values())) == 1


def test_human_numbers_follow_the_order_of_time(demo):
    through = [one for one in of(demo, "contracts") if one.origin == Origin.PLATFORM]
    signed = sorted((one for one in through if one.sign_date), key=lambda one: one.sign_date)
    numbers = [one.contract_no for one in signed if one.contract_no.find("2026") > 0]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(numbers)


def test_the_review_has_remarks_an_answer_and_verdicts(demo):
    contract = in_state(demo, State.UNDER_REVIEW)
    remarks = [one for one in of(demo, "remarks") if one.contract_id == contract.id]
    assert len(remarks) >= 2
    assert any(one.replies for one in remarks)
    verdicts = {one.verdict for one in of(demo, "verdicts") if one.contract_id == contract.id}
    assert verdicts == {"adopted", "rejected"}


def test_the_opinion_to_be_followed_has_several_items(demo):
    contract = in_state(demo, State.AMENDING)
    [opinion] = [one for one in of(demo, "opinions") if one.contract_id == contract.id]
    assert [item.no for item in opinion.items] == [1, 2, 3, 4]
    assert all(item.problem and item.suggestion and item.basis for item in opinion.items)


def test_a_signed_copy_waits_for_its_second_pair_of_eyes(demo):
    contract = in_state(demo, State.SIGNING)
    handler = actor(demo, "chengban3")
    detail = read_contract(demo.platform, handler, contract.id)
    assert detail.can_confirm_signing
    assert detail.signing is not None
    assert len(detail.signing.confirmed_by) == 1


def test_every_kind_of_document_is_there(demo):
    assert {one.kind for one in of(demo, "documents")} == set(DocumentKind)


def test_every_draft_was_read_but_the_scan(demo):
    contracts = of(demo, "contracts")
    versions = {one.id: one for one in of(demo, "versions")}
    drafts = [versions[one.text_version_id] for one in contracts]
    unread = [one for one in drafts if one.analysis_state != AnalysisState.DONE]
    assert [(one.analysis_state, one.unreadable) for one in unread] == [(AnalysisState.RUNNING, None)]
    assert of(demo, "recognised")


def test_no_background_work_is_left_but_the_scan_and_the_printing(demo):
    later = NOW + timedelta(days=1)
    left = [
        job
        for lane in ("quick", "slow")
        for job in demo.platform.ledger.lease(lane=lane, limit=999, seconds=1, now=later)
    ]
    assert {job.name for job in left if job.lane == "quick"} == {"print_paper"}
    assert [job.name for job in left if job.lane == "slow"] == ["analyse_version"]


def test_the_figures_of_the_year_are_not_empty(demo):
    figures = overview(demo.platform, actor(demo, "jianguan"), NOW.year)
    assert figures.payable_fen > 0
    assert figures.receivable_fen > 0
    found = {one.key: one for one in figures.metrics}
    assert (found["coverage"].counted, found["coverage"].due) == (7, 8)
    assert [one.key for one in figures.metrics if one.value is None] == []
    filed = found["filed_on_time"]
    assert (filed.counted, filed.due) == (figures.filed_on_time, figures.filing_due)
    assert 0 < filed.counted < filed.due
    assert figures.filing_overdue == 1
