"""The parts of a file: the contract itself, its annexes and sub-agreements, and the contract inside a tender file."""

import re
from collections.abc import Sequence

from contract_platform.analysis.labels import CHAPTERS
from contract_platform.analysis.lines import Line
from contract_platform.analysis.model import Record

_TENDER = re.compile(
    r"投标人须知|投标邀请|招标公告|投标文件格式|评标办法|磋商文件|谈判文件|询价通知|供应商须知|招标文件的澄清|评审办法|投标方须知"
)
_TENDER_SIGNS = 3
_CONTRACT_CHAPTER = re.compile(
    r"合\s*同\s*(主要)?(条款|文本|格式|草案|范本|协议书)|拟签订的?合同|合同(书|协议)?[（(](格式|样本|范本)|^(采购|服务|施工)?合同$"
)
_ANNEX = re.compile(r"附\s*(?:件|表|录)\s*[一二三四五六七八九十\d]{0,3}\s*[：:、.．\s]?")
_AGREEMENT = re.compile(
    r"(?:协\s*议|协\s*议\s*书|合\s*同|合\s*同\s*书|承\s*诺\s*书|责\s*任\s*书|保\s*证\s*书|通用条款|专用条款)(?:[（(][^（）()]{1,10}[）)])?$"
)
_NO_TITLE = re.compile(
    r"^(?:本|该|此|签订|甲|乙|双方|以上|依据|根据|按|现|特|与|详见|见|一[、份]|包括)|[，。；：:;]|如下|附件"
)
LONGEST_TITLE = 28
BEGUN = 2  # top-level articles after which a title opens a part of its own


class Part(Record, frozen=True, kw_only=True):
    """A run of lines; ``title`` is empty for the contract itself."""

    title: str
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """The name clauses carry: empty, or ``annex:<title>``."""
        return f"annex:{self.title}" if self.title else ""


def contract_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of the contract: all of them, or the contract chapter of a tender file."""
    chapters = [line for line in lines if line.mark in CHAPTERS and line.heading_like and not line.rest.endswith("》")]
    if sum(bool(_TENDER.search(line.text)) for line in lines if line.heading_like) < _TENDER_SIGNS:
        return list(lines)
    found = [
        chapter for chapter in chapters if _CONTRACT_CHAPTER.search(chapter.rest) and len(chapter.rest) < LONGEST_TITLE
    ]
    regions = [_region(lines, chapter, chapters) for chapter in found]
    return max(regions, key=len, default=list(lines))


def _region(lines: Sequence[Line], chapter: Line, chapters: Sequence[Line]) -> list[Line]:
    """From the line after the chapter heading to the next heading of the same kind that counts on."""
    value = chapter.label.value if chapter.label else 0
    ends = (
        other.index for other in chapters
        if other.index > chapter.index and other.mark == chapter.mark and other.label and other.label.value == value + 1
    )  # fmt: skip
    end = next(ends, lines[-1].index + 1)
    return [line for line in lines if chapter.index < line.index < end]


def split(lines: Sequence[Line], opened: Sequence[Line]) -> list[Part]:
    """Parts of the contract, ``opened`` being the lines that open articles anywhere in it."""
    starts = {line.index for line in opened}
    cuts: list[tuple[int, str]] = [(0, "")]
    before = 0
    for place, line in enumerate(lines):
        title = _title(lines, place, before, main=not cuts[-1][1])
        if title:
            cuts.append((place, title))
            before = 0
        before += line.index in starts
    bounds = [place for place, _ in cuts] + [len(lines)]
    return [
        Part(title=title, lines=tuple(lines[first:last]))
        for (first, title), last in zip(cuts, bounds[1:], strict=True)
        if last > first
    ]


def _title(lines: Sequence[Line], place: int, before: int, *, main: bool) -> str:
    """Title of the part that begins at this line, empty where none begins."""
    line = lines[place]
    if main and before < BEGUN:
        return ""
    if _opens_annex(lines, place):
        following = lines[place + 1].text.strip() if place + 1 < len(lines) else ""
        rest = _ANNEX.sub("", line.text, count=1).strip()
        return rest or (following if len(following) <= LONGEST_TITLE else "") or line.text.strip()
    compact = re.sub(r"\s", "", line.text)
    if (
        line.label is None
        and len(compact) <= LONGEST_TITLE
        and _AGREEMENT.search(compact)
        and not _NO_TITLE.search(compact)
    ):
        return compact if _begins_agreement(lines, place) else ""
    return ""


def _opens_annex(lines: Sequence[Line], place: int) -> bool:
    """An annex heading stands alone; several in a row are a list of annexes, as is one within a sentence."""
    line = lines[place]
    if (
        not _ANNEX.match(line.text)
        or len(line.text) > LONGEST_TITLE + 12
        or line.text.rstrip().endswith(("。", "；", ";", "，"))
    ):
        return False
    near = [lines[other].text for other in (place - 1, place + 1) if 0 <= other < len(lines)]
    return not any(_ANNEX.match(text) for text in near)


def _begins_agreement(lines: Sequence[Line], place: int) -> bool:
    """Within a few lines after the title parties are named or numbering starts again."""
    return any(
        re.match(r"\s*[甲乙]\s*方|.{0,12}[（(].{0,6}[甲乙]方", line.text)
        or (line.label is not None and line.label.value == 1)
        for line in lines[place + 1 : place + 8]
    )
