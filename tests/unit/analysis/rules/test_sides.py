"""Rules read sentences with 甲方 for the government side, whatever it is called, and quote the text as it is."""

import pytest

from contract_platform.analysis.model import PartyFact
from contract_platform.analysis.rules.sides import sided

BUREAU, COMPANY = "云溪县水务局", "云溪甲建设有限公司"


def parties(first, second, *, government_first=True):
    names = (BUREAU, COMPANY) if government_first else (COMPANY, BUREAU)
    return tuple(PartyFact(role=role, name=name) for role, name in zip((first, second), names, strict=True))


@pytest.mark.parametrize(
    ("roles", "government_first", "text", "read"),
    [
        (("采购人", "供应商"), True, "采购人向供应商付款", "甲方向乙方付款"),
        (("甲方（采购人）", "乙方（供应商）"), True, "甲方即采购人，供应商交货", "甲方即甲方，乙方交货"),
        (("出租人", "承租人"), False, "出租人将房屋交给承租人", "乙方将房屋交给甲方"),
        (("甲方（承包方）", "乙方（发包方）"), False, "甲方施工，发包方付款", "乙方施工，甲方付款"),
        (("甲方", "乙方"), True, "甲方向乙方付款", "甲方向乙方付款"),
        (("委托人", "受托人"), True, "其他受委托人不得参加", "其他受委托人不得参加"),
        (("采购人", "供应商"), True, "其他供应商不得参加", "其他供应商不得参加"),
    ],
)
def test_sides_have_one_name_each(roles, government_first, text, read):
    assert sided(text, parties(*roles, government_first=government_first)).text == read


def test_every_place_leads_back_to_the_words_of_the_text():
    text = "采购人同意后，特许经营者付款，采购人验收，特许经营者交付。"
    whole = sided(text, parties("采购人", "特许经营者"))
    for word in ("同意", "付款", "验收", "交付"):
        at = whole.text.index(word)
        assert text[whole.place(at) : whole.place(at + len(word))] == word
    middle = whole.part(whole.text.index("乙方付款"), whole.text.index("，甲方验收"))
    assert (middle.text, text[middle.at : middle.end]) == ("乙方付款", "特许经营者付款")
    paid = middle.part(middle.text.index("付款"), len(middle.text))
    assert text[paid.at : paid.end] == "付款"
