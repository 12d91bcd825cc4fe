"""Secrecy marks on a document: 绝密, 机密, 秘密 with ★ and a period, as they stand on papers of state secrets.

保守国家秘密法 (2024) art. 20 and its 实施条例 have the mark put on the carrier itself: level, ★, period (GB/T 9704-2012
7.2.2). It stands alone on a line or in a running header, beside nothing but a copy number and the urgency. The same
words inside a sentence, 商业秘密, or a clause on confidentiality are no mark.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

LEADING: Final = 5  # lines at the top of a document where the level alone is a mark
_LEVEL = "绝密|机密|秘密"
_PERIOD = r"(?:长期|永久|启用前|解密前|[\d一二三四五六七八九十百]{1,4}(?:年|个?月|天|日|小时)?)?"
_COPY = r"(?:(?:份号[:：]?|№|NO\.?)?\d{1,6}号?)?"
_URGENCY = r"(?:特急|特提|加急|平急|急件|紧急)?"
_LABEL = r"(?:密级(?:和保密期限)?[:：])?"
_STAR = "[★☆✩✪✭✮✯⭐*＊]"
_STARRED = re.compile(rf"{_COPY}{_LABEL}((?:{_LEVEL})级?{_STAR}{_PERIOD}){_URGENCY}", re.IGNORECASE)
_LABELLED = re.compile(rf"{_COPY}密级(?:和保密期限)?[:：]((?:{_LEVEL})级?{_PERIOD}){_URGENCY}")
_BARE = re.compile(rf"{_COPY}((?:{_LEVEL})级?){_URGENCY}")
_IN_HEADER = re.compile(
    rf"(?<![\u4e00-\u9fff“\"])((?:绝\s*密|机\s*密|秘\s*密)\s*级?\s*[★☆⭐](?:\s*{_PERIOD})?)(?![\u4e00-\u9fff”\"])"
)
_SPACES = re.compile(r"[\s\u3000\u00a0\u200b]+")


def mark_on(line: str, *, bare: bool = False) -> str | None:
    """The mark a line consists of; ``bare`` takes the level alone for one."""
    if "密" not in line:
        return None
    text = _SPACES.sub("", line)
    for pattern in (_STARRED, _LABELLED, *((_BARE,) if bare else ())):
        found = pattern.fullmatch(text)
        if found:
            return str(found[1])
    return None


def mark_in_header(line: str) -> str | None:
    """The mark in a running header or footer: a line of its own there, or ★ and all beside other words."""
    if "密" not in line:
        return None
    found = _IN_HEADER.search(line)
    return mark_on(line, bare=True) or (_SPACES.sub("", found[1]) if found else None)


def secrecy_marks(lines: Sequence[str], cells: Iterable[str] = (), edges: Iterable[str] = ()) -> tuple[str, ...]:
    """All marks: of the body's lines, of table cells, and of headers, footers and page stamps, each once."""
    found = [mark_on(line, bare=place < LEADING) for place, line in enumerate(line for line in lines if line.strip())]
    found += [mark_on(cell) for cell in cells]
    found += [mark_in_header(line) for line in edges]
    return tuple(dict.fromkeys(mark for mark in found if mark))
