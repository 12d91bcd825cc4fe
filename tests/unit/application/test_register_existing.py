"""补录: facts can always be recorded, with reason and mark, and what was due is due from the day of signing."""

import dataclasses
from datetime import date
from typing import Any

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.add_obligation import add_obligation
from contract_platform.application.confirm_facts import confirm_facts
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.list_pages import list_alerts, list_backlog
from contract_platform.application.register_existing import ExistingContract, register_existing
from contract_platform.application.suggest_facts import suggest_facts
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.vocabulary import FilingState, ObligationKind, Origin, State, Tier
from tests.unit.application.district import DRAFT, District, reasons

PURCHASE = DRAFT.format(words="伍佰万元整", figures="5,000,000.00")
ENTERED = date(2026, 11, 23)


@pytest.fixture
def district(tmp_path):
    """A district whose platform went into service with the year."""
    found = District(tmp_path / "district")
    found.platform = dataclasses.replace(found.platform, went_live=date(2026, 1, 1))
    found.to(ENTERED)
    return found


def enter(district, text=PURCHASE, *, who="handler", **said):
    """Enter a contract; by default the purchase nobody reviewed."""
    told: dict[str, Any] = {
        "origin": Origin.UNREVIEWED,
        "state": State.PERFORMING,
        "sign_date": date(2026, 8, 20),
        "reason": "项目工期紧，签订前未送审",
        "secrecy_declared": True,
    } | said
    file = district.spooled(text, "采购合同（签署件）.txt")
    made = register_existing(
        district.platform, district.actor(who), ExistingContract(**told), file=file, filename=file.name
    )
    district.read()
    return made.contract.id


def confirm(district, contract_id, **facts):
    """Confirm what was read from the signed copy."""
    actor = district.actor("handler")
    suggested = suggest_facts(district.platform, actor, contract_id).facts
    revision = district.contract(contract_id).revision
    given = msgspec.structs.replace(suggested, **facts)
    return confirm_facts(district.platform, actor, contract_id, given, revision=revision)


def tasks(district):
    page = list_tasks(district.platform, district.actor("handler"), "todo", after=None, limit=50)
    return {row.subject for row in page.rows}


def test_a_purchase_nobody_reviewed_is_entered_with_its_reason_its_mark_and_what_it_owes(district):
    contract_id = enter(district)
    view = confirm(district, contract_id, procurement_method="OPEN_TENDER")
    contract = view.contract
    assert (contract.state, contract.origin, contract.sign_date) == (
        State.PERFORMING, Origin.UNREVIEWED, date(2026, 8, 20),
    )  # fmt: skip
    assert (contract.amount_fen, contract.tier) == (500_000_000, Tier.ORDINARY)
    assert contract.contract_no is not None
    done = {step.key: step.state for step in view.steps}
    assert (done["review"], done["sign"], done["perform"]) == ("skipped", "done", "current")
    filings = {one.filing.target: one for one in view.filings}
    bureau = filings["JUSTICE_BUREAU"]
    assert (bureau.filing.due_on, bureau.deadline.days_left, bureau.deadline.unit) == (
        date(2026, 8, 31), -56, "working",
    )  # fmt: skip
    assert (bureau.filing.state, bureau.filing.overdue) == (FilingState.DUE, True)
    assert filings["PUBLICATION"].filing.due_on == date(2026, 8, 24)
    [decision] = [one for one in view.decisions if one.action == "register_existing"]
    assert decision.reason == "项目工期紧，签订前未送审"


def test_the_supervision_is_alerted_in_the_commit_of_the_entry(district):
    contract_id = enter(district)
    page = list_alerts(district.platform, district.actor("supervisor"), after=None, limit=50)
    assert {(row.kind, row.level, row.contract_id) for row in page.rows} == {
        ("UNREVIEWED", "RED", contract_id), ("FILING", "RED", contract_id),
    }  # fmt: skip
    sweep_deadlines(district.platform)
    assert len(district.find("alerts", contract_id=contract_id)) == 2


def test_a_review_it_had_elsewhere_leaves_no_alert_of_an_unreviewed_contract(district):
    contract_id = enter(district, earlier_review="县司法局意见〔2026〕12号")
    kinds = {alert.kind for alert in district.find("alerts", contract_id=contract_id)}
    assert kinds == {"FILING"}


def test_an_emergency_contract_is_exempt_where_the_profile_says_so(district):
    contract_id = enter(district, origin=Origin.EMERGENCY, reason="台风抢险")
    view = confirm(district, contract_id)
    assert (view.contract.tier, view.contract.origin) == (Tier.EXEMPT, Origin.EMERGENCY)
    assert {alert.kind for alert in district.find("alerts", contract_id=contract_id)} == {"FILING"}


def test_an_alert_of_an_unreviewed_contract_goes_where_no_review_was_needed(district):
    contract_id = enter(district)
    with district.platform.unit_of_work() as uow:
        contract = uow.contracts.get(contract_id)
        uow.contracts.save(msgspec.structs.replace(contract, origin=Origin.EMERGENCY))
    confirm(district, contract_id)
    [alert] = district.find("alerts", contract_id=contract_id, kind="UNREVIEWED")
    assert alert.state == "CANCELLED"


def test_facts_wait_as_a_task_until_they_are_confirmed_and_only_once(district):
    contract_id = enter(district)
    assert "entry" in tasks(district)
    confirm(district, contract_id)
    assert "entry" not in tasks(district)
    assert "plan" in tasks(district)
    with pytest.raises(Refused) as refused:
        confirm(district, contract_id)
    assert refused.value.code == "facts_fixed_now"


def test_obligations_are_proposed_from_the_signed_copy(district):
    contract_id = enter(district)
    kinds = sorted(one.kind for one in district.find("obligations", contract_id=contract_id, state="PROPOSED"))
    assert kinds == ["PAYMENT", "PAYMENT", "TERM_END"]


@pytest.mark.parametrize("state", [State.PERFORMING, State.COMPLETED, State.TERMINATED])
def test_it_is_entered_as_it_stands_now(district, state):
    contract_id = enter(district, state=state)
    assert district.contract(contract_id).state == state


def test_what_was_overdue_before_the_platform_is_listed_once_and_shouts_at_nobody(district):
    contract_id = enter(district, sign_date=date(2025, 3, 3))
    confirm(district, contract_id, category="16", term_start=None, term_end=date(2025, 12, 31))
    new = c.NewObligation(kind=ObligationKind.PAYMENT, side="ours", content="尾款", due_on=date(2025, 10, 9))
    add_obligation(district.platform, district.actor("handler"), contract_id, new)
    sweep_deadlines(district.platform)
    assert {alert.kind for alert in district.find("alerts", contract_id=contract_id)} == {"UNREVIEWED"}
    assert "obligation" not in tasks(district)
    for name in ("handler", "supervisor"):
        page = list_backlog(district.platform, district.actor(name), after=None, limit=50)
        [row] = page.rows
        assert [(one.kind, one.due_on) for one in row.items] == [
            ("FILING", date(2025, 3, 12)), ("OBLIGATION", date(2025, 10, 9)), ("TERM_END", date(2025, 12, 31)),
        ]  # fmt: skip
    assert list_backlog(district.platform, district.actor("stranger"), after=None, limit=50).rows == ()
    district.to(date(2026, 12, 1))
    later = c.NewObligation(kind=ObligationKind.PAYMENT, side="ours", content="质保金", due_on=date(2026, 12, 2))
    add_obligation(district.platform, district.actor("handler"), contract_id, later)
    sweep_deadlines(district.platform)
    assert {alert.kind for alert in district.find("alerts", contract_id=contract_id)} == {"UNREVIEWED", "OBLIGATION"}


def test_what_is_older_than_the_platform_needs_no_filing_and_raises_no_alert(district):
    contract_id = enter(district, origin=Origin.HISTORIC, sign_date=date(2021, 3, 1), paper_no="数采2021-3")
    contract = district.contract(contract_id)
    assert (contract.contract_no, contract.paper_no) == (None, "数采2021-3")
    assert {one.state for one in district.find("filings", contract_id=contract_id)} == {FilingState.NOT_REQUIRED}
    assert district.find("alerts", contract_id=contract_id) == []


def test_an_unreviewed_contract_of_before_owes_its_filing_as_old_stock_without_an_alert(district):
    contract_id = enter(district, sign_date=date(2025, 3, 3))
    [filing] = district.find("filings", contract_id=contract_id)
    assert (filing.state, filing.overdue) == (FilingState.DUE, True)
    sweep_deadlines(district.platform)
    assert {alert.kind for alert in district.find("alerts", contract_id=contract_id)} == {"UNREVIEWED"}


@pytest.mark.parametrize(
    ("said", "error", "code"),
    [
        ({"reason": " "}, Refused, "reason_missing"),
        ({"secrecy_declared": False}, Refused, "secrecy_not_declared"),
        ({"sign_date": date(2026, 11, 24)}, Invalid, "sign_date_ahead"),
        ({"state": State.SIGNING}, Invalid, "entered_state_unknown"),
        ({"origin": Origin.PLATFORM}, Invalid, "origin_missing"),
        ({"who": "legal"}, Forbidden, "not_a_handler"),
    ],
)
def test_what_no_signed_contract_can_be_is_refused_and_leaves_nothing(district, said, error, code):
    with pytest.raises(error) as refused:
        enter(district, **said)
    told = reasons(refused) if error is Refused else [refused.value.code]
    assert code in told
    assert district.find("contracts") == []
