"""Rows of a payment table: the condition, its share, its amount and its due time in cells of their own.

A table of a PDF has lost its cells; there the words between spaces are the cells.
"""

import re
from collections.abc import Iterator

from contract_platform.analysis.compact import fold, squeeze
from contract_platform.analysis.model import Record
from contract_platform.analysis.numerals import figures_to_fen, percent

LEAST_CELLS = 3  # a condition, a share and one thing more
_LINE = re.compile(r"[^\n]+")
_TAB, _GAP = re.compile(r"\t"), re.compile(r"[ \u3000\xa0\t]+")
_SHARE = re.compile(r"\d{1,3}(?:\.\d{1,2})?%|百分之(?:\d{1,3}(?:\.\d{1,2})?|[零一二三四五六七八九十百]{1,6})")
_SUM = re.compile(
    r"(?:人民币)?[¥$]?(?P<number>\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,2})?|\d{3,}(?:\.\d{1,2})?)(?P<unit>万?)元?"
)
_DUE = re.compile(
    r"(?:.{0,12}?(?:后|起|前|内))?(?:\d{1,3}|[一二三四五六七八九十]{1,4})个?(?:工作日|日历天|日|天|月|年)(?:之?内|以内|前)?"
    r"|\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:前|之前)?|每[年季月].{0,8}"
)
_ORDER = re.compile(r"第?[\d一二三四五六七八九十]{1,3}[期次笔批阶段]*|首[期付款]+|尾款|[预进度]+付?款")
_OF_PAYMENTS = re.compile(r"付款|支付|拨付|比例|期次|节点|条件|阶段|进度")
_OF_GOODS = re.compile(r"税率|单价|规格|型号|数量")
_EVENT_ENDS = re.compile(r"(?:之日起|之日|以后|之后|后|时)$")


class Row(Record, frozen=True, kw_only=True):
    """One row; ``start`` and ``end`` are its place in the document, ``trigger`` and ``due`` as the cells say them."""

    text: str
    start: int
    end: int
    share: float | None
    fen: int | None
    trigger: str | None
    due: str | None


def payment_rows(text: str, start: int, end: int) -> Iterator[Row]:
    """The rows between two offsets of the document."""
    header = ""
    for line in _LINE.finditer(text, start, end):
        cells = _cells(line[0])
        row = _row(line, cells) if len(cells) >= LEAST_CELLS else None
        if row is None:
            header = squeeze(line[0])
        elif not _OF_GOODS.search(header) or _OF_PAYMENTS.search(header):
            yield row


def _cells(line: str) -> list[str]:
    parts = (_TAB if "\t" in line else _GAP).split(fold(line))
    return [re.sub(r"\s", "", part) for part in parts if part.strip()]


def _row(line: re.Match[str], cells: list[str]) -> Row | None:
    """A row has one share for a cell, and an amount or a due time for another."""
    shares = [cell for cell in cells if _SHARE.fullmatch(cell)]
    sums = [cell for cell in cells if _SUM.fullmatch(cell)]
    dues = [cell for cell in cells if _DUE.fullmatch(cell) and cell not in sums]
    if len(shares) != 1 or not (sums or dues):
        return None
    said = [cell for cell in cells if cell not in {*shares, *sums, *dues} and not _ORDER.fullmatch(cell)]
    lead = len(line[0]) - len(line[0].lstrip())
    return Row(
        text=" ".join(cells),
        start=line.start() + lead,
        end=line.end(),
        share=percent(shares[0]),
        fen=_fen(sums[-1]) if sums else None,
        trigger=_EVENT_ENDS.sub("", max(said, key=len)) if said else None,
        due=dues[-1] if dues else None,
    )


def _fen(text: str) -> int | None:
    match = _SUM.fullmatch(text)
    return figures_to_fen(match["number"] + match["unit"]) if match else None
