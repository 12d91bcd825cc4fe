from array import array

import pytest

from contract_platform.documents.places import Printed
from contract_platform.documents.scan.repair import repaired


def line(text: str) -> Printed:
    return Printed(text=text, page=1, top=0, bottom=10, edges=array("H", range(len(text) + 1)))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("第-条 合同标的", "第一条 合同标的"),
        ("第十—条 争议", "第十一条 争议"),
        ("（-）甲方", "（一）甲方"),
        ("二十—、其他", "二十一、其他"),
        ("=、合同价款", "二、合同价款"),
        ("合同价1O0元", "合同价100元"),
        ("比例l0%不变", "比例l0%不变"),
        ("共计2.l元", "共计2.1元"),
        ("3月15曰前", "3月15日前"),
        ("通知之日起15旦内", "通知之日起15日内"),
        ("甲方:某局,乙方;某公司", "甲方：某局，乙方；某公司"),
        ("(1）甲方", "（1）甲方"),
        ("以下简称(甲方)", "以下简称（甲方）"),
    ],
)
def test_what_can_only_be_a_confusion_is_put_right(read, meant):
    assert repaired(line(read)).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "电话：0591-8312345",
        "第3-5条",
        "型号 AO-10D",
        "2026-01-02",
        "Party A: the Bureau (hereinafter)",
        "元旦前",
        "3:15开会",
        "a=b",
    ],
)
def test_what_may_be_meant_stays(text):
    assert repaired(line(text)).text == text


@pytest.mark.parametrize("text", ["第-条(1）甲方:", "（-)1O元"])
def test_places_stay_those_of_the_same_characters(text):
    read = line(text)
    assert len(repaired(read).text) == len(text)
    assert repaired(read).edges == read.edges
