"""Whether text that was read can be a contract's at all: without a map from glyphs to Unicode it cannot."""

from collections.abc import Iterable

STRANGE = 0.12  # share of characters that no contract has
_KNOWN = (
    (0x20, 0x7E), (0xA0, 0xFF), (0x370, 0x3FF), (0x2000, 0x27BF), (0x3000, 0x30FF), (0x3200, 0x33FF),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x323AF),
)  # fmt: skip


def is_garbled(texts: Iterable[str]) -> bool:
    """Whether too many characters are of no script that contracts are written in."""
    characters = [char for text in texts for char in text if not char.isspace()]
    strange = sum(not any(low <= ord(char) <= high for low, high in _KNOWN) for char in characters)
    return strange > STRANGE * len(characters)
