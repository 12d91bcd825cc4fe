"""Rules read tables by their cells."""

import pytest

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Context
from contract_platform.documents.assemble import Draft, assemble, table_text
from tests.unit.analysis.sample import TODAY

HEADER = ("名称", "数量", "单价（元）", "金额（元）")


def findings(rows, *, rule, before=(), rule_class="GOODS"):
    drafts = [*(Draft(text=line) for line in before), Draft(text=table_text(rows), kind="table", rows=tuple(rows))]
    result = analyse(assemble("docx", drafts), Context(today=TODAY, rule_class=rule_class))
    return [finding for finding in result.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("rows", "details"),
    [
        ([HEADER, ("桌", "2", "100", "200"), ("椅", "3", "50.00", "150"), ("合计", "", "", "350")], []),
        ([HEADER, ("桌", "2", "100", "220"), ("合计", "", "", "220")], ["2×100.00≠220.00"]),
        ([HEADER, ("桌", "2", "100", "200"), ("合计", "", "", "￥300元")], ["分项金额合计200.00与合计300.00不一致"]),
        ([HEADER, ("桌", "2", "待定", ""), ("合计", "", "", "300")], []),
        ([("名称", "数量", "单价（元）", "金额（万元）"), ("车", "2", "150,000", "30")], []),
        ([("名称", "数量", "单价", "税率", "金额"), ("车", "2", "100", "13%", "226")], []),
        ([("姓名", "工作"), ("王", "2")], []),
    ],
)
def test_price_tables(rows, details):
    found = findings(rows, rule="line_items_total_mismatch")
    assert [finding.params["detail"] for finding in found] == details
    for finding in found:
        assert finding.quote in table_text(rows)


def test_a_label_cell_and_its_value_are_read_together():
    rows = [("统一社会信用代码", "91330100MA2CDE1234"), ("数量", "1"), ("2", "300")]
    assert [finding.params["code"] for finding in findings(rows, rule="uscc_invalid")] == ["91330100MA2CDE1234"]


def test_numbers_of_neighbouring_cells_are_no_sum():
    rows = [("大写", "壹佰元整", "1", "200", "300")]
    assert findings(rows, rule="amount_words_figures_mismatch") == []


def test_a_payee_in_a_table():
    before = ("甲方：云溪县水务局", "乙方：云溪甲有限公司", "第一条 付款", "按下表付款。", "第二条 其他")
    rows = [("户名", "云溪乙商行"), ("开户行", "云溪银行")]
    found = findings(rows, rule="payee_account_mismatch", before=before)
    assert [finding.quote for finding in found] == ["云溪乙商行"]
