"""What holds for every rule of the catalogue."""

from datetime import date

import msgspec
import pytest

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Context, Revision, Severity, Verdict
from contract_platform.analysis.reasons import REASONS
from contract_platform.analysis.rules import RULES, in_force
from tests.unit.analysis.sample import SERVICE, TODAY, analysed, document

ENOUGH = 3
EVERY_RULE = 109
CLASSES = {
    *{"GOODS", "SERVICE", "IT", "WORKS", "EXPRO", "ASSET_LEASE", "ASSET_TRANSFER"},
    *{"INVEST", "PPP", "LOAN", "ENTRUST", "FRAME"},
}


IDS = """
    acceptance_period_missing acceptance_standard_missing admin_agreement_arbitration ambiguous_day_unit
    amount_words_figures_mismatch annex_missing arb_institution_ambiguous arb_institution_missing
    arb_or_litigation assignment_without_consent audit_as_settlement_basis authority_missing
    auto_renewal award_sign_over_30_days back_to_back_payment cash_only_bond concession_term_over_40
    confidentiality_blocks_disclosure consortium_not_all_sign contractor_advance_funding
    copies_inconsistent counterparty_easy_exit court_unspecified crossref_missing data_security_missing
    deemed_approval deposit_and_penalty_both deposit_over_20 deposit_wording_confusion
    deviates_from_award devzone_land_grantor dispute_option_unselected domestic_product_terms_missing
    duration_mismatch effectiveness_seal_ambiguous end_before_start exclusivity_grant exculpation_void
    expropriation_missing_items final_interpretation fixed_return_promise force_majeure_overbroad
    forced_noncash_payment foreign_court_or_law framework_binding_unclear gov_borrowing
    gov_change_excuse gov_guarantor hardship_waiver hidden_debt_commitment high_prepayment
    illegal_extra_bond illegal_subcontract improper_gov_party inconsistent_retention
    internal_process_condition ip_ownership_missing jurisdiction_exclusive jurisdiction_no_connection
    land_grant_term_over_max land_price_refund late_interest_waived lease_term_over_20
    limitation_period_altered line_items_total_mismatch local_registration_tie
    migrant_wage_terms_missing mortgage_public_assets must_have_clause_missing
    not_applicable_clause_left numbering_gap over_budget party_name_inconsistent payee_account_mismatch
    payment_after_term payment_deadline_missing payment_percent_sum penalty_adjust_waiver
    penalty_rate_excessive performance_bond_over_10 performed_before_signing permit_outcome_promise
    pi_cross_border_or_subentrust pi_entrust_terms_missing prerogative_waiver progress_payment_below_80
    relocate_before_compensation remedy_waiver repealed_law_cited retention_over_3
    retention_with_performance_bond service_term_over_limit sign_date_mismatch sme_payment_over_60_days
    state_secret_terms_missing supplement_over_10 tax_burden_shift tax_price_inconsistent
    tax_refund_promise template_alternative_unresolved template_residue undefined_term unfilled_blanks
    unlimited_liability_gov unresolved_revisions unsigned_scan_mismatch uscc_invalid warranty_below_statutory
    wrong_party_reference
"""


def test_the_catalogue_is_whole_and_ids_are_unique():
    assert sorted(rule.id for rule in RULES) == IDS.split()
    assert len(RULES) == EVERY_RULE


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_complete(rule):
    assert isinstance(rule.severity, Severity)
    assert rule.title
    assert rule.message
    assert rule.suggestion
    assert set(rule.categories) <= CLASSES
    assert len(set(rule.positive_sentences)) >= ENOUGH
    assert len(set(rule.negative_sentences)) >= ENOUGH


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_rests_on_dated_law_whose_rows_say_how_they_were_verified(rule):
    assert rule.basis
    for basis in rule.basis:
        assert basis.law
        assert basis.article
        assert basis.provenance in {"V", "VP", "M"}
        assert basis.effective_to is None or (
            basis.effective_from is not None and basis.effective_from < basis.effective_to
        )
    assert in_force(rule.basis, date(2026, 11, 23)), "no law in force today"


def test_every_rule_answers_about_every_contract():
    for result in (analysed(SERVICE), analysed("无")):
        assert list(result.coverage) == [rule.id for rule in RULES]
        found = {finding.rule for finding in result.findings}
        assert {rule for rule, entry in result.coverage.items() if entry.verdict is Verdict.FOUND} == found
        for entry in result.coverage.values():
            assert (entry.reason in REASONS) == (entry.verdict not in {Verdict.FOUND, Verdict.CLEAR})


def test_the_law_is_that_of_the_signing_date():
    text = "采购合同\n甲方：云溪县水务局\n乙方：云溪县恒章有限公司\n{}第一条 付款\n结算价以审计机关的审计结果为准。\n"
    now = analysed(text.format(""))
    then = analysed(text.format("签订日期：2022年5月1日\n"))
    laws = [
        {
            basis.law
            for finding in result.findings
            if finding.rule == "audit_as_settlement_basis"
            for basis in finding.basis
        }
        for result in (now, then)
    ]
    assert any("第802号" in law for law in laws[0])
    assert any("第728号" in law for law in laws[1])
    assert not laws[0] & laws[1] & {"保障中小企业款项支付条例（国务院令第728号）"}


def test_changes_of_one_file_are_findings_of_their_own():
    plain = document("第一条 付款\n甲方应在十日内付款。\n第二条 其他")
    places = [plain.text.index("十日"), plain.text.index("付款。"), plain.text.index("第二条")]
    revisions = tuple(Revision(kind="deleted", start=place, end=place, text="书面") for place in places)
    result = analyse(msgspec.structs.replace(plain, revisions=revisions), Context(today=TODAY))
    quotes = [finding.quote for finding in result.findings if finding.rule == "unresolved_revisions"]
    assert quotes == ["甲方应在", "甲方应在十日内", "第二条 其他"]
