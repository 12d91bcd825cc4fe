"""A scanned contract from the picture to its facts, as the platform and the command read it."""

import math
import re
from datetime import date

import pytest

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Context
from contract_platform.analysis.pages import boxes
from contract_platform.documents.places import DOUBTFUL
from contract_platform.documents.reading import read_whole
from tests.unit.documents.paper import pdf_of
from tests.unit.documents.scan.contract_sheet import BLANK, CODE, ROWS, TITLE, contract_sheet

LEAN = 1.3  # degrees


@pytest.fixture(scope="module")
def scan(tmp_path_factory):
    sheet = contract_sheet()
    told: list[tuple[int, int]] = []
    path = pdf_of([sheet.scanned(lean=LEAN)], tmp_path_factory.mktemp("scan") / "scan.pdf")
    return sheet, read_whole(path, lambda page, of: told.append((page, of))), told


def test_the_text_is_read_line_by_line_and_cell_by_cell(scan):
    _, document, told = scan
    squeezed = [block.text.replace(" ", "") for block in document.blocks]
    assert told == [(1, 1)]
    assert squeezed[0] == TITLE
    assert "乙方为甲方办公楼提供保洁服务，包括公共区域清洁、垃圾清运和外墙清洗，服务人员不少于十二名。" in squeezed
    assert [block.rows for block in document.blocks if block.kind == "table"] == [ROWS]
    assert "甲方（盖章）：乙方（盖章）：" in squeezed
    assert "法定代表人：法定代表人：" in squeezed
    assert squeezed[-1] == f"统一社会信用代码：{CODE}"


def test_an_empty_line_to_write_on_is_a_blank_and_a_seal_is_nothing(scan):
    _, document, _ = scan
    (clause,) = (block.text for block in document.blocks if "仲裁" in block.text)
    assert re.search("提交_{10,15}仲裁委员会", clause)
    assert "★" not in document.text
    assert document.text.count("机关事务服务中心") == 1


def test_analysis_finds_what_it_finds_in_text(scan):
    _, document, _ = scan
    found = analyse(document, Context(today=date(2026, 11, 25)))
    assert [clause.heading for clause in found.clauses if clause.level == 1] == [
        "服务内容",
        "合同价款",
        "合同期限",
        "争议解决",
    ]
    assert found.facts.amount is not None
    assert found.facts.amount.value_fen == 12_000_000
    assert found.facts.end is not None
    assert found.facts.end.value == date(2026, 12, 31)
    assert "arb_institution_missing" in {finding.rule for finding in found.findings}


@pytest.mark.parametrize("words", [TITLE, "外墙清洗，", "24,000.00", "2026年12月31日", "服务人员不少于十二名。"])
def test_a_span_is_found_where_it_was_printed_though_the_page_leans(scan, words):
    sheet, document, _ = scan
    start = document.text.index(words)
    (box,) = boxes(document.pages, start, start + len(words))
    left, right, middle = sheet.where(words)
    x, y = turned((left + right) / 2, middle)
    assert ((box.x0 + box.x1) / 20, (box.y0 + box.y1) / 20) == pytest.approx((x, y), abs=4)
    assert (box.x1 - box.x0) / 10 == pytest.approx(right - left, rel=0.15)


def test_a_blank_stands_where_its_line_was_drawn(scan):
    sheet, document, _ = scan
    start = document.text.index("_")
    end = document.text.rindex("_") + 1
    (box,) = boxes(document.pages, start, end)
    _, before, middle = sheet.where("提交")
    x, y = turned(before + 4 + BLANK / 2, middle)
    assert ((box.x0 + box.x1) / 20, (box.y0 + box.y1) / 20) == pytest.approx((x, y), abs=6)
    assert (box.x1 - box.x0) / 10 == pytest.approx(BLANK, abs=8)


def turned(x: float, y: float) -> tuple[float, float]:
    """Where a point of the sheet lies on the leaning scan."""
    angle = math.radians(LEAN)
    across, down = x - 297.5, y - 421
    return (
        297.5 + across * math.cos(angle) - down * math.sin(angle),
        421 + across * math.sin(angle) + down * math.cos(angle),
    )


def test_every_character_of_the_text_has_a_place_and_doubtful_words_are_marked(scan):
    _, document, _ = scan
    (page,) = document.pages
    assert (page.source, page.turn) == ("scan", 0)
    assert (page.width, page.height) == pytest.approx((5950, 8420), abs=10)
    placed = {offset for line in page.lines for offset in range(line.start, line.end)}
    written = {offset for offset, character in enumerate(document.text) if not character.isspace()}
    assert written <= placed
    for doubt in document.doubts:
        assert document.text[doubt.start : doubt.end].strip()
        assert doubt.confidence < DOUBTFUL / 100
