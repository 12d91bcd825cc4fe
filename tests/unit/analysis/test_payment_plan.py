"""The payment plan in tables and in sentences that only look like payments."""

import pytest

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Context, PaymentFact
from contract_platform.documents.assemble import Draft, assemble, table_text
from tests.unit.analysis.sample import TODAY, analysed

PARTIES = "档案服务合同\n甲方：云溪县档案馆\n乙方：恒章数据有限公司\n"
HEAD = PARTIES + "第一条　价款\n合同总价为人民币100,000.00元。\n第二条　{heading}\n"
REST = "\n第三条　其他\n本合同自盖章之日起生效。"


def payments(said: str, heading: str = "付款方式") -> tuple[PaymentFact, ...]:
    return analysed(f"{HEAD.format(heading=heading)}{said}{REST}").facts.payments


ROWS = [
    ["期次", "付款条件", "比例", "金额（元）", "付款时间"],
    ["第1期", "合同签订", "30%", "30,000.00", "10日内"],
    ["第2期", "半年考核合格", "百分之七十", "70,000.00", "七个工作日内"],
]
EXPECTED = [(30, 3_000_000, "合同签订", "10日内"), (70, 7_000_000, "半年考核合格", "七个工作日内")]


def told(found):
    return [(one.percent, one.amount_fen, one.trigger, one.due) for one in found]


def test_rows_of_a_table():
    before, after = (HEAD.format(heading="付款方式") + "合同价款分期支付：").split("\n"), REST.strip().split("\n")
    table = Draft(kind="table", text=table_text(ROWS), rows=tuple(map(tuple, ROWS)))
    drafts = [*(Draft(text=line) for line in before), table, *(Draft(text=line) for line in after)]
    facts = analyse(assemble("docx", drafts), Context(today=TODAY)).facts
    assert told(facts.payments) == EXPECTED


def test_rows_of_a_table_that_lost_its_cells():
    assert told(payments("合同价款分期支付：\n" + "\n".join(map(" ".join, ROWS)))) == EXPECTED


def test_a_list_of_goods_with_tax_rates_is_no_plan():
    rows = "名称 数量 税率 单价 金额\n扫描仪 2 13% 6,000 12,000\n服务器 1 13% 8,000 8,000"
    assert payments("货款按下表支付：\n" + rows) == ()


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("合同生效之日起10日内付合同总价的25%。", 25),
        ("乙方在本合同签订之日起30日内缴清全部价款。", 100),
        ("验收合格后15日内，甲方一次性支付全部合同价款。", 100),
    ],
)
@pytest.mark.parametrize("heading", ["付款方式", "甲方义务"])
def test_verbs_of_paying(said, share, heading):
    assert [one.percent for one in payments(said, heading)] == [share]


@pytest.mark.parametrize(
    "said",
    ["考核得分低于80分的，按照每分扣减当期费用1%的标准结算。", "交付时间为乙方缴清全部价款之日起30日内。"],
)
def test_deductions_and_conditions_are_no_payments(said):
    assert payments(said) == ()


def test_a_price_under_a_heading_of_payment_is_no_payment():
    text = HEAD.format(heading="付款方式").replace("第一条　价款\n合同总价", "第一条　价款与支付：服务费总额")
    assert analysed(f"{text}验收后10日内付清全部价款。{REST}").facts.payments[0].due == "10日内"


@pytest.mark.parametrize("name", ["资助资金总额", "顾问费总额", "补助资金总额", "租金总额"])
def test_totals_by_many_names(name):
    text = f"资助协议\n第一条　资金\n{name}为人民币84,300元。\n第二条　拨付\n签订后拨付{name}的30%（人民币25290元）。"
    fact = analysed(text).facts.amount
    assert fact is not None
    assert fact.value_fen == 8_430_000
