"""Categories of clauses: the heading decides first, then the chapter, then the words of the text."""

import re
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from contract_platform.analysis.categories import CUES, HEADINGS
from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.model import Clause

OPENING = 60  # characters whose cues count double
LOOKED_AT = 600  # characters of a clause that are read for cues
SECOND = 0.6  # share of the best cue score from which a category is also named
_GENERAL_CHAPTER = re.compile(r"通用|专用|合同条款|协议书|总则|附则|其[他它]|一般|通则|补充")
_REMARK = re.compile(r"（[^（）]*）")
_MANNER = r"(?:计算|解决|处理|执行|确定|具体)?(?:标准|方式|方法|办法|要求|条件|程序|数额)"
_ANY_MANNER = re.compile(rf"{_MANNER}(?:[和与及、]{_MANNER})*|")
_FALLBACK = "rights_obligations"
_WEAK = frozenset({"subject_matter", "rights_obligations"})
_LONG = 3  # characters from which also such a word is meant (乙方义务, 权利和义务)
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
    for category, weight, pattern in CUES:
        for count, match in enumerate(pattern.finditer(body)):
            scores[category] += weight * (2 if match.start() < OPENING else 1) / (1 + count)
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    return tuple(category for category, score in ranked if score >= SECOND * ranked[0][1])


def _categories(clause: Clause, body: str, parent: Clause | None) -> tuple[str, ...]:
    named = by_heading(clause.heading)
    topical = parent is not None and parent.level == 0 and not _GENERAL_CHAPTER.search(parent.heading)
    if topical and len(clause.heading) > _SENTENCE_LONG:
        named = ()
    if named and (clause.level <= 1 or len(clause.heading) <= OPENING // 4):
        return named
    if clause.level > 1 and parent is not None:
        return tuple(dict.fromkeys((parent.category, *by_cues(body))))
    if parent is not None and topical:
        return tuple(dict.fromkeys((parent.category, *by_cues(body))))
    return by_cues(body) or (_FALLBACK,)
