"""Whether text that was read can be what is printed: without a map from glyphs to Unicode it cannot."""

from collections.abc import Iterable
from typing import Final

FEWEST: Final = 15  # characters: fewer are stamps and page numbers on a picture
STRANGE: Final = 0.12  # share of characters that no contract has: above, the map from glyphs to Unicode is missing
ACCENTED: Final = 0.3  # share of letters from Latin-1 from which Chinese was written under the wrong encoding
COMMON: Final = 0.4  # share of Chinese characters that are common: below, glyphs are mapped to the wrong ones
TELLING: Final = 40  # Chinese characters from which that share tells something
_KNOWN = (
    (0x20, 0x7E), (0xA0, 0xFF), (0x370, 0x3FF), (0x2000, 0x27BF), (0x3000, 0x30FF), (0x3200, 0x33FF),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x323AF),
)  # fmt: skip
_COMMON_ROWS = range(0xB0, 0xD8)  # first bytes of the 3,755 common characters of GB/T 2312-1980


def is_garbled(texts: Iterable[str]) -> bool:
    """Whether the characters cannot be what is printed there."""
    characters = [character for text in texts for character in text if not character.isspace()]
    strange = sum(not any(low <= ord(one) <= high for low, high in _KNOWN) for one in characters)
    letters = [one for one in characters if one.isalpha()]
    accented = sum("\u00c0" <= one <= "\u00ff" for one in letters)
    chinese = [one for one in letters if "\u4e00" <= one <= "\u9fff"]
    return (
        strange > STRANGE * len(characters)
        or accented > ACCENTED * max(len(letters), TELLING)
        or (len(chinese) >= TELLING and sum(map(_is_common, chinese)) < COMMON * len(chinese))
    )


def is_too_little(text: str) -> bool:
    """Whether there is hardly anything."""
    return sum(not character.isspace() for character in text) < FEWEST


def _is_common(character: str) -> bool:
    code = character.encode("gb2312", "ignore")
    return bool(code) and code[0] in _COMMON_ROWS
