"""Marks of state secrets are seen where they stand alone; the same words in a sentence are none."""

import pytest

from contract_platform.analysis.secrecy import mark_in_header, mark_on, secrecy_marks

MARKS = [
    "机密★10年",
    "绝密★启用前",
    "秘密★",
    "机 密 ★ 5 年",
    "绝密★长期",
    "秘密★一年",
    "机密☆20年",
    "密级：机密",
    "000012\u3000机密★1年\u3000特急",
    "秘密级★6个月",
    "机密＊5年",
    "密级和保密期限：秘密★3年",
    "  绝密★  ",
]
NONE = [
    "商业秘密",
    "乙方应当保守甲方的商业秘密和国家秘密。",
    "《中华人民共和国保守国家秘密法》",
    "保守国家秘密法",
    "第十条 保密",
    "文件上标有“机密★10年”字样的，按国家秘密管理。",
    "属于绝密、机密、秘密的，不得通过互联网传输",
    "工作秘密",
    "秘密级商业信息",
    "机密性",
    "绝密级航空运输 10 年",
    "密级：□绝密 □机密 □秘密 ☑非密",
    "秘密协议",
    "保密期限：10年",
    "内部★",
    "机密信息",
    "★秘密条款★说明",
    "涉密项目：机密级计算机5台",
    "商业秘密★3年",
]


@pytest.mark.parametrize("line", MARKS)
def test_a_mark_alone_on_a_line_is_one(line):
    assert mark_on(line)
    assert secrecy_marks(["合同", *["正文"] * 20, line])


@pytest.mark.parametrize("line", NONE)
def test_the_words_in_other_company_are_none(line):
    assert secrecy_marks([line], [line], [line]) == ()


@pytest.mark.parametrize("level", ["绝密", "机密", "秘密", "机密级"])
def test_the_level_alone_is_a_mark_at_the_top_and_in_headers_only(level):
    assert secrecy_marks([level, "合同"]) == (level,)
    assert secrecy_marks([*["第一条 内容"] * 10, level]) == ()
    assert secrecy_marks([], [level]) == ()
    assert secrecy_marks([], [], [level]) == (level,)


@pytest.mark.parametrize(
    "line", ["机密★10年  望澜区大数据管理局", "第 3 页  秘密★5年", "望澜区大数据管理局 机密★ 共10页"]
)
def test_in_a_header_other_words_may_stand_beside_it(line):
    assert mark_in_header(line)
    assert mark_on(line) is None


def test_every_mark_is_told_once():
    assert secrecy_marks(["机密★10年", "文"], ["秘密★"], ["机密★10年"]) == ("机密★10年", "秘密★")
