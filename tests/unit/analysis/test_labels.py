import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_platform.analysis.labels import parse_label
from contract_platform.documents.number_formats import chinese


@pytest.mark.parametrize(
    ("line", "kind", "value", "printed"),
    [
        ("第十二条 违约责任", "article", 12, "第十二条"),
        ("第 三 条　标的", "article", 3, "第三条"),
        ("第3条：价款", "article", 3, "第3条"),
        ("第五条、保密", "article", 5, "第五条"),
        ("第十一条之一 担保", "article", 11, "第十一条之一"),
        ("第二部分 通用条款", "part", 2, "第二部分"),
        ("第一章　总则", "chapter", 1, "第一章"),
        ("一、合同标的", "cn_comma", 1, "一"),
        ("一，研究内容", "cn_dot", 1, "一"),
        ("十一．共同条款", "cn_dot", 11, "十一"),
        ("（二）验收标准", "cn_paren", 2, "（二）"),
        ("(2)验收标准", "num_paren", 2, "（2）"),
        ("１．乙方", "num_dot", 1, "1"),
        ("12、交付", "num_comma", 12, "12"),
        ("3.2 乙方", "dec2", 2, "3.2"),
        ("1.1.1 定义", "dec3", 1, "1.1.1"),
        ("2）交付", "num_half", 2, "2"),
        ("③运输", "circled", 3, "③"),
    ],
)
def test_labels(line, kind, value, printed):
    label = parse_label(line)
    assert label is not None
    assert (label.kind, label.value, label.printed) == (kind, value, printed)


@pytest.mark.parametrize(
    "line",
    [
        "1.5万元为首付款",
        "98.6%的货款",
        "2024.3.1签订",
        "第三条规定的期限内",
        "第五条约定的违约责任",
        "第二条第一款",
        "二〇二六年三月",
        "一方违约的",
        "2026年3月5日",
        "第一章程",
        "合同标的",
    ],
)
def test_false_friends(line):
    assert parse_label(line) is None


@given(st.integers(min_value=1, max_value=199), st.sampled_from(["", " ", "　"]))
def test_any_article_number_reads_back(number, space):
    label = parse_label(f"第{space}{chinese(number)}{space}条 标的")
    assert label is not None
    assert (label.kind, label.value) == ("article", number)


@given(st.text(max_size=30))
def test_labels_never_reach_beyond_the_line(line):
    label = parse_label(line)
    assert label is None or 0 < label.length <= len(line)
