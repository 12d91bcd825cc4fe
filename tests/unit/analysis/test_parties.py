"""Which codes and names belong to which party, however the parties are set."""

import pytest

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Context
from contract_platform.documents.assemble import Draft, assemble, table_text
from tests.unit.analysis.sample import TODAY, analysed

CODE_A, CODE_B = "12510100450831266J", "91110108MA9XY7K3X1"
ARTICLES = (
    "第一条　服务内容\n乙方提供服务。\n第二条　价款\n合同总价为人民币1000元。\n第三条　其他\n本合同自盖章之日起生效。"
)


def read(text: str) -> dict[str | None, str | None]:
    return {party.name: party.uscc for party in analysed(text).facts.parties}


def in_blocks(*blocks: str | list[list[str]]) -> dict[str | None, str | None]:
    drafts = [
        Draft(text=block)
        if isinstance(block, str)
        else Draft(kind="table", text=table_text(block), rows=tuple(map(tuple, block)))
        for block in blocks
    ]
    drafts += [Draft(text=line) for line in ARTICLES.split("\n")]
    facts = analyse(assemble("docx", drafts), Context(today=TODAY)).facts
    return {party.name: party.uscc for party in facts.parties}


BOTH = {"云溪县档案馆": CODE_A, "恒章数据有限公司": CODE_B}


def test_codes_stand_below_the_parties_that_the_cover_names_already():
    cover = "档案服务合同\n甲方：云溪县档案馆\n乙方：恒章数据有限公司\n签订地点：云溪县\n"
    block = f"甲方：云溪县档案馆\n统一社会信用代码：{CODE_A}\n乙方：恒章数据有限公司\n统一社会信用代码：{CODE_B}\n"
    assert read(cover + block + ARTICLES) == BOTH


def test_codes_stand_beside_the_signatures_only():
    signed = f"\n甲方（盖章）：云溪县档案馆\n统一社会信用代码：{CODE_A}"
    signed += f"\n乙方（盖章）：恒章数据有限公司\n统一社会信用代码：{CODE_B}"
    assert read("档案服务合同\n甲方：云溪县档案馆\n乙方：恒章数据有限公司\n" + ARTICLES + signed) == BOTH


def test_two_columns_of_a_table():
    rows = [
        ["甲方：云溪县档案馆", "乙方：恒章数据有限公司"],
        [f"统一社会信用代码：{CODE_A}", f"统一社会信用代码：{CODE_B}"],
    ]
    assert in_blocks("档案服务合同", rows) == BOTH


def test_an_empty_cell_leaves_its_column_to_its_own_party():
    rows = [["甲方：云溪县档案馆", "乙方：恒章数据有限公司"], ["", f"统一社会信用代码：{CODE_B}"]]
    assert in_blocks("档案服务合同", rows) == {"云溪县档案馆": None, "恒章数据有限公司": CODE_B}


def test_two_columns_of_a_line():
    columns = f"甲方：云溪县档案馆 乙方：恒章数据有限公司\n统一社会信用代码：{CODE_A} 统一社会信用代码：{CODE_B}\n"
    assert read("档案服务合同\n" + columns + ARTICLES) == BOTH


def test_a_table_by_party_whose_lines_lost_their_colons():
    lines = f"甲方 云溪县档案馆\n统一社会信用代码 {CODE_A}\n乙方 恒章数据有限公司\n统一社会信用代码 {CODE_B}\n"
    assert read("档案服务合同\n" + lines + ARTICLES) == BOTH


def test_a_sentence_that_begins_with_a_party_names_nobody():
    assert None in read("档案服务合同\n甲方：\n乙方：\n甲方 负责组织验收工作\n" + ARTICLES)


def test_a_code_in_the_line_of_the_name():
    lines = f"甲方：云溪县档案馆（统一社会信用代码：{CODE_A}）\n乙方：恒章数据有限公司（统一社会信用代码：{CODE_B}）\n"
    assert read("档案服务合同\n" + lines + ARTICLES) == BOTH


@pytest.mark.parametrize(
    ("first", "second"), [("聘请方", "受聘方"), ("购买主体", "承接主体"), ("资金拨付单位", "用款者")]
)
def test_any_role_that_is_said_to_be_a_side(first, second):
    lines = f"{first}（甲方）：云溪县档案馆\n{second}（以下简称乙方）：恒章数据有限公司\n"
    assert set(read("档案服务合同\n" + lines + ARTICLES)) == set(BOTH)


def test_parties_that_a_sentence_introduces():
    said = "本合同由云溪县文化和旅游局（以下简称“委托方”）与恒章数据有限公司（以下简称“开发方”）共同订立。\n"
    signed = f"\n委托方（盖章）：云溪县文化和旅游局\n统一社会信用代码：{CODE_A}\n开发方（盖章）：恒章数据有限公司"
    found = analysed("软件开发合同\n" + said + ARTICLES + signed).facts.parties
    assert [(party.role, party.name, party.uscc) for party in found] == [
        ("委托方", "云溪县文化和旅游局", CODE_A),
        ("开发方", "恒章数据有限公司", None),
    ]


@pytest.mark.parametrize("line", ["账号：123776217445514845", "身份证号码：110101199001010013", "123776217445514845"])
def test_another_number_of_eighteen_digits_is_no_code(line):
    lines = f"甲方：云溪县档案馆\n{line}\n乙方：恒章数据有限公司\n"
    assert read("档案服务合同\n" + lines + ARTICLES)["云溪县档案馆"] is None


@pytest.mark.parametrize(("label", "told"), [("账号", False), ("银行账户号码", False), ("纳税人识别号", True)])
def test_an_account_of_eighteen_digits_is_no_false_code(label, told):
    text = f"档案服务合同\n甲方：云溪县档案馆\n乙方：恒章数据有限公司\n{ARTICLES}\n{label}：123776217445514845"
    assert ("uscc_invalid" in {finding.rule for finding in analysed(text).findings}) is told
