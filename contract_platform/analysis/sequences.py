"""Which labelled lines form the sequence of articles: decided by counting on, never by the shape of a label alone."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from contract_platform.analysis.labels import CHAPTERS
from contract_platform.analysis.lines import Line

# families of labels that one list may mix, most likely top level first
FAMILIES: tuple[tuple[str, ...], ...] = (
    ("cn_comma", "cn_dot", "cn_space"),
    ("cn_paren",),
    ("num_comma",),
    ("num_dot",),
    ("num_comma", "num_dot"),
    ("num_half", "num_paren"),
    ("num_space",),
)
AHEAD = 4  # an article may be this many numbers further on: missing numbers are a finding, not the end of the contract
BEHIND = 2
GAP_PRICE = 0.7
HEADING_WORTH = 0.4
LEAST = 2  # members that make a sequence
LEAST_NUMERIC = 3  # members that make a sequence of plain numbers, unless all of them are headings
SHORT_HEADING = 20  # characters

Chain = list[Line]


def article_chain(lines: Iterable[Line]) -> Chain:
    """第X条 in order, duplicates and small jumps included; starts again only after a chapter or part heading."""
    chain: Chain = []
    last, fresh = 0, True
    for line in lines:
        if line.label is None:
            continue
        if line.mark in CHAPTERS and line.heading_like:
            fresh = True
        elif line.mark == "article":
            value = line.label.value
            if (fresh and value == 1) or (last - BEHIND <= value <= last + AHEAD and value > 0) or not chain:
                chain.append(line)
                last, fresh = value, False
    return chain


def chapter_chain(lines: Iterable[Line]) -> Chain:
    """Chapter and part headings in order."""
    found = [line for line in lines if line.label and line.mark in CHAPTERS and _is_title(line)]
    return [line for n, line in enumerate(found) if n == 0 or line.start > found[n - 1].start]


def _is_title(line: Line) -> bool:
    return line.heading_like or not line.rest


def best_chain(lines: Iterable[Line], family: Sequence[str]) -> Chain:
    """The heaviest run 1, 2, 3 … of a family; headings weigh more, a skipped number costs."""
    best: dict[int, tuple[float, int]] = {}
    candidates = [line for line in lines if line.label and line.mark in family]
    before: list[int] = []
    top, top_score = -1, 0.0
    for index, line in enumerate(candidates):
        value = line.label.value if line.label else 0
        score, previous = _predecessor(best, value)
        score += 1 + HEADING_WORTH * line.heading_like + _same_style(candidates, previous, line)
        before.append(previous)
        if value not in best or score >= best[value][0]:
            best[value] = (score, index)
        if score >= top_score:
            top, top_score = index, score
    chain: Chain = []
    while top >= 0:
        chain.append(candidates[top])
        top = before[top]
    return chain[::-1]


def _predecessor(best: dict[int, tuple[float, int]], value: int) -> tuple[float, int]:
    """Score and place of the best chain that this value continues; a chain not begun at 1 starts with a debt."""
    options = [
        (best[value - step][0] - GAP_PRICE * (step - 1), best[value - step][1])
        for step in (1, 2)
        if value - step in best
    ]
    if value <= 1:
        return 0.0, -1
    return max([*options, (-GAP_PRICE * (value - 1), -1)])


def _same_style(candidates: Sequence[Line], previous: int, line: Line) -> float:
    """A little for looking like the member before: same label, same list, same weight."""
    if previous < 0:
        return 0.0
    other = candidates[previous]
    same = (
        (other.mark == line.mark) + (other.block.list_id == line.block.list_id) + (other.block.bold == line.block.bold)
    )
    return 0.1 * same


def top_chain(lines: Sequence[Line]) -> Chain:
    """The lines that open the top-level articles of one part, whatever style it is written in; may be empty."""
    articles = article_chain(lines)
    if len(articles) >= LEAST:
        return articles
    unnumbered = unnumbered_chain(lines)
    if articles and articles[0].label and articles[0].label.value == 1 and not articles[0].index > _first_label(lines):
        return articles
    chains = [chain for family in FAMILIES if _is_sequence(chain := chapterwise(lines, family))]
    if unnumbered and not any(_spans(chain, unnumbered) for chain in chains):
        return unnumbered
    headings = heading_chain(lines)
    if not chains:
        return articles or headings or _single(lines)
    choice = chains[0]
    for chain in chains[1:]:
        if _inside(choice, chain):
            choice = chain
    return headings if headings and _inside(choice, headings) else choice


def openers(lines: Sequence[Line]) -> Chain:
    """All lines that may open an article: an annex may count 第一条 behind a contract that counts otherwise."""
    families = [chain for family in FAMILIES if _is_sequence(chain := chapterwise(lines, family))]
    chains = [top_chain(lines), article_chain(lines), unnumbered_chain(lines), *families]
    return list({line.index: line for chain in chains for line in chain}.values())


def is_special(line: Line) -> bool:
    """Whether a line heads special conditions, whose numbers are those of the general ones they fill in."""
    return "专用" in line.rest


def special_chain(lines: Sequence[Line]) -> Chain:
    """Headings of one family whose numbers grow by any step, the longest such run; else the ordinary sequence."""
    runs = [_growing(lines, family) for family in (("article",), *FAMILIES)]
    longest = max(runs, key=len)
    return longest if len(longest) >= LEAST_NUMERIC else top_chain(lines)


def _growing(lines: Sequence[Line], family: Sequence[str]) -> Chain:
    chain: Chain = []
    for line in lines:
        value = line.label.value if line.label and line.mark in family and line.heading_like else 0
        last = chain[-1].label.value if chain and chain[-1].label else 0
        if value > last:
            chain.append(line)
    return chain


def _is_sequence(chain: Chain) -> bool:
    """Long enough: two Chinese numerals or two numbered headings are a list, two numbered sentences may be chance."""
    enough = (
        LEAST
        if chain and (chain[0].mark.startswith("cn") or all(line.heading_like for line in chain))
        else LEAST_NUMERIC
    )
    return len(chain) >= enough


def _first_label(lines: Sequence[Line]) -> int:
    """Where the first numbered line of any kind stands."""
    return next((line.index for line in lines if line.label is not None and line.mark not in CHAPTERS), 0)


def _single(lines: Sequence[Line]) -> Chain:
    """The one article of an excerpt."""
    return [
        line for line in lines if line.mark == "cn_comma" and line.label and line.label.value == 1 and line.heading_like
    ][:1]


def chapterwise(lines: Sequence[Line], family: Sequence[str]) -> Chain:
    """One sequence through the part, or one per chapter where numbers start again in each."""
    whole = best_chain(lines, family)
    chapters = [line.index for line in chapter_chain(lines)]
    if not chapters:
        return whole
    bounds = [*chapters, lines[-1].index + 1]
    pieces: Chain = []
    for first, last in pairwise(bounds):
        begin, end = (bisect_left(lines, bound, key=lambda line: line.index) for bound in (first, last))
        pieces.extend(best_chain(lines[begin:end], family))
    return pieces if len(pieces) > 1.5 * len(whole) else whole


def unnumbered_chain(lines: Sequence[Line]) -> Chain:
    """Articles whose automatic number prints nothing, with the headings set like them."""
    silent = [line for line in lines if _is_silent(line)]
    if len(silent) < LEAST_NUMERIC:
        return []
    styles = {line.block.style for line in silent}
    between = [line for line in lines if silent[0].index < line.index < silent[-1].index]
    alike = [line for line in between if line.block.bold and line.label is None and line.block.style in styles]
    others = [line for line in [*alike, *_over_lists(between)] if line.heading_like and len(line.rest) <= SHORT_HEADING]
    return sorted({line.index: line for line in [*silent, *others]}.values(), key=lambda line: line.index)


def _over_lists(lines: Sequence[Line]) -> Chain:
    """Automatic items directly followed by the first item of another list: headings that kept a stray number."""
    return [line for line, following in pairwise(lines) if line.automatic and _begins_other_list(line, following)]


def _begins_other_list(line: Line, following: Line) -> bool:
    first = following.automatic and following.label is not None and following.label.value == 1
    same_level = line.block.list_level == following.block.list_level
    return first and same_level and line.block.list_id != following.block.list_id


def _is_silent(line: Line) -> bool:
    block = line.block
    return (
        bool(block.list_id)
        and not block.label
        and block.list_level == 0
        and line.heading_like
        and line.start >= block.start
    )


def heading_chain(lines: Sequence[Line]) -> Chain:
    """Headings marked by outline level, or short bold lines, where nothing is numbered at all."""
    marked = [line for line in lines if line.block.outline_level is not None and line.heading_like]
    if len(marked) >= LEAST_NUMERIC:
        highest = min(line.block.outline_level or 0 for line in marked[1:])
        return [line for line in marked if line.block.outline_level == highest]
    bold = [line for line in lines if line.block.bold and line.heading_like and not line.block.centered]
    return bold if LEAST_NUMERIC <= len(bold) <= len(lines) // 2 else []


def _spans(chain: Chain, other: Chain) -> bool:
    """Whether a chain runs along the whole of another one."""
    return chain[0].index <= other[1].index and chain[-1].index >= other[-2].index


def _inside(inner: Chain, outer: Chain) -> bool:
    """Whether a chain lies wholly within one item of another one.

    What follows the last item may be the contract behind a list of instructions: it is inside only if it is no longer.
    """
    starts = [line.index for line in outer]
    before, behind = (sum(start < line.index for start in starts) for line in (inner[0], inner[-1]))
    return 0 < before == behind and (before < len(starts) or len(inner) <= len(outer))
