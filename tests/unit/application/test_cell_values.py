"""What cells of real ledgers say, read to the fen and to the day."""

from datetime import date

import pytest

from contract_platform.application import cell_values as v
from contract_platform.domain.vocabulary import Direction, State


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("486000", "合同金额", 48_600_000),
        ("486,000.50", "合同金额（元）", 48_600_050),
        ("48.6", "合同金额（万元）", 48_600_000),
        ("12.3456", "金额(万元)", 12_345_600),
        ("0.30000000000000004", "金额", 30),
        ("48.6万元", "合同金额", 48_600_000),
        ("486000元", "合同金额（万元）", 48_600_000),
        ("¥1,000", "金额", 100_000),
        ("肆拾捌万陆仟元整", "金额", 48_600_000),
        ("1.2e6", "金额", 120_000_000),
        ("0", "金额", 0),
        ("1亿元", "金额", 10_000_000_000),
    ],
)
def test_amounts_are_read_to_the_fen(text, heading, expected):
    assert v.fen(text, heading) == expected


@pytest.mark.parametrize("text", ["待定", "-5", "1.234", "5至8万", "12,3.4.5", "1e40"])
def test_what_is_no_amount_is_not_taken_for_one(text):
    with pytest.raises(ValueError, match=r".*"):
        v.fen(text, "金额")


@pytest.mark.parametrize(
    "text", ["2021-03-01", "2021/3/1", "2021.3.1", "2021年3月1日", "20210301", "2021-03-01 00:00:00"]
)
def test_days_are_read_however_they_are_written(text):
    assert v.day(text) == date(2021, 3, 1)


@pytest.mark.parametrize("text", ["2021-02-30", "2021年3月", "昨天", "44256"])
def test_what_is_no_day_is_not_taken_for_one(text):
    with pytest.raises(ValueError, match=r".*"):
        v.day(text)


def test_a_term_is_two_days_or_its_end():
    whole = (date(2021, 3, 1), date(2024, 2, 29))
    assert v.term("2021年3月1日至2024年2月29日") == whole
    assert v.term("2021.3.1-2024.2.29".replace("-", "—")) == whole
    assert v.term("2024-02-29") == (None, date(2024, 2, 29))


def test_words_of_the_vocabulary_go_by_several_names():
    assert [v.state(one) for one in ("正在履行", "已完成", "解除", "PERFORMING")] == [
        State.PERFORMING, State.COMPLETED, State.TERMINATED, State.PERFORMING,
    ]  # fmt: skip
    assert (v.direction("收入"), v.direction("支出类")) == (Direction.RECEIVABLE, Direction.PAYABLE)
    assert [v.category(one) for one in ("05", "政府采购", "工程建设类", "16 其他")] == ["05", "04", "03", "16"]
    assert (v.method("公开招标"), v.method("采用竞争性磋商方式")) == ("OPEN_TENDER", "COMPETITIVE_CONSULTATION")
    assert v.names("甲公司、乙公司；丙厂") == ("甲公司", "乙公司", "丙厂")


def test_codes_are_held_to_their_length_only():
    assert v.codes("91990100074393740g") == ("91990100074393740G",)
    with pytest.raises(ValueError, match=r".*"):
        v.codes("9199010007439374")
