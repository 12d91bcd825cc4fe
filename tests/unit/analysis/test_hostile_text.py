"""Long and repetitive text is analysed in work that grows with its length: no pattern and no loop runs away."""

import random
import sys

import pytest

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Context
from contract_platform.analysis.rules import MOST_FINDINGS
from tests.unit.analysis.sample import TODAY, document

LONG = 200_000  # characters
SHORT = 4_000
GROWTH = 2.7  # at most, when the text doubles
ALPHABET = "甲乙方支付价款30%第一条、。；，：\n（）_ 二年月日元万违约金仲裁法院附件期限保证金履约验收"
PIECES = {
    "one line without a stop": "甲方应当按照约定向乙方支付价款以及其他费用",
    "digits": "1234567890",
    "capital numerals": "壹贰叁肆伍陆柒捌玖拾佰仟万亿",
    "blanks": "_ ",
    "spaces": "\u3000",
    "open brackets": "甲方（",
    "articles": "第一条 标的\n",
    "articles in one paragraph": "第一条 标的。",
    "chapters": "第一章 总则\n第一条 甲\n",
    "shares": "支付30%",
    "bonds": "支付保证金10%，",
    "dates": "2026年1月1日至2025年1月1日，",
    "sums": "人民币壹佰万元整（￥1,000,000.00）",
    "arbitration or court": "仲裁或起诉",
    "parties": "乙方：云溪甲有限公司 ",
    "boxes": "□甲\n",
    "references": "《合同法》第一条、",
    "codes": "统一社会信用代码：91110108MA9XY7K3X1\n",
}


def repeated(piece, length):
    return (piece * (length // len(piece) + 1))[:length]


def noise(length):
    return "".join(random.Random(length).choices(ALPHABET, k=length))


@pytest.mark.parametrize("name", PIECES)
def test_long_text_of_one_kind_is_analysed(name):
    text = repeated(PIECES[name], LONG)
    result = analyse(document(text), Context(today=TODAY, reviewed_text=text[::-1]))
    assert all(entry.reason != "rule_failed" for entry in result.coverage.values())
    for rule in result.coverage:
        assert sum(finding.rule == rule for finding in result.findings) <= MOST_FINDINGS


def test_noise_is_analysed():
    result = analyse(document(noise(LONG)), Context(today=TODAY))
    assert all(entry.reason != "rule_failed" for entry in result.coverage.values())


def work(text):
    """How many calls the analysis makes, C functions included."""
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in {"call", "c_call"}

    parsed = document(text)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        analyse(parsed, Context(today=TODAY))
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", PIECES)
def test_twice_the_text_is_about_twice_the_work(name):
    assert work(repeated(PIECES[name], 2 * SHORT)) <= GROWTH * work(repeated(PIECES[name], SHORT))


def test_findings_beyond_the_most_are_counted():
    result = analyse(document(repeated("第二条 标的\n", SHORT)), Context(today=TODAY))
    entry = result.coverage["numbering_gap"]
    assert int(entry.params["left_out"]) > MOST_FINDINGS
