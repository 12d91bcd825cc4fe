"""Forms that offer several ways: what was not chosen is no part of the agreement."""

import pytest

from contract_platform.analysis.choices import chosen
from tests.unit.analysis.sample import analysed

HEAD = "采购合同\n甲方：云溪县档案馆\n乙方：恒章数据有限公司\n第一条　内容\n乙方提供服务。\n第二条　争议解决\n"
ARBITRATION, COURT = ("arbitration", "云溪仲裁委员会"), ("court", "甲方所在地人民法院")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("按第（2）种方式解决：（1）提交云溪仲裁委员会仲裁；（2）向甲方所在地人民法院起诉。", COURT),
        ("按第 1 种方式解决：1.提交云溪仲裁委员会仲裁；2.向甲方所在地人民法院起诉。", ARBITRATION),
        ("按第二种方式解决：\n（一）提交云溪仲裁委员会仲裁；\n（二）向甲方所在地人民法院起诉。", COURT),
        ("A、提交云溪仲裁委员会仲裁；B、向甲方所在地人民法院起诉。选择第B种方式。", COURT),
        ("□提交云溪仲裁委员会仲裁 ☑向甲方所在地人民法院起诉。", COURT),
        ("√提交云溪仲裁委员会仲裁\n□向甲方所在地人民法院起诉。", ARBITRATION),
        ("（在选项中打“√”）□提交云溪仲裁委员会仲裁 □向甲方所在地人民法院起诉。", ("both", "云溪仲裁委员会")),
        ("按第　种方式解决：（1）提交云溪仲裁委员会仲裁；（2）向甲方所在地人民法院起诉。", ("both", "云溪仲裁委员会")),
        ("不能达成一致的，通过诉讼解决。", ("court", None)),
        ("乙方放弃请求人民法院或者仲裁机构减少违约金的权利。", ("none", None)),
    ],
)
def test_the_way_that_was_chosen(said, expected):
    fact = analysed(f"{HEAD}{said}\n第三条　其他\n本合同自盖章之日起生效。").facts.dispute
    assert fact is not None
    assert (fact.method, fact.body) == expected


def test_lines_below_are_counted_where_their_numbers_are_automatic():
    text = "按下列第2种方式解决：\n提交仲裁\n提起诉讼\n第三条其他"
    assert chosen(text) == "按下列第2种方式解决：\n····\n提起诉讼\n第三条其他"


@pytest.mark.parametrize(
    "text", ["", "第三项所列", "第2种方式", "□甲□乙", "1.甲2.乙", "第一种" * 3000, "□☑" * 3000, "（1）" * 9000]
)
def test_text_keeps_its_length(text):
    assert len(chosen(text)) == len(text)
