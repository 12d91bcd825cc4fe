"""Rules about earnest money (定金) and what is mistaken for it."""

import re

from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.figures import WHOLE, shares_of, sums_of
from contract_platform.analysis.rules.law import civil_code, contract_interpretation, contract_law, row
from contract_platform.analysis.rules.rule import Outcome, Rule, fires_on, found, hit, not_applicable

_DEPOSIT = re.compile(r"定金")
_NOT_ITS_HEIGHT = re.compile(r"双倍|返还|退还|没收|违约金|不予|抵作|扣除")
_CONFUSED = re.compile(
    r"(?:订金|诚意金|意向金|预定金)[^。；\n]{0,20}(?:双倍|不予退还|不予返还|不退|没收)|双倍[^。；，\n]{0,8}(?:订金|诚意金|意向金|预定金|押金)"
)
_BOTH = re.compile(
    r"定金[^。；\n]{0,16}(?:并|同时|且|另|还应?|以及|外)[^。；\n]{0,24}违约金|违约金[^。；\n]{0,16}(?:并|同时|且|另|还应?)[^。；\n]{0,12}(?:双倍返还|没收|不退)[^。；\n]{0,4}定金"
)
_EITHER = re.compile(r"选择|择一|或者?[^。；]{0,6}违约金|不得同时|抵扣|冲抵")


def deposit_over_20(case: Case) -> Outcome:
    """Earnest money is more than a fifth of the price."""
    if not _DEPOSIT.search(case.text):
        return not_applicable("no_deposit")
    limit = case.parameters["deposit_over_20.percent"]
    figures = list(shares_of(case, "定金", _NOT_ITS_HEIGHT))
    price = case.facts.amount.value_fen if case.facts.amount and case.facts.amount.kind == "fixed" else None
    hits = [hit(case, f.passage, percent=f"{f.value:g}") for f in figures if f.value > limit]
    if price:
        for figure in sums_of(case, _DEPOSIT, _NOT_ITS_HEIGHT):
            share = figure.value * WHOLE / price
            if share > limit:
                hits.append(hit(case, figure.passage, percent=f"{share:.1f}"))
    return found(*hits)


RULES = (
    Rule(
        id="deposit_over_20",
        title="定金超过主合同标的额20%",
        severity=Severity.HIGH,
        check=deposit_over_20,
        parameters={"percent": 20},
        basis=(civil_code("第586条第2款"), row("担保法", "第91条", "M", "1995-10-01", "2021-01-01")),
        message="定金为合同金额的{percent}%（“{text}”），超过主合同标的额的20%，超过部分不产生定金效力。",
        suggestion="定金为合同总价的20%（或将该款项改为预付款）。",
        positive_sentences=(
            "甲方向乙方支付合同总价30%的定金。",
            "合同签订后3日内支付定金，数额为总价款的百分之二十五。",
            "合同总价为人民币100万元。合同签订时甲方支付定金人民币30万元。",
        ),
        negative_sentences=(
            "甲方向乙方支付合同总价20%的定金。",
            "甲方支付合同总价30%的预付款。",
            "合同总价为人民币100万元。合同签订时甲方支付定金人民币10万元。",
        ),
    ),
    Rule(
        id="deposit_wording_confusion",
        title="订金、诚意金、押金与定金混用",
        severity=Severity.LOW,
        check=fires_on(_CONFUSED),
        basis=(
            contract_interpretation("第67条"),
            civil_code("第586条至第588条"),
            row("担保法解释", "第118条", "M", "2000-12-13", "2021-01-01"),
        ),
        message="订金、诚意金等未约定定金性质的，不适用定金罚则（“{text}”）。",
        suggestion="需要定金担保的，使用“定金”并写明性质；否则改为预付款。",
        positive_sentences=(
            "乙方违约的，应双倍返还订金。",
            "甲方支付诚意金5万元，违约的不予退还且乙方违约双倍返还。",
            "甲方悔约的，已付意向金不退。",
        ),
        negative_sentences=(
            "乙方违约致使合同目的不能实现的，双倍返还定金。",
            "甲方支付订金2万元，作为首期货款的一部分。",
            "租赁期满后甲方退还押金。",
        ),
    ),
    Rule(
        id="deposit_and_penalty_both",
        title="定金与违约金并用",
        severity=Severity.MEDIUM,
        check=fires_on(_BOTH, _EITHER),
        basis=(civil_code("第588条"), contract_law("第116条")),
        message="定金与违约金不能并用，只能择一（“{text}”）。",
        suggestion="甲方可以选择适用定金条款或违约金条款；定金不足以弥补损失的，可要求赔偿超过部分。",
        positive_sentences=(
            "乙方逾期交货的，应双倍返还定金，并支付合同总价20%的违约金。",
            "甲方有权没收定金，同时要求乙方支付违约金。",
            "乙方应支付违约金，并双倍返还定金。",
        ),
        negative_sentences=(
            "守约方可以选择适用定金条款或者违约金条款。",
            "定金不足以弥补损失的，乙方应当赔偿超过定金数额的损失。",
            "甲方支付定金后，乙方开始生产。",
        ),
    ),
)
