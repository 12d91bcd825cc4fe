"""The sentence that states the term, also where it names no two dates."""

import pytest

from tests.unit.analysis.sample import analysed


@pytest.mark.parametrize(
    ("article", "said"),
    [
        ("履行期限\n乙方应当自本合同签订之日起60日内完成开发。", "签订之日起60日内"),
        ("交货期\n本合同签订之日起二十个工作日内。", "二十个工作日内"),
        ("出让年限\n出让年限为 50 年，自交付之日起算。", "50年"),
        ("特许经营期\n特许经营期为 26 年（含建设期）。", "26年"),
        ("建设期限\n项目建设周期为3年，自2026年1月1日起至2028年12月31日止。", "2026年1月1日起至2028年12月31日"),
        (
            "工期\n计划开工日期：2026年1月1日；计划竣工日期：2026年4月10日；工期总日历天数：100天。",
            "2026年4月10日；工期总日历天数：100天",
        ),
        ("乙方应当在本合同签订之日起三十日内完成系统的开发和部署。", "签订之日起三十日内"),
    ],
)
def test_term(article, said):
    fact = analysed(
        f"合同\n第一条　内容\n见附件。\n第二条　{article}\n第三条　违约责任\n逾期30日的，可以解除。"
    ).facts.term
    assert fact is not None
    assert said in fact.value


@pytest.mark.parametrize("article", ["租赁期届满后10日内腾空。", "乙方在收到通知之日起5日内交付。"])
def test_other_periods_are_no_term(article):
    fact = analysed(f"合同\n第一条　内容\n见附件。\n第二条　交付\n{article}\n第三条　其他\n见附件。").facts.term
    assert fact is None
