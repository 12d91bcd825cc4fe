"""The clause tree of a document."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from contract_platform.analysis.headings import heading_of, start_text
from contract_platform.analysis.labels import CHAPTERS
from contract_platform.analysis.lines import Line, lines
from contract_platform.analysis.model import Clause, DocumentText, Record
from contract_platform.analysis.parts import Part, contract_lines, split
from contract_platform.analysis.sequences import chapter_chain, is_special, openers, special_chain, top_chain
from contract_platform.analysis.splitting import split_inline

LEAST_PARTS = 2  # headings 第X部分 that make a form of parts
LEAST_IN_ANNEX = 3  # articles that make an annex more than a form
_SIGNATURES = re.compile(
    r"^[（(]?\s*(?:以下无正文|以下为签|本页无正文|签署页|签字页)|^\s*甲\s*方\s*[（(]?\s*(?:盖章|公章|签章|签字|签名)"
    r"|^\s*[\u4e00-\u9fff]{2,10}\s*[（(]\s*(?:盖章|公章|签章|签字|签名)\s*[）)]\s*(?:[：:]|$)|^\s*[甲乙]\s*方\s*[：:][^。，]{0,40}乙\s*方\s*[：:]"
)
_AGREEMENT = re.compile(r"协议|合同|承诺|责任书|保证书|条款|公约")


class Structure(Record, frozen=True, kw_only=True):
    """The clauses, and the lines of the contract they were read from."""

    clauses: tuple[Clause, ...]
    lines: tuple[Line, ...]


def structure(document: DocumentText) -> Structure:
    """Clause tree in document order, categories not yet decided (they are empty)."""
    own = split_inline(contract_lines(lines(document)))
    if not own:
        return Structure(clauses=(), lines=())
    parts = split(own, openers(own))
    clauses: list[Clause] = []
    for part in parts:
        clauses.extend(_clauses(document, part, len(clauses)))
    return Structure(clauses=tuple(clauses), lines=tuple(own))


def _clauses(document: DocumentText, part: Part, offset: int) -> Iterator[Clause]:
    chain = _chain(part.lines)
    if part.title and (
        len(chain) < LEAST_IN_ANNEX or (chain[0].mark != "article" and not _AGREEMENT.search(part.title))
    ):
        return
    opened = {line.index: 0 for line in chapter_chain(part.lines)} | {line.index: 1 for line in chain}
    nodes = list(_levels(part.lines, opened))
    end = _body_end(part, nodes)
    yield from _linked(document, part, nodes, end, offset)


def _chain(own: Sequence[Line]) -> list[Line]:
    """The lines that open articles; every 部分 of a form has a sequence and a style of its own."""
    cuts = [place for place, line in enumerate(own) if line.mark == "part" and line.heading_like]
    if len(cuts) < LEAST_PARTS:
        return top_chain(own)
    bounds = [*cuts, len(own)]
    segments = [own[first:last] for first, last in pairwise(bounds)]
    return [line for lines in segments for line in (special_chain(lines) if is_special(lines[0]) else top_chain(lines))]


def _levels(own: Sequence[Line], opened: dict[int, int]) -> Iterator[tuple[Line, int]]:
    """Lines that open a clause with their level; below articles the level comes from the order of first appearance."""
    stack: list[str] = []
    inside = False
    for line in own:
        level = opened.get(line.index)
        if level is not None:
            stack, inside = [], level == 1
            yield line, level
        elif inside and line.label is not None and line.mark not in CHAPTERS and line.mark != "article":
            family = _family(line.mark)
            stack = stack[: stack.index(family) + 1] if family in stack else [*stack, family]
            yield line, 1 + len(stack)


def _family(mark: str) -> str:
    """Kinds that one list may mix count as one."""
    return {"num_comma": "num_dot", "num_space": "num_dot", "cn_dot": "cn_comma", "cn_space": "cn_comma"}.get(
        mark, mark
    )


def _body_end(part: Part, nodes: Sequence[tuple[Line, int]]) -> int:
    """Where the last article ends: before the signatures, else with the part."""
    last = nodes[-1][0].index if nodes else -1
    for line in part.lines:
        if line.index > last and _SIGNATURES.search(line.text):
            return _end_before(part, line)
    return max(part.lines[-1].end, part.lines[-1].block.end)


def _end_before(part: Part, line: Line) -> int:
    before = [other for other in part.lines if other.index < line.index]
    return before[-1].end if before else line.start


def _linked(
    document: DocumentText, part: Part, nodes: list[tuple[Line, int]], end: int, offset: int
) -> Iterator[Clause]:
    """Clauses with parents and spans: each ends where the next of its level or above begins."""
    ends = _ends(document.text, nodes, end)
    path: list[tuple[int, str]] = []
    for number, (line, level) in enumerate(nodes):
        path = [(other, name) for other, name in path if other < level]
        name = f"c{offset + number + 1}"
        following = nodes[number + 1][0] if number + 1 < len(nodes) else None
        place = line.index - part.lines[0].index
        body = list(part.lines[place + 1 : place + 4])
        if following is not None and level:
            body = [other for other in body if other.start < ends[number]]
        yield Clause(
            id=name,
            number=line.label.printed if line.label else "",
            heading=heading_of(line, body),
            category="",
            level=level,
            start=line.start,
            end=ends[number],
            start_text=start_text(line, body),
            parent=path[-1][1] if path else None,
            part=part.name,
        )
        path.append((level, name))


def _ends(text: str, nodes: Sequence[tuple[Line, int]], end: int) -> list[int]:
    ends: list[int] = []
    following: dict[int, int] = {}  # level -> start of the nearest later clause of that level or above
    for line, level in reversed(nodes):
        stop = max(min((start for other, start in following.items() if other <= level), default=end), line.end)
        ends.append(line.start + len(text[line.start : stop].rstrip()))
        following = {other: start for other, start in following.items() if other < level} | {level: line.start}
    return ends[::-1]
