"""The numbers that Chinese contracts put before a line: 第三条, 三、, （三）, 3., 3.1, ③; and their false friends."""

import re

from contract_platform.analysis.compact import fold
from contract_platform.analysis.model import Record
from contract_platform.analysis.numerals import chinese_int

_CN = "零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾"
_NUM = rf"(?:[{_CN}]+|\d{{1,3}})"
_NOT_AFTER_ARTICLE = (
    r"(?!规约|规定|约定|的(?!、)|[款项目](?![款项目的标录])|第|至|到|、第|和第|及第|或第|所述|所列|之规定|之约定|中(?!标)|内(?!容)|条件|件)"
    r"(?![^\S\n]+(?:规定的|约定的|第\S{1,3}[款项]))"
)

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("part", rf"第\s*({_NUM})\s*部\s*分"),
        ("book", rf"第\s*({_NUM})\s*[编篇卷](?![号制写])"),
        ("chapter", rf"第\s*({_NUM})\s*章(?!程)"),
        ("section", rf"第\s*({_NUM})\s*节(?!点)"),
        ("article", rf"第\s*({_NUM})\s*条(?:之[{_CN}])?{_NOT_AFTER_ARTICLE}\s*[、.：，]?"),
        ("dec4", r"(\d{1,2}(?:\.\d{1,2}){3})(?![\d.])"),
        ("dec3", r"(\d{1,2}(?:\.\d{1,2}){2})(?![\d.])\.?"),
        ("dec2", r"(\d{1,2}\.\d{1,2})(?![\d.]|\s*[%万元亿年月日号个天倍米吨折m])"),
        ("cn_comma", rf"([{_CN}]{{1,4}})\s*、(?![{_CN}]{{1,3}}[、是年])"),
        ("cn_dot", rf"([{_CN}]{{1,4}})\s*[.，：](?!\d)"),
        ("cn_paren", rf"（\s*([{_CN}]{{1,4}})\s*）、?"),
        ("num_comma", r"(\d{1,2})\s*、(?!\d)"),
        ("num_dot", r"(\d{1,2})\s*\.(?!\d)"),
        ("num_paren", r"（\s*(\d{1,2})\s*）、?"),
        ("num_half", r"(\d{1,2})\s*）、?"),
        ("circled", r"([\u2460-\u2473])"),
        ("cn_space", rf"([{_CN}]{{1,3}})[ \u3000\t]+(?=\S)"),
        ("num_space", r"(\d{1,2})[ \u3000\t]+(?=[^\d\s年月日、.，])"),
        ("alpha", r"（?([A-Za-z])[）.、](?![A-Za-z.])"),
    )
)

CHAPTERS = frozenset({"part", "book", "chapter"})


class Label(Record, frozen=True, kw_only=True):
    """A number before a line: what kind, its value, how it is printed, and the length it takes in the line."""

    kind: str
    value: int
    printed: str
    length: int


def parse_label(text: str) -> Label | None:
    """The label that ``text`` begins with; None without one. ``text`` has no leading space."""
    head = fold(text[:24])
    if head[:1] not in _FIRST:
        return None
    for kind, pattern in _PATTERNS:
        match = pattern.match(head)
        if match:
            value = value_of(kind, match[1])
            if value is not None:
                return Label(kind=kind, value=value, printed=display(kind, match[0]), length=match.end())
    return None


def value_of(kind: str, number: str) -> int | None:
    """Place of a label in its sequence; decimals count by their last component."""
    if kind == "circled":
        return ord(number) - 0x2460 + 1
    if kind == "alpha":
        return ord(number.lower()) - 96
    if kind.startswith("dec"):
        return int(number.rsplit(".", 1)[1])
    return int(number) if number.isdigit() else chinese_int(number)


def display(kind: str, printed: str) -> str:
    """The number as people cite it: 第三条 and 第一章 whole, others without the sign that closes them."""
    compact = re.sub(r"\s+", "", printed)
    if kind in CHAPTERS or kind in {"article", "section", "circled"}:
        return compact.rstrip("、.：，")
    if kind in {"cn_paren", "num_paren"}:
        return compact.rstrip("、")
    return compact.rstrip("、.，：）")


_FIRST = frozenset(f"第（{_CN}" + "0123456789" + "".join(map(chr, range(0x2460, 0x2474)))) | frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)
