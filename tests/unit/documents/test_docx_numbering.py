from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_platform.analysis.numerals import chinese_int
from contract_platform.documents.docx import read_docx
from contract_platform.documents.number_formats import chinese, letters, printed, roman
from tests.unit.documents.docx_writer import add_list, item, level, new, save, use_list


def labels(path):
    return [block.label for block in read_docx(path).blocks]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("chineseCounting", "第%1条", ["第一条", "第二条"]),
        ("japaneseCounting", "%1、", ["一、", "二、"]),
        ("chineseCountingThousand", "（%1）", ["（一）", "（二）"]),
        ("decimal", "第%1条、", ["第1条、", "第2条、"]),
        ("chineseLegalSimplified", "%1", ["壹", "贰"]),
        ("decimalEnclosedCircle", "%1", ["①", "②"]),
        ("decimalFullWidth", "%1．", ["１．", "２．"]),
        ("ideographTraditional", "%1、", ["甲、", "乙、"]),
        ("upperRoman", "%1.", ["I.", "II."]),
        ("lowerLetter", "%1)", ["a)", "b)"]),
        ("none", "%1", ["", ""]),
        ("bullet", "", ["•", "•"]),
    ],
)
def test_formats_print_as_word_prints_them(tmp_path, form, text, expected):
    document = new()
    numbered = add_list(document, [level(0, form, text)], 1)
    for word in ("标的", "价款"):
        item(document, word, numbered)
    assert labels(save(document, tmp_path)) == expected


def test_a_number_that_prints_nothing_still_names_its_list(tmp_path):
    document = new()
    item(document, "工程概况", add_list(document, [level(0, "none", "%1")], 1))
    block = read_docx(save(document, tmp_path)).blocks[0]
    assert (block.label, block.list_id, block.list_level) == ("", "801", 0)


def test_deeper_levels_start_again_and_legal_numbers_are_decimal(tmp_path):
    document = new()
    levels = [level(0, "chineseCounting", "第%1条"), level(1, "decimal", "%1.%2", extra="<w:isLgl/>")]
    numbered = add_list(document, levels, 1)
    for text, at in (("一", 0), ("a", 1), ("b", 1), ("二", 0), ("c", 1)):
        item(document, text, numbered, at)
    assert labels(save(document, tmp_path)) == ["第一条", "1.1", "1.2", "第二条", "2.1"]


def test_a_start_override_restarts_and_a_shared_list_counts_on(tmp_path):
    document = new()
    first = add_list(document, [level(0, "decimal", "%1.")], 1)
    again = use_list(
        document, 901, 2, override='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    )
    other = use_list(document, 901, 3)
    for identity in (first, first, again, other):
        item(document, "x", identity)
    assert labels(save(document, tmp_path)) == ["1.", "2.", "1.", "2."]


def test_a_style_numbers_its_paragraphs(tmp_path):
    document = new()
    numbered = add_list(document, [level(0, "chineseCounting", "%1、")], 1)
    item(document, "一", numbered)
    properties: Any = document.paragraphs[0]._p.pPr
    document.styles["Heading 1"].element.get_or_add_pPr().append(properties.numPr)
    for text in ("标的", "价款"):
        document.add_paragraph(text, style="Heading 1")
    assert labels(save(document, tmp_path)) == ["", "一、", "二、"]


@given(st.integers(min_value=0, max_value=9999))
def test_chinese_numerals_read_back(number):
    assert chinese_int(chinese(number)) == number
    assert chinese_int(printed(number, "chineseLegalSimplified")) == number


@pytest.mark.parametrize(
    ("number", "words"), [(10, "十"), (11, "十一"), (20, "二十"), (105, "一百零五"), (110, "一百一十")]
)
def test_chinese_numerals(number, words):
    assert chinese(number) == words


def test_letters_and_roman_numerals():
    assert [letters(n) for n in (1, 26, 27)] == ["a", "z", "aa"]
    assert [roman(n) for n in (4, 9, 14, 40, 1994)] == ["iv", "ix", "xiv", "xl", "mcmxciv"]
