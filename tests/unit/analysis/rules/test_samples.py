"""Every rule fires on its positive sentences and stays quiet on its negative ones."""

import pytest

from contract_platform.analysis.model import Verdict
from contract_platform.analysis.rules import RULES
from tests.unit.analysis.rules.samples import run_sample

POSITIVE = [(rule.id, text) for rule in RULES for text in rule.positive_sentences]
NEGATIVE = [(rule.id, text) for rule in RULES for text in rule.negative_sentences]


@pytest.mark.parametrize(("rule_id", "text"), POSITIVE)
def test_fires(rule_id, text):
    result = run_sample(text)
    mine = [finding for finding in result.findings if finding.rule == rule_id]
    assert mine, result.coverage[rule_id]
    assert result.coverage[rule_id].verdict is Verdict.FOUND
    for finding in mine:
        assert "{" not in finding.message
        if finding.start is not None:
            assert finding.quote == result.document.text[finding.start : finding.end] != ""


@pytest.mark.parametrize(("rule_id", "text"), NEGATIVE)
def test_stays_quiet(rule_id, text):
    result = run_sample(text)
    assert [finding.message for finding in result.findings if finding.rule == rule_id] == []
    assert result.coverage[rule_id].verdict is not Verdict.FOUND
    assert result.coverage[rule_id].reason != "rule_failed", result.coverage[rule_id]
