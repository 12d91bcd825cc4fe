"""A major purchase from its award to its filings, to the day and to the fen."""

from datetime import date

import pytest

from contract_platform.application import commands as c
from contract_platform.application.read_version import analysis_of
from contract_platform.domain.errors import Refused
from contract_platform.domain.vocabulary import Conclusion, FilingState, State, Tier
from tests.unit.application.district import MAJOR, sealing
from tests.unit.application.test_followups import file, filing_of
from tests.unit.application.test_main_line import reasons

BOND = "第五条 履约保证金\n乙方应当在合同签订前以银行保函形式提交履约保证金，金额为人民币{figures}元。\n"


def purchase(district, bond="1,200,000.00"):
    """12,000,000.00 by open tender, awarded on 2026-09-01, accepted for review on 09-02."""
    district.to(date(2026, 9, 1))
    text = MAJOR + BOND.format(figures=bond)
    facts = {"procurement_method": "OPEN_TENDER", "award_notice_date": date(2026, 9, 1), "category": "04"}
    contract_id = district.register(text, **facts)
    district.complete(contract_id)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    district.to(date(2026, 9, 2))
    district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    return contract_id


def deadlines(district, contract_id):
    return {one.name: one for one in district.view("handler", contract_id).deadlines}


def signed(district):
    """Approved on 09-15, decided on 09-17, sealed on 09-21, signed by the last party on 09-22."""
    contract_id = purchase(district)
    district.to(date(2026, 9, 14))
    district.act("reviewer", contract_id, c.Propose(conclusion=Conclusion.APPROVE, body="同意"))
    district.to(date(2026, 9, 15))
    district.act("bureau_lead", contract_id, c.SignOff())
    district.to(date(2026, 9, 17))
    district.deliberate(contract_id)
    district.to(date(2026, 9, 21))
    district.act("handler", contract_id, sealing(district.clock.today()))
    district.to(date(2026, 9, 22))
    district.signed_copy(contract_id, MAJOR)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    return contract_id


def test_it_is_major_due_for_review_in_ten_working_days_and_to_be_signed_within_thirty(district):
    contract_id = purchase(district)
    contract = district.contract(contract_id)
    assert (contract.tier, contract.review_due) == (Tier.MAJOR, date(2026, 9, 16))
    limit = deadlines(district, contract_id)["SIGN_AFTER_AWARD"]
    assert (limit.due_on, limit.unit) == (date(2026, 10, 8), "natural")


@pytest.mark.parametrize(("bond", "high"), [("1,200,000.01", True), ("1,200,000.00", False)])
def test_a_performance_bond_of_one_fen_above_a_tenth_is_a_high_risk(district, bond, high):
    contract = district.contract(purchase(district, bond))
    with district.platform.reading() as uow:
        read = analysis_of(uow, uow.versions.get(contract.draft_version_id))
    assert read is not None
    assert ("performance_bond_over_10" in {one.rule for one in read.findings if one.severity == "HIGH"}) is high


def test_what_follows_a_signature_on_the_22nd_of_september(district):
    contract_id = signed(district)
    due = {one.target: one.due_on for one in district.find("filings", contract_id=contract_id)}
    assert due == {
        "PUBLICATION": date(2026, 9, 24),
        "BID_BOND": date(2026, 9, 30),
        "FINANCE": date(2026, 10, 9),
        "JUSTICE_BUREAU": date(2026, 10, 9),
    }


def test_a_publication_of_the_28th_is_accepted_one_working_day_late(district):
    contract_id = signed(district)
    district.to(date(2026, 9, 28))
    proof = district.proof("handler", contract_id, "公告截图")
    entry = {"number": "公告2026-88", "done_on": date(2026, 9, 28), "evidence_version_id": proof}
    view = file(district, "handler", filing_of(district, contract_id, "PUBLICATION"), action="register", **entry)
    assert (view.filing.state, view.filing.overdue) == (FilingState.REPORTED, True)
    assert (view.deadline.days_left, view.deadline.unit) == (-1, "working")


def test_the_finance_departments_number_with_a_proof_is_enough_and_nobody_accepts_it(district):
    contract_id = signed(district)
    district.to(date(2026, 9, 29))
    finance = filing_of(district, contract_id, "FINANCE")
    with pytest.raises(Refused) as refused:
        file(district, "handler", finance, action="register", number="采备2026-7", done_on=date(2026, 9, 29))
    assert reasons(refused) == ["filing_entry_incomplete"]
    proof = district.proof("handler", contract_id, "财政备案回执")
    entry = {"number": "采备2026-7", "done_on": date(2026, 9, 29), "evidence_version_id": proof}
    view = file(district, "handler", finance, action="register", **entry)
    assert (view.filing.state, view.filing.overdue, view.actions) == (FilingState.REPORTED, False, ())
    assert view.filing.evidence_version_id == proof


def test_there_may_have_been_no_bid_bond_and_the_officer_says_so_with_a_reason(district):
    contract_id = signed(district)
    bond = filing_of(district, contract_id, "BID_BOND")
    with pytest.raises(Refused) as refused:
        file(district, "handler", bond, action="spare")
    assert reasons(refused) == ["reason_missing"]
    view = file(district, "handler", bond, action="spare", note="本项目未收取投标保证金")
    assert view.filing.state == FilingState.NOT_REQUIRED
    assert district.contract(contract_id).state == State.PERFORMING
