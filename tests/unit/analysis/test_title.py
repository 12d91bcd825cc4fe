"""Titles on two lines, and lines that only look like a part of one."""

import pytest

from tests.unit.analysis.sample import analysed

REST = (
    "\n甲方：云溪县档案馆\n乙方：恒章数据有限公司\n第一条　内容\n乙方提供服务。\n第二条　其他\n本合同自盖章之日起生效。"
)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("云溪县滨河公园绿化养护\n服务合同", "云溪县滨河公园绿化养护服务合同"),
        ("云溪县档案馆\n采购合同\n合同编号：7", "采购合同"),
        ("云溪县水务局\n采购合同", "采购合同"),
        ("编号：2026-7\n采购合同", "采购合同"),
        ("房屋租赁合同\n房屋租赁合同", "房屋租赁合同"),
        ("现代农业示范项目资助协议", "现代农业示范项目资助协议"),
        ("甲醛治理服务合同", "甲醛治理服务合同"),
    ],
)
def test_title(lines, title):
    found = analysed(lines + REST).facts.title
    assert found is not None
    assert found.value == title
