"""Changes files by seeded chance: bytes anywhere, and inside a package the XML of its parts."""

import io
import random
import re
import zipfile
from collections.abc import Callable

MOST_CHANGES = 8
TOKEN = re.compile(rb"<[^<>]{1,80}>|\"[^\"<>]{0,40}\"|[0-9]{1,9}")
NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"4294967295", b"99999999999999999999", b"nan", b"1e999")
TEXTS = (
    b"",
    b"\0",
    b"\xff",
    b"&a;",
    "第".encode(),
    b"<",
    b">",
    b"]]>",
    b"\r\n",
    "\u202e".encode(),
    b"9" * 400,
    b"(" * 400,
)


def mutated(data: bytes, seed: int) -> bytes:
    """The file with one to eight changes; of a package also inside its parts."""
    chance = random.Random(seed)
    if data.startswith(b"PK") and chance.random() < 0.8:
        return repacked(data, chance)
    return changed(data, chance)


def repacked(data: bytes, chance: random.Random) -> bytes:
    """The package anew with one of its parts changed, left out or doubled."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = chance.choice([part for part in parts if part.endswith((".xml", ".rels"))] or [*parts])
    if chance.random() < 0.1:
        del parts[name]
    else:
        parts[name] = changed(parts[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for part, content in parts.items():
            package.writestr(zipfile.ZipInfo(part), content)
    return out.getvalue()


def changed(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to eight changes."""
    for _ in range(chance.randint(1, MOST_CHANGES)):
        data = chance.choice(CHANGES)(data, chance)
    return data


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.expovariate(0.1)) + 1)


def flip(data: bytes, chance: random.Random) -> bytes:
    """One bit is another."""
    at = chance.randrange(max(1, len(data)))
    return data[:at] + bytes([byte ^ 1 << chance.randrange(8) for byte in data[at : at + 1]]) + data[at + 1 :]


def drop(data: bytes, chance: random.Random) -> bytes:
    """A stretch is gone."""
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def double(data: bytes, chance: random.Random) -> bytes:
    """A stretch stands there several times."""
    start, end = _place(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def insert(data: bytes, chance: random.Random) -> bytes:
    """Something strange stands in between."""
    start, _ = _place(data, chance)
    return data[:start] + chance.choice(TEXTS) + data[start:]


def token(data: bytes, chance: random.Random) -> bytes:
    """A number, a value or a tag is another."""
    found = [*TOKEN.finditer(data)]
    if not found:
        return flip(data, chance)
    one = chance.choice(found)
    other = chance.choice(found)[0] if chance.random() < 0.5 else chance.choice(NUMBERS)
    return data[: one.start()] + other + data[one.end() :]


CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (flip, drop, double, insert, token, token)
