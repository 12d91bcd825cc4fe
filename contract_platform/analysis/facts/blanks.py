"""What is still to be filled in: drawn lines, placeholders, empty brackets and dates, underlined space."""

import re
from collections.abc import Iterator

from contract_platform.analysis.facts.source import Source
from contract_platform.analysis.model import Evidence

_YEAR_ENDS = tuple("0123456789０１２３４５６７８９零一二三四五六七八九十元_＿}]】")
_SPACE = r"[ \u3000\xa0]"
_DRAWN = (
    r"[_＿]+",
    r"(?<![-—\w])(?:-{3,}|—{3,})(?=[元天年日月份个次项%％]|[\u4e00-\u9fff，。）)])",
    r"\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|<<[^<>\n]{1,40}>>|«[^«»\n]{1,40}»",
    r"[\[【［](?:请?填写|请?输入|此处|待填|请?注明|插入)[^\[\]【】\n]{0,40}[\]】］]",
    rf"【{_SPACE}*】|(?<!\n)\[{_SPACE}*\](?!{_SPACE}*[\u4e00-\u9fff])|（{_SPACE}+）|\({_SPACE}+\)",
    r"(?<![\dA-Za-z×])[×]{2,}(?![\dA-Za-z])|(?<![A-Za-z\d])[Xx]{2,}(?![A-Za-z\d]|公司|有限|集团)",
)
_SPACED = (
    rf"(?<=[为第计共于达：]){_SPACE}{{2,}}+(?=[元万年月日天份个方米%％亩套台期次条款])",
    rf"(?<=[\u4e00-\u9fff：]){_SPACE}++(?=万元|亩|平方米|日内|元[。，；/）])",
    rf"(?<=[\u4e00-\u9fff][：:]){_SPACE}++(?=[。；，])",
    rf"(?P<date>年{_SPACE}++月{_SPACE}++日)",
    rf"(?<=[\d零一二三四五六七八九十]年){_SPACE}{{2,}}月",
    r"(?:总投资|投资额|金额|价款|面积|总价|租金)(?:为|共)?(?P<unit>万元|平方米|亩(?!产))",
)
_BLANK = re.compile("|".join((*_DRAWN, *_SPACED)))


def blanks(source: Source) -> tuple[Evidence, ...]:
    """All blanks of the contract in document order, overlapping ones once."""
    found = sorted({*_drawn(source), *_formatted(source)})
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    text = source.document.text
    return tuple(Evidence(quote=text[start:end], start=start, end=end) for start, end in kept)


def _drawn(source: Source) -> Iterator[tuple[int, int]]:
    text = source.document.text
    for block in source.blocks:
        for match in _BLANK.finditer(text, block.start, block.end):
            span = match.span("unit" if match["unit"] else 0)
            if not match["date"]:
                yield span
            elif (start := _undated(text, block.start, span[0])) is not None:
                yield start, span[1]


def _undated(text: str, first: int, year: int) -> int | None:
    """Where the space before an empty 年 月 日 begins; None where a year is filled in."""
    before = text[first:year].rstrip(" \u3000\xa0")
    return None if before[-1:] in _YEAR_ENDS else first + len(before)


def _formatted(source: Source) -> Iterator[tuple[int, int]]:
    for span in source.document.blanks:
        if source.start <= span.start < max(source.end, 1):
            yield span.start, span.end
