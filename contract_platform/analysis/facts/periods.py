"""Signing date, beginning and end of the term, and the sentence that states it."""

import re
from itertools import pairwise

from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.dates import Found, dates
from contract_platform.analysis.facts.source import Source
from contract_platform.analysis.model import DateFact, TextFact

_SIGNED = re.compile(
    r"(?:签订|签署|签约|订立|签字|签章)(?:的)?(?:日期|时间|日)(?:为|是)?：?$|(?:^|[\n）；，：日_])日期：$"
)
_SIGNED_ON = re.compile(r"^.{0,24}(?:签订|签署|订立|签定)(?!之日|后|起)")
RANGE = re.compile(r"(?:起|开始)?(?:，)?(?:至|到|—+|-+|~|～)(?:于)?")
_BEGINS = re.compile(r"(?:开工|起始|开始|起租|生效|开竣?工|进场)(?:时间|日期|之日)?(?:为|是|：)?$|自$")
_ENDS = re.compile(
    r"^(?:前|底|底前|之前)?[^，。；\n]{0,10}(?:完工|竣工|投产|达产|交付使用|止|终止|届满|结束)|^(?:前|之前)$"
)
_ENDS_BEFORE = re.compile(r"(?:竣工|完工|终止|截止|届满|结束)(?:时间|日期|之日)?(?:为|是|：)?$")
_COUNT = r"(?:\d|[一二三四五六七八九十百_])[\d一二三四五六七八九十百_.]{0,12}个?(?:工作日|日历天|年|月|日|天)"
_TERM = re.compile(
    r"(?:期限|年限|年期|有效期|工期|周期|总日历天数|(?:服务|租赁|合同|履行|履约|交货|供货|经营|建设|合作|开发|实施|委托|聘用|搬迁|使用)期)"
    rf"(?!届满|满|间|内)[^。\n]{{0,80}}?{_COUNT}"
    r"|自[^。；\n]{2,40}?起[^。；\n]{0,6}?至[^。；\n]{2,40}?止|\d日起?[至到]\d{4}年"
)
_WITHIN = re.compile(rf"(?:签订|签署|生效|开工)[^，。；\n]{{0,16}}?(?:之日起|之日|日起|后){_COUNT}(?:之?内|以内)")
_AFTER_RECEIPT = re.compile(rf"(?:收到|接到)[^，。；\n]{{0,16}}?(?:之日起|之日|日起|后){_COUNT}(?:之?内|以内)")
_PARTY = re.compile(r"乙方|承包|受托|供应商|承租|卖方|供方")
_SENTENCE = re.compile(r"[^。\n]+")
SHORT_LINE = 40  # compact characters beside a date that a line of signatures may hold
LABEL_REMAINS = 3  # compact characters beside the dates of a line that holds nothing else
BEFORE = 16  # compact characters that say what a date is
# clauses in which a period counted from the signing, or from what was received, is the term
_PATTERNS = {"term": (_TERM, _WITHIN, _AFTER_RECEIPT), "delivery": (_TERM, _WITHIN)}
_TERM_CATEGORIES = ("term", "delivery", "subject_matter", "price", "rights_obligations", "effectiveness")


def signed(source: Source) -> DateFact | None:
    """The date of signing: named as such, else the latest in the signatures, else one alone under the parties."""
    text = source.compact.text
    found = [item for item in dates(text) if item.precision == "day"]
    named = [item for item in found if _SIGNED.search(text[max(0, item.start - BEFORE) : item.start])]
    named += [
        item
        for item in found
        if _SIGNED_ON.search(_after(text, item)) and text[max(0, item.start - 3) : item.start].endswith("于")
    ]
    at = source.compact.at
    behind = [item for item in found if at(item.start) >= source.tail_start and _alone(text, item)]
    named_by = _PARTY.search(text)
    under = [
        item
        for item in found
        if at(item.start) < source.head_end and _alone(text, item) and named_by and named_by.end() <= item.start
    ]
    for choice in (named, behind, under):
        if choice:
            return _fact(source, max(choice, key=lambda item: item.value))
    return None


def term(source: Source) -> tuple[DateFact | None, DateFact | None, TextFact | None]:
    """Beginning, end, and the sentence they stand in."""
    start, end = _span(source)
    return (_fact(source, start) if start else None), (_fact(source, end) if end else None), _sentence(source)


def _span(source: Source) -> tuple[Found | None, Found | None]:
    text = source.compact.text
    found = list(dates(text))
    for first, second in pairwise(found):
        if first.value < second.value and RANGE.fullmatch(text[first.end : second.start].strip()):
            return first, second
    begins = [item for item in found if _BEGINS.search(text[max(0, item.start - BEFORE) : item.start])]
    ends = [item for item in found if _ends(text, item)]
    start = begins[0] if begins else None
    end = max(ends, key=lambda item: item.value) if ends else None
    return start, end if end is None or start is None or end.value > start.value else None


def _ends(text: str, item: Found) -> bool:
    return bool(_ENDS.search(_after(text, item)) or _ENDS_BEFORE.search(text[max(0, item.start - BEFORE) : item.start]))


def _after(text: str, item: Found) -> str:
    return text[item.end : item.end + 28]


def _alone(text: str, item: Found) -> bool:
    """Whether a date has its line to itself, a label aside."""
    line_start = text.rfind("\n", max(0, item.start - SHORT_LINE), item.start) + 1 or max(0, item.start - SHORT_LINE)
    line_end = text.find("\n", item.end, item.end + SHORT_LINE)
    line = text[line_start : line_end if line_end >= 0 else item.end + SHORT_LINE]
    for other in list(dates(line)):
        line = line.replace(text[line_start + other.start : line_start + other.end], "")
    rest = re.sub(r"日期|时间|签订|签署|甲方|乙方|年月日|[：_（）]", "", line)
    return len(rest) <= LABEL_REMAINS


def _sentence(source: Source) -> TextFact | None:
    """The sentence about the term, those of term clauses first; there a period from the signing on is the term, too."""
    own = [clause for clause in source.articles if clause.category in _TERM_CATEGORIES]
    for clause in sorted(own, key=lambda clause: _TERM_CATEGORIES.index(clause.category)):
        for pattern in _PATTERNS.get(clause.category, (_TERM,)):
            for match in _SENTENCE.finditer(source.document.text, clause.start, clause.end):
                if pattern.search(squeeze(match[0])):
                    evidence = source.evidence(match.start(), match.end())
                    return TextFact(value=squeeze(evidence.quote), evidence=evidence)
    return None


def _fact(source: Source, item: Found) -> DateFact:
    return DateFact(value=item.value, precision=item.precision, evidence=source.compact_evidence(item.start, item.end))
