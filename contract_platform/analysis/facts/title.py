"""The title of the contract: the last title-like line before the parties, which the cover may only repeat."""

import re
from collections.abc import Iterator
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
    r"[，。；：]|^(?:本|该|根据|依据|按照|现|鉴于|甲|乙|双方|签订|以上)|如下|编号|达成|订立|签订(?:本|以下)|附件|目录|印制|监制"
)
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
    found: Passage | None = None
    for passage in _upright(source.head[:LOOKED_AT]):
        compact = squeeze(passage.text)
        if len(compact) > LONGEST or parse_label(passage.text.strip()) is not None:
            continue
        if (_TITLE.search(compact) and not _NOT.search(compact)) or _ENGLISH.search(passage.text.strip()):
            found = passage
    if found is None:
        return None
    value = re.sub(r"\s+", "" if not _ENGLISH.search(found.text.strip()) else " ", found.text.strip()).strip("《》")
    return TextFact(value=value, evidence=source.evidence(found.start, found.end))
