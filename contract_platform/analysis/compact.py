"""Text without spaces and without differences of width, and the way back to the document's offsets.

Contracts pad with spaces (2024 年 3 月, 甲 方), mix full-width and half-width signs and draw blanks as long as a line;
patterns are written once, against this form.
"""

import re
from bisect import bisect_left

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}
_WIDTH |= {ord(a): ord(b) for a, b in zip("％＿．＋＝－／￥＃〇○", "%_.+=-/¥#零零", strict=True)}
_WIDTH |= {ord(a): ord(b) for a, b in zip("():;?,!﹕︰", "（）：；？，！：：", strict=True)}
_WIDTH |= {0xFF0C: ord("，"), 0xFF01: ord("！"), 0xFF08: ord("（"), 0xFF09: ord("）"), 0xFF1A: ord("：")}
_WIDTH |= {
    0xFF1B: ord("；"),
    0xFF1F: ord("？"),
    0x2610: ord("□"),
    ord("貳"): ord("贰"),
    ord("圓"): ord("圆"),
    ord("曰"): ord("日"),
}
_DROPPED = re.compile(r"[^\S\n]+|(?<=_)_+")


def fold(text: str) -> str:
    """The same text with one width for every sign; one character stays one character."""
    return text.translate(_WIDTH)


def squeeze(text: str) -> str:
    """The compact form of a text whose offsets are not needed."""
    return _DROPPED.sub("", fold(text))


class Compact:
    """The compact form of ``text[start:end]``."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.source = text
        folded = fold(text[start:end])
        parts: list[str] = []
        self._origin: list[int] = []
        position = 0
        for gap in _DROPPED.finditer(folded):
            parts.append(folded[position : gap.start()])
            self._origin.extend(range(start + position, start + gap.start()))
            position = gap.end()
        parts.append(folded[position:])
        self._origin.extend(range(start + position, start + len(folded)))
        self.text = "".join(parts)
        self._end = start + len(folded)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the source of the compact range ``[start, end)``."""
        if start >= len(self._origin):
            return self._end, self._end
        first = self._origin[start]
        return first, self._origin[end - 1] + 1 if end > start else first

    def at(self, offset: int) -> int:
        """Source offset of a compact offset."""
        return self._origin[offset] if offset < len(self._origin) else self._end

    def place(self, offset: int) -> int:
        """Compact offset of the first kept character at or behind a source offset."""
        return bisect_left(self._origin, offset)
