"""Office files are zip archives of XML: opened with limits, parsed without entities and without network."""

import zipfile
import zlib
from pathlib import Path
from typing import Self

from lxml import etree

from contract_platform.analysis.model import Unreadable

MOST_ENTRIES = 5_000
LARGEST_TOTAL = 400 * 2**20  # bytes of all members after unpacking
LARGEST_XML = 48 * 2**20  # bytes of one XML part: a thousand pages stay far below
HIGHEST_RATIO = 250  # unpacked / packed, of members above 4 MiB
RATIO_COUNTS_FROM = 4 * 2**20

_BROKEN = (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, RuntimeError)

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements


class Archive:
    """An opened package; a context manager."""

    def __init__(self, path: Path) -> None:
        """Open and check; ``Unreadable`` damaged, encrypted or too_large."""
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Unreadable("damaged") from error
        self._members = {info.filename: info for info in self._zip.infolist()}
        _check(self._zip.infolist())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def names(self) -> tuple[str, ...]:
        """Names of all members."""
        return tuple(self._members)

    def xml(self, name: str) -> Element | None:
        """The root of an XML part, None where there is none; ``Unreadable`` damaged or too_large."""
        info = self._members.get(name)
        if info is None:
            return None
        if info.file_size > LARGEST_XML:
            raise Unreadable("too_large")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            with self._zip.open(info) as part:
                return etree.fromstring(part.read(LARGEST_XML + 1), parser)
        except _BROKEN as error:
            raise Unreadable("damaged") from error


def _check(members: list[zipfile.ZipInfo]) -> None:
    if any(info.flag_bits & 0x1 for info in members):
        raise Unreadable("encrypted")
    if len(members) > MOST_ENTRIES or sum(info.file_size for info in members) > LARGEST_TOTAL:
        raise Unreadable("too_large")
    for info in members:
        if info.file_size > RATIO_COUNTS_FROM and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
            raise Unreadable("too_large")
