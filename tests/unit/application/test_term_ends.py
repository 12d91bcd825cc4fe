"""The end of a lease: warned of three times, closed only by what became of it, red on the first day after it."""

from datetime import date

import pytest

from contract_platform.application import performance_commands as pc
from contract_platform.application.act_on_alert import act_on_alert
from contract_platform.application.act_on_dispute import act_on_dispute
from contract_platform.application.commands import AlertCommand
from contract_platform.application.end_views import read_ends
from contract_platform.application.open_dispute import open_dispute
from contract_platform.application.record_term_end import record_term_end
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain.errors import Forbidden, Refused
from contract_platform.domain.performance_vocabulary import DisputeStageKind, TermEndWay
from contract_platform.domain.vocabulary import AlertKind, ContractRelation, MoneyEffect, State
from tests.unit.application.leases import RENT, lease, oblige, rents
from tests.unit.application.performing import complete, derive, passed, performing, proof, sign
from tests.unit.application.test_disputes import CLAIM
from tests.unit.application.test_main_line import reasons

W = TermEndWay


def alert_of(district, contract_id):
    found = district.find("alerts", contract_id=contract_id, kind=AlertKind.TERM_END)
    return found[0] if found else None


def answer(district, contract_id, name, action, note="已联系承租人"):
    alert = alert_of(district, contract_id)
    command = AlertCommand(action=action, note=note)
    return act_on_alert(district.platform, district.actor(name), alert.id, command, revision=alert.revision)


def end(district, contract_id, way, name="handler", **given):
    new = pc.NewTermEnd(way=way, note="已办理", **given)
    return record_term_end(district.platform, district.actor(name), contract_id, new)


def swept(district, day):
    district.to(day)
    sweep_deadlines(district.platform)


def test_the_end_is_warned_of_on_three_days_and_red_on_the_first_day_after_it(district):
    contract_id = lease(district)
    seen = []
    for day in (date(2026, 9, 29), date(2026, 9, 30), date(2026, 10, 29), date(2026, 10, 30), date(2026, 11, 30),
                date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)):  # fmt: skip
        swept(district, day)
        alert = alert_of(district, contract_id)
        seen.append((alert.level, alert.title) if alert else None)
    blue, yellow, orange = (("BLUE", "合同到期"), ("YELLOW", "合同到期"), ("ORANGE", "合同到期"))
    assert seen == [None, blue, blue, yellow, yellow, orange, orange, ("RED", "到期未处置")]


def test_the_alert_is_not_closed_without_what_became_of_the_lease(district):
    contract_id = lease(district)
    swept(district, date(2026, 9, 30))
    answer(district, contract_id, "handler", "acknowledge")
    with pytest.raises(Refused) as refused:
        answer(district, contract_id, "handler", "dispose")
    assert reasons(refused) == ["term_end_not_disposed"]
    end(district, contract_id, W.RECOVERED, evidence_version_id=proof(district, contract_id, text="交接清单"))
    alert = alert_of(district, contract_id)
    assert (alert.state, alert.disposal) == ("DISPOSED", "收回：已办理")
    answer(district, contract_id, "supervisor", "close")
    swept(district, date(2027, 1, 1))
    assert (alert_of(district, contract_id).state, alert_of(district, contract_id).level) == ("CLOSED", "BLUE")


def test_the_lease_is_not_completed_without_it_either(district):
    contract_id = lease(district)
    district.to(date(2026, 12, 30))
    for rent in rents(district, contract_id):
        evidence = proof(district, contract_id, text="缴款凭证")
        paid = {"action": "report", "done_on": rent.due_on, "evidence_version_id": evidence}
        if rent.due_on <= date(2026, 12, 30):
            oblige(district, rent, **paid)
            oblige(district, rent, "lead", action="accept")
    with pytest.raises(Refused) as refused:
        complete(district, contract_id)
    assert "term_end_not_disposed" in reasons(refused)
    end(district, contract_id, W.RECOVERED, evidence_version_id=proof(district, contract_id, text="交接清单"))
    assert complete(district, contract_id).contract.state == State.COMPLETED


@pytest.mark.parametrize(
    ("way", "lacking"),
    [
        (W.RENEWED, "renewal_not_signed"),
        (W.RECOVERED, "handover_slip_missing"),
        (W.RELET, "reletting_unproven"),
        (W.SUED, "suit_missing"),
    ],
)
def test_each_way_has_its_proof(district, way, lacking):
    contract_id = lease(district)
    with pytest.raises(Refused) as refused:
        end(district, contract_id, way)
    assert reasons(refused) == ["term_end_unproven", lacking]


def test_a_renewal_counts_once_it_is_signed(district):
    contract_id = lease(district)
    district.to(date(2026, 11, 2))
    facts = {"amount_fen": 12 * RENT, "term_start": date(2027, 1, 1), "term_end": date(2029, 12, 31)}
    renewal = derive(district, contract_id, ContractRelation.RENEWAL, money=MoneyEffect.NONE, **facts)
    with pytest.raises(Refused):
        end(district, contract_id, W.RENEWED, renewal_id=renewal)
    sign(district, passed(district, renewal))
    view = end(district, contract_id, W.RENEWED, renewal_id=renewal)
    assert (view.disposed, [one.id for one in view.renewals]) == (True, [renewal])
    swept(district, date(2027, 1, 1))
    assert alert_of(district, contract_id) is None  # nothing is raised once somebody has seen to it


def test_a_suit_counts_once_it_is_before_a_court(district):
    contract_id = lease(district)
    district.to(date(2026, 11, 2))
    legal = district.actor("legal")
    dispute = open_dispute(district.platform, legal, contract_id, CLAIM).dispute
    with pytest.raises(Refused):
        end(district, contract_id, W.SUED, dispute_id=dispute.id)
    stage = pc.DisputeCommand(action="add_stage", kind=DisputeStageKind.FIRST_INSTANCE, forum="望澜区人民法院")
    act_on_dispute(district.platform, legal, dispute.id, stage, revision=dispute.revision)
    assert end(district, contract_id, W.SUED, dispute_id=dispute.id).disposed


def test_a_supplement_that_moves_the_end_asks_for_it_anew(district):
    contract_id = lease(district)
    district.to(date(2026, 9, 30))
    end(district, contract_id, W.RECOVERED, evidence_version_id=proof(district, contract_id, text="交接清单"))
    longer = derive(
        district, contract_id, money=MoneyEffect.NONE, amount_reason="只延长期限", term_end=date(2027, 6, 30)
    )
    sign(district, passed(district, longer))
    view = read_ends(district.platform, district.actor("handler"), contract_id)
    assert (view.term_end, view.disposed) == (date(2027, 6, 30), False)
    swept(district, date(2027, 1, 1))
    assert alert_of(district, contract_id) is None
    swept(district, date(2027, 7, 1))
    assert alert_of(district, contract_id).title == "到期未处置"


def test_only_leases_in_performance_have_a_term_to_end_and_only_the_unit_records_it(district):
    contract_id = performing(district)
    with pytest.raises(Refused, match="no_term_to_end"):
        end(district, contract_id, W.RECOVERED)
    leased = lease(district)
    with pytest.raises(Forbidden):
        end(district, leased, W.RECOVERED, "supervisor")
    ours = read_ends(district.platform, district.actor("handler"), leased)
    theirs = read_ends(district.platform, district.actor("supervisor"), leased)
    assert (ours.may_record, theirs.may_record) == (True, False)


def test_other_contracts_are_answered_as_before(district):
    contract_id = performing(district)  # a service until 2026-12-31
    swept(district, date(2027, 1, 1))
    assert (alert_of(district, contract_id).level, alert_of(district, contract_id).title) == ("RED", "合同到期")
    answer(district, contract_id, "handler", "acknowledge")
    answer(district, contract_id, "handler", "dispose")
    answer(district, contract_id, "supervisor", "close")
    assert alert_of(district, contract_id).state == "CLOSED"
