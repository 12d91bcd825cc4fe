"""The title of the contract: the last title-like line before the parties, which the cover may only repeat."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.facts.source import Passage, Source
from contract_platform.analysis.labels import parse_label
from contract_platform.analysis.model import TextFact

LONGEST = 45  # characters
LOOKED_AT = 40  # lines from the top
_TITLE = re.compile(
    r"(?:合同|协议|协议书|合同书|意向书|备忘录|承诺书|责任书|订单|约定书)"
    r"(?:示范文本|范本|样本|文本|模板|格式|（[^（）]{1,14}）|\([^()]{1,14}\)|【[^】]{1,14}】|《[^》]{1,14}》)*$"
)
_NOT = re.compile(
    r"[，。；：]|^(?:本|该|根据|依据|按照|现(?:[就将经由有因]|根据|甲|双方)|鉴于|甲[方、]|乙[方、]|双方|签订|以上)|如下|编号|达成|订立|签订(?:本|以下)|附件|目录|印制|监制"
)
_KIND = re.compile(r"[\u4e00-\u9fff]{0,4}(?:合同|协议)书?")
_ABOUT = re.compile(r"[^：:\d_]{2,}(?<![局厅司院所会校馆社])|[^：:_]{4,}(?:项目|工程|服务|采购|系统|平台|设备)")
_ENGLISH = re.compile(r"^[A-Z][A-Za-z&,\- ]{3,60}(?:AGREEMENT|CONTRACT|Agreement|Contract)\b")


def _upright(passages: tuple[Passage, ...]) -> Iterator[Passage]:
    """The lines, those of one character each (a title set from top to bottom) put together."""
    for single, group in groupby(passages, key=lambda passage: len(passage.text.strip()) == 1):
        rows = list(group)
        if single and len(rows) > 1:
            yield Passage(text="".join(row.text.strip() for row in rows), start=rows[0].start)
        else:
            yield from rows


def title(source: Source) -> TextFact | None:
    """The title, None where no line looks like one."""
    rows = list(_upright(source.head[:LOOKED_AT]))
    found = [place for place, row in enumerate(rows) if _is_title(row)]
    return _fact(source, _whole(rows, found[-1])) if found else None


def _is_title(passage: Passage) -> bool:
    compact = squeeze(passage.text)
    if len(compact) > LONGEST or parse_label(passage.text.strip()) is not None:
        return False
    english = bool(_ENGLISH.search(passage.text.strip()))
    return english or bool(_TITLE.search(compact) and not _NOT.search(compact))


def _whole(rows: Sequence[Passage], place: int) -> list[Passage]:
    """A title on two lines: the second says only what kind of contract it is, the first is about what."""
    before = rows[place - 1] if place else None
    if before is None or not _KIND.fullmatch(squeeze(rows[place].text)):
        return [rows[place]]
    about = squeeze(before.text)
    return (
        [before, rows[place]]
        if _ABOUT.fullmatch(about) and not _is_title(before) and not _NOT.search(about)
        else [rows[place]]
    )


def _fact(source: Source, lines: Sequence[Passage]) -> TextFact:
    english = _ENGLISH.search(lines[0].text.strip())
    value = "".join(re.sub(r"\s+", " " if english else "", line.text.strip()) for line in lines).strip("《》")
    return TextFact(value=value, evidence=source.evidence(lines[0].start, lines[-1].end))
