"""The scorer: a reader who knows the truth gets full marks, and each kind of error costs what it should."""

import msgspec
import pytest

from tests.generated.contract import write
from tests.generated.matching import number, shares
from tests.generated.score import Count, score
from tests.generated.summary import summary, table


def answer(truth):
    """What a perfect reader says."""
    clauses = [
        {"number": one.number, "heading": one.heading, "category": one.category, "start_text": one.start, "part": ""}
        for one in truth.clauses
        if one.level
    ]
    payments = [
        {
            "text": one.text,
            "percent": one.percent,
            "amount": one.amount,
            "trigger": one.trigger,
            "due": one.due[0] if one.due else None,
        }
        for one in truth.payments
        if not one.optional
    ]
    return {
        "title": truth.title,
        "contract_number": truth.contract_number,
        "parties": [{"role": one.roles[0], "name": one.name, "uscc": one.uscc} for one in truth.parties],
        "amount": {"value_yuan": truth.amount.yuan[0]} if truth.amount.yuan else None,
        "dates": {"signed": truth.dates.signed, "start": truth.dates.start, "end": truth.dates.end},
        "term_text": truth.term[0] if truth.term else None,
        "clauses": clauses,
        "payments": payments,
        "dispute": {"method": truth.dispute.method, "body": truth.dispute.body},
        "blanks_count": truth.blanks[0],
        "findings": [{"rule": risk.rule, "quote": risk.evidence} for risk in truth.risks],
    }


@pytest.fixture(scope="module")
def truths():
    return [write(3, index)[1] for index in range(60)]


@pytest.fixture
def truth(truths):
    """A contract with staged payments and a planted sentence."""
    return msgspec.convert(
        msgspec.to_builtins(next(one for one in truths if one.kind == "goods" and one.risks)), type(truths[0])
    )


def test_a_perfect_reader_gets_full_marks(truths):
    result = summary([score(truth, answer(truth)) for truth in truths], draws=0)
    assert result.failures == []
    assert {figure.value for form in result.facts.values() for figure in form.values()} == {1.0}
    assert (result.recall.value, result.precision.value) == (1.0, 1.0)


def test_a_reader_who_says_nothing_has_no_false_answer_and_misses_everything(truth):
    empty = answer(truth) | {
        "title": None,
        "contract_number": None,
        "parties": [],
        "amount": None,
        "dates": dict.fromkeys(("signed", "start", "end")),
        "term_text": None,
        "clauses": [],
        "payments": [],
        "dispute": {"method": "none", "body": None},
        "findings": [],
    }
    result = score(truth, empty)
    for fact in ("title", "amount", "clauses", "party names", "payments", "term"):
        assert result.facts[fact].hit == 0
        assert result.facts[fact].wrong == 0
        assert result.facts[fact].missed > 0
    assert sum(count.missed for count in result.rules.values()) == len(truth.risks)


def test_a_wrong_number_heading_or_category_is_counted_where_it_belongs(truth):
    read = answer(truth)
    read["clauses"][0] |= {"number": "第九十九条"}
    read["clauses"][1] |= {"category": "nothing"}
    result = score(truth, read)
    assert (result.facts["clauses"].wrong, result.facts["clauses"].missed) == (1, 1)
    assert result.facts["category"].missed == 1


def test_clauses_of_an_annex_are_neither_right_nor_wrong(truth):
    read = answer(truth)
    read["clauses"].append(
        {"number": "一", "heading": "", "category": "x", "start_text": "甲方应当", "part": "annex 保密"}
    )
    assert score(truth, read).facts["clauses"].wrong == 0


def test_a_planted_rule_found_at_another_place_is_missed_and_false(truth):
    read = answer(truth) | {"findings": [{"rule": "auto_renewal", "quote": "期满自动续期"}]}
    truth.risks = [type(truth.risks[0])(rule="auto_renewal", evidence="乙方有权随时解除合同")]
    assert score(truth, read).rules == {"auto_renewal": Count(hit=0, wrong=1, missed=1)}


def test_a_finding_that_was_not_planted_is_false_unless_it_is_tolerated(truth):
    read = answer(truth)
    read["findings"].append({"rule": "gov_guarantor", "quote": "提供担保"})
    assert score(truth, read).rules["gov_guarantor"].wrong == 1
    truth.tolerated.append("gov_guarantor")
    assert "gov_guarantor" not in score(truth, read).rules


def test_rules_that_are_never_planted_are_listed_apart(truth):
    read = answer(truth)
    read["findings"].append({"rule": "over_budget", "quote": "合同价"})
    assert score(truth, read).others == [("over_budget", "合同价")]


@pytest.mark.parametrize("label", ["第三条", "三、", "３．", "3", "第 三 条"])
def test_numbers_are_the_same_however_they_are_written(label):
    assert number(label) == "3"


def test_a_chapter_is_not_an_article():
    assert number("第三章") != number("第三条")


def test_quotes_share_a_place_when_one_holds_a_good_part_of_the_other():
    assert shares("乙方有权随时解除本合同，且不承担违约责任。", "乙方有权随时解除本合同")
    assert not shares("乙方有权随时解除本合同", "甲方应当支付合同价款")
    assert not shares("", "甲方")


def test_the_table_names_every_fact_and_marks_what_is_under_target(truths):
    half = [answer(truth) | ({"title": None} if at % 2 else {}) for at, truth in enumerate(truths)]
    told = table(summary([score(truth, read) for truth, read in zip(truths, half, strict=True)], draws=20))
    assert "title            <" in told
    assert "clauses           1.000" in told
    assert "risk recall       1.000" in told
