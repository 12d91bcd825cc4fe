import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_platform.analysis.facts.amount import sums
from contract_platform.analysis.numerals import words_to_fen

DIGITS = "零壹贰叁肆伍陆柒捌玖"
UNITS = ("仟", "佰", "拾", "")


def group(value: int) -> str:
    """Four digits in capital figures, one 零 for a gap inside."""
    out, gap = "", False
    for place, unit in zip((1000, 100, 10, 1), UNITS, strict=True):
        digit = value // place % 10
        if digit:
            out += ("零" if gap and out else "") + DIGITS[digit] + unit
            gap = False
        else:
            gap = True
    return out


def words(fen: int) -> str:
    """An amount as the payment rules write it."""
    yuan, cents = divmod(fen, 100)
    out = ""
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = yuan // scale % 10**4
        if part:
            out += ("零" if out and part < 1000 else "") + group(part) + name
    out += "元" if out else ""
    jiao, rest = divmod(cents, 10)
    out += (DIGITS[jiao] + "角" if jiao else "零" if rest and out else "") + (DIGITS[rest] + "分" if rest else "")
    return out if rest else out + "整"


@given(st.integers(min_value=1, max_value=10**13))
def test_amounts_in_words_read_back(fen):
    assert words_to_fen(words(fen)) == fen


@given(st.integers(min_value=100, max_value=10**12))
def test_words_and_figures_beside_each_other_are_one_sum(fen):
    text = f"合同总价为人民币{words(fen)}（¥{fen / 100:,.2f}）。"
    found = list(sums(text))
    assert [(item.words_fen, item.figures_fen) for item in found] == [(fen, fen)]


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("壹佰贰拾捌万元整", 128_000_000),
        ("叁仟零伍拾元零陆分", 305_006),
        ("贰佰万圆正", 200_000_000),
        ("壹仟零贰拾万叁仟零肆拾元伍角陆分", 1_020_304_056),
        ("一百二十万元", 120_000_000),
        ("伍分", 5),
        ("拾万圆整", 10_000_000),
        ("伍千捌佰元整", 580_000),
    ],
)
def test_forms_of_words(text, fen):
    assert words_to_fen(text) == fen


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("98.6万元", 98_600_000),
        ("1，280，000.00元", 128_000_000),
        ("¥：50000元", 5_000_000),
        ("人民币3亿元", 30_000_000_000),
    ],
)
def test_forms_of_figures(text, fen):
    assert [item.figures_fen for item in sums(text)] == [fen]


@pytest.mark.parametrize("text", ["共30日", "第3条", "2026年", "编号20260101", "100台"])
def test_numbers_that_are_no_money(text):
    assert list(sums(text)) == []
