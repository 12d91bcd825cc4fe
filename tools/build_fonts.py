"""Makes the fonts of the official forms from the locked npm packages; a step of ``tools.install``, like the pages.

``@fontsource/noto-serif-sc``, ``@fontsource/noto-sans-sc`` and ``@fontsource/lxgw-wenkai`` (OFL 1.1) come cut into
slices or whole. Everyday characters (GB 2312) go into one file for each kind of type, and all that is rare into one
file more, which is opened only where a name needs it. What is changed bears another name, as the OFL asks. The same
packages give the same bytes.

仿宋 has no package in any registry: Fandol Fang (GPL with font exception) is kept beside the made ones, unchanged.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "contract_platform" / "documents" / "forms" / "fonts"
PACKAGES = ROOT / "frontend" / "node_modules" / "@fontsource"
FIRST_HAN = 0x2E80
LATIN, MARKS = (*range(0x20, 0x7F), *range(0xA0, 0x100)), range(0x2010, 0x2028)
FAMILY, UNIQUE, FULL, POSTSCRIPT, TYPOGRAPHIC = 1, 3, 4, 6, 16  # names of the OpenType name table
DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "vhea", "vmtx")
SLICED = (
    ("noto-serif-sc", "400", "song.ttf", "Forms Song"),
    ("noto-serif-sc", "700", "title-song.ttf", "Forms Title Song"),
    ("noto-sans-sc", "500", "hei.ttf", "Forms Hei"),
)


def main() -> None:
    """Write the fonts into the package."""
    everyday = {*characters("gb2312"), *characters("gbk", last=0xF7), *LATIN, *MARKS}
    for family, weight, target, name in SLICED:
        sources = sorted((PACKAGES / family / "files").glob(f"*-{weight}-normal.woff"))
        merged(sources, everyday, FONTS / target, name)
    (kai,) = (PACKAGES / "lxgw-wenkai" / "files").glob("*-500-normal.woff")
    merged([kai], everyday, FONTS / "kai.ttf", "Forms Kai")
    rare = {code for code in TTFont(kai).getBestCmap() if code >= FIRST_HAN} - everyday
    merged([kai], rare, FONTS / "rare.ttf", "Forms Rare")


def characters(charset: str, last: int = 0xFE) -> Iterator[int]:
    """The characters of two bytes above A1 each, up to a last first one; two charsets write some marks differently."""
    for first in range(0xA1, last + 1):
        for second in range(0xA1, 0xFF):
            try:
                yield ord(bytes((first, second)).decode(charset))
            except UnicodeDecodeError:
                continue


def merged(sources: list[Path], wanted: set[int], target: Path, name: str) -> None:
    """One TrueType font with the wanted characters of all slices, under a name of its own."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [str(part) for source in sources if (part := cut(source, wanted, Path(folder))) is not None]
        font = Merger().merge(parts) if len(parts) > 1 else TTFont(parts[0])
        font.recalcTimestamp = False
        font["head"].created = font["head"].modified = TTFont(parts[0])["head"].modified  # not the hour of the build
        for record in font["name"].names:
            if record.nameID in {FAMILY, UNIQUE, FULL, POSTSCRIPT, TYPOGRAPHIC}:
                record.string = name.replace(" ", "") if record.nameID == POSTSCRIPT else name
        font.save(target)


def cut(source: Path, wanted: set[int], folder: Path) -> Path | None:
    """What a slice has of the wanted characters, without hints and layout tables; None where it has nothing."""
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    here = set(font.getBestCmap()) & wanted
    if not here:
        return None
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=here)
    cutter.subset(font)
    for table in DROPPED:
        if table in font:
            del font[table]
    target = folder / f"{source.stem}.ttf"
    font.save(target)
    return target


if __name__ == "__main__":
    main()
