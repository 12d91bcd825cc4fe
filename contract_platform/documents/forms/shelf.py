"""Which font file stands for the name a Word file asks for: the bureau's own if it is there, else an open one.

The bureau puts its licensed 仿宋_GB2312, 楷体_GB2312, 黑体 and 小标宋 into the folder of the setting FONTS_DIR. What is
not there is set in the open fonts that ship with the platform, of the same four kinds.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec
from fontTools.ttLib import TTCollection, TTFont, TTLibError

FOLDER: Final = Path(__file__).resolve().parent / "fonts"
KINDS: Final = (
    ("FandolFang-Regular.otf", ("仿宋", "fangsong", "fang")),
    ("title-song.ttf", ("小标宋", "标宋", "大标宋", "xbs")),
    ("hei.ttf", ("黑", "hei", "雅黑", "gothic", "arial", "sans")),
    ("kai.ttf", ("楷", "kai")),
)
SONG, BOLD_SONG, RARE = "song.ttf", "title-song.ttf", "rare.ttf"
RIGHTS, NOT_EMBEDDABLE = 0x000F, 0x0002  # OS/2 fsType: Restricted License embedding
FAMILIES: Final = frozenset({1, 4, 16})  # name ids: family, full name, typographic family
SUFFIXES: Final = frozenset({".ttf", ".otf", ".ttc", ".otc"})


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """One font in a file."""

    path: Path
    number: int = 0


class Metrics:
    """What a face can show and how wide; all in thousandths of the size."""

    def __init__(self, face: Face) -> None:
        with TTFont(face.path, fontNumber=face.number, lazy=True) as font:
            self._glyphs = font.getBestCmap()
            unit = 1000 / font["head"].unitsPerEm
            self._widths = {name: advance * unit for name, (advance, _) in font["hmtx"].metrics.items()}
            self.ascent = font["hhea"].ascent * unit
            self.descent = -font["hhea"].descent * unit

    def shows(self, sign: str) -> bool:
        """Whether there is a glyph."""
        return ord(sign) in self._glyphs

    def width(self, sign: str) -> float:
        """The advance of a sign it shows."""
        return float(self._widths[self._glyphs[ord(sign)]])


@lru_cache(maxsize=32)
def metrics(face: Face) -> Metrics:
    """Read once for the life of the process."""
    return Metrics(face)


class Shelf:
    """The fonts at hand. ``own`` is the bureau's folder, None where it has none."""

    def __init__(self, own: Path | None = None, open_fonts: Path = FOLDER) -> None:
        self._own = dict(named(own)) if own is not None else {}
        self._open = open_fonts

    def face(self, name: str, *, bold: bool = False) -> Face:
        """The face for a name of a font."""
        found = self._own.get(plain(name))
        return found if found is not None else Face(path=self._open / stand_in(name, bold=bold))

    def exact(self, name: str) -> Face | None:
        """The bureau's font of exactly this name."""
        return self._own.get(plain(name))

    def others(self) -> tuple[Face, ...]:
        """Where to look for a sign that the wanted font does not have."""
        return tuple(Face(path=self._open / name) for name in (KINDS[0][0], SONG, RARE))

    def missing(self) -> tuple[str, ...]:
        """The open fonts that are not where they should be."""
        wanted = (*(file for file, _ in KINDS), SONG, RARE)
        return tuple(file for file in wanted if not (self._open / file).is_file())


def stand_in(name: str, *, bold: bool) -> str:
    """The open font of the same kind."""
    lowered = name.lower()
    kind = next((file for file, words in KINDS if any(word in lowered for word in words)), SONG)
    return BOLD_SONG if kind == SONG and bold else kind


def plain(name: str) -> str:
    """A name as it is compared: ``仿宋_GB2312`` and ``仿宋_gb2312`` are one."""
    return "".join(name.split()).lower()


def named(folder: Path) -> Iterator[tuple[str, Face]]:
    """Every embeddable font of a folder under each of its family names."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            yield from named_in(path)


def named_in(path: Path) -> Iterator[tuple[str, Face]]:
    """The faces of a file; a file that is no font or must not be embedded gives none."""
    try:
        with path.open("rb") as file:
            collection = path.suffix.lower() in {".ttc", ".otc"}
            fonts = TTCollection(file, lazy=True).fonts if collection else [TTFont(file, lazy=True)]
            found = [(name, Face(path=path, number=at)) for at, font in enumerate(fonts) for name in names_of(font)]
    except (TTLibError, OSError, KeyError, UnicodeDecodeError):
        return
    yield from found


def names_of(font: TTFont) -> Iterator[str]:
    """The family names of a font that may be embedded."""
    if "OS/2" in font and font["OS/2"].fsType & RIGHTS == NOT_EMBEDDABLE:
        return
    yield from (plain(record.toUnicode()) for record in font["name"].names if record.nameID in FAMILIES)
