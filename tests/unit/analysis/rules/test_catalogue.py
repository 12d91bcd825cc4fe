"""What holds for every rule of the catalogue."""

from datetime import date

import pytest

from contract_platform.analysis.model import Severity, Verdict
from contract_platform.analysis.reasons import REASONS
from contract_platform.analysis.rules import RULES, in_force
from tests.unit.analysis.sample import SERVICE, analysed

ENOUGH = 3
CLASSES = {
    *{"GOODS", "SERVICE", "IT", "WORKS", "EXPRO", "ASSET_LEASE", "ASSET_TRANSFER"},
    *{"INVEST", "PPP", "LOAN", "ENTRUST", "FRAME"},
}


def test_ids_are_unique():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


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
