"""Categories of clauses: the heading decides first, then the chapter, then the words of the text."""

import re
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from contract_platform.analysis.categories import CUES, HEADINGS
from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.model import Clause

OPENING = 80  # characters of the first sentence, whose cues count double
SHORT = 15  # characters of the heading of an item that is a heading indeed
LOOKED_AT = 600  # characters of a clause that are read for cues
SECOND = 0.6  # share of the best cue score from which a category is also named
_GENERAL_CHAPTER = re.compile(r"履行|通用|专用|合同条款|协议书|总则|附则|其[他它]|一般|通则|补充")
_REMARK = re.compile(r"（[^（）]*）")
_MANNER = r"(?:计算|解决|处理|执行|确定|具体)?(?:标准|方式|方法|办法|要求|条件|程序|数额)"
_ANY_MANNER = re.compile(rf"{_MANNER}(?:[和与及、]{_MANNER})*|")
_FALLBACK = "rights_obligations"
_WEAK = frozenset({"subject_matter", "rights_obligations"})
_LONG = 3  # characters from which also such a word is meant (乙方义务, 权利和义务)
_SUBJECT = re.compile(
    r"(?:本(?:合同|协议)的?)?([^，。；：、]{2,16}?)(?:为|按照?|由|自|应|不|采用|包括|是|达到|符合|如下|：)"
)
_ACTOR = re.compile(r"[方人]$|^(?:因|凡|经|未|在|如|若|当|任何|一方|双方|发生|自|对|根据|除)|有关")
_KEPT_WORKING = re.compile(r"保修|质保|保证期|缺陷责任|免费|维修|(?:年|月)的?质量保证")
_SENTENCE_LONG = 14  # characters: a heading this long in a chapter is its topic sentence


def classify(clauses: Iterable[Clause], text: str) -> tuple[Clause, ...]:
    """The clauses with ``category`` and ``categories`` filled in; items without a heading take their parent's."""
    done: dict[str, Clause] = {}
    for clause in clauses:
        parent = done.get(clause.parent or "")
        body = squeeze(text[clause.start : clause.end][:LOOKED_AT])
        found = _categories(clause, body, parent)
        done[clause.id] = msgspec.structs.replace(clause, category=found[0], categories=found)
    return tuple(done.values())


def by_heading(heading: str) -> tuple[str, ...]:
    """Categories a heading names, the first match first; a longer match wins over a shorter one at the same place.

    What follows 的 is the thing itself (租赁期间的有关费用), unless it names nothing in particular (合同的范围,
    违约金的计算方法).
    """
    whole = squeeze(heading)
    compact = _REMARK.sub("", whole) or whole
    named = compact.rsplit("的", 1)[1] if "的" in compact else ""
    head = [] if _ANY_MANNER.fullmatch(named) else _hits(named)
    names_itself = head and head[0][2] not in _WEAK
    return tuple(dict.fromkeys(category for _, _, category in [*(head if names_itself else ()), *_hits(compact)]))


def _hits(compact: str) -> list[tuple[int, int, str]]:
    """Places, lengths and categories of the words a heading is made of, the deciding one first."""
    hits: list[tuple[int, int, str]] = []
    for category, pattern in HEADINGS:
        match = pattern.search(compact)
        if match:
            hits.append((match.start(), -len(match[0]), category))
    return _specific(sorted(hits))


def _specific(hits: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Words that name the thing of any contract (项目, 工程, 服务, 责任) yield to a word that names a clause."""
    strong = [hit for hit in hits if hit[2] not in _WEAK or -hit[1] >= _LONG]
    return [*strong, *(hit for hit in hits if hit not in strong)] if strong else hits


def by_cues(body: str) -> tuple[str, ...]:
    """Categories the text speaks of, heaviest first."""
    scores: defaultdict[str, float] = defaultdict(float)
    first = body.find("。", 0, OPENING)
    opening = first if first > 0 else OPENING
    for category, weight, pattern in CUES:
        for count, match in enumerate(pattern.finditer(body)):
            scores[category] += weight * (2 if match.start() < opening else 1) / (1 + count)
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    return tuple(category for category, score in ranked if score >= SECOND * ranked[0][1])


def by_subject(body: str, number: str) -> tuple[str, ...]:
    """The category of what an article without a heading begins to speak of: 履行地点为…, 质量保证期为…."""
    said = body.removeprefix(squeeze(number)).lstrip("、.：，）")
    subject = _SUBJECT.match(said)
    hits = [] if subject is None or _ACTOR.search(subject[1]) else _hits(subject[1])
    return tuple(category for _, _, category in hits if category not in _WEAK)[:1]


def _strong(heading: str) -> list[str]:
    """Categories of a chapter's heading that say something: more than one leaves it to its articles."""
    return [category for category in by_heading(heading) if category not in _WEAK]


def _categories(clause: Clause, body: str, parent: Clause | None) -> tuple[str, ...]:
    named = by_heading(clause.heading)
    if named[:2] == ("warranty", "quality") and not _KEPT_WORKING.search(body.removeprefix(squeeze(clause.heading))):
        named = ("quality",)  # 质量保证 may promise the quality itself
    topical = parent is not None and parent.level == 0 and not _GENERAL_CHAPTER.search(parent.heading)
    if topical and len(clause.heading) > _SENTENCE_LONG:
        named = ()
    if named and (clause.level <= 1 or len(clause.heading) <= SHORT):
        return named
    if clause.level > 1 and parent is not None:
        return tuple(dict.fromkeys((parent.category, *by_cues(body))))
    said = tuple(dict.fromkeys((*by_subject(body, clause.number), *by_cues(body))))
    if parent is not None and topical and (len(_strong(parent.heading)) <= 1 or not said):
        return tuple(dict.fromkeys((parent.category, *said)))
    return said or (_FALLBACK,)
