"""Writes old Word documents ([MS-DOC] in a compound file, [MS-CFB]) for tests: one piece of text, a page of formats."""

import struct

SECTOR, PAGE = 512, 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
TEXT_AT = 2048
ON_A_PAGE = 8
IN_TABLE = struct.pack("<HB", 0x2416, 1)
ROW_ENDS = struct.pack("<HB", 0x2417, 1)
LIST = struct.pack("<HH", 0x460B, 3)
TABLE_DEFINITION = struct.pack("<HH", 0xD608, 5) + bytes(4)


def write_doc(path, paragraphs, *, encrypted=False, compressed=False, stream="WordDocument"):
    """Paragraphs are texts with their mark (\\r or \\x07), or pairs of a text and its property modifiers."""
    pairs = [one if isinstance(one, tuple) else (one, b"") for one in paragraphs]
    text = "".join(one for one, _ in pairs)
    width = 1 if compressed else 2
    body = text.encode("cp1252" if compressed else "utf-16-le")
    pages_at = -(-(TEXT_AT + len(body)) // PAGE) * PAGE
    starts, pages, at = [TEXT_AT], [], TEXT_AT
    for first in range(0, len(pairs), ON_A_PAGE):
        group = pairs[first : first + ON_A_PAGE]
        ends: list[int] = []
        for one, _ in group:
            ends.append(ends[-1] + width * len(one) if ends else at + width * len(one))
        pages.append(_page([at, *ends], [found for _, found in group]))
        at = ends[-1]
        starts.append(at)
    piece = TEXT_AT * 2 | 0x40000000 if compressed else TEXT_AT
    clx = b"\x01" + struct.pack("<H", 2) + b"\0\0"
    plc = struct.pack("<2I", 0, len(text)) + struct.pack("<HIH", 0, piece, 0)
    clx += b"\x02" + struct.pack("<I", len(plc)) + plc
    bins = struct.pack(f"<{len(starts)}I", *starts)
    bins += struct.pack(f"<{len(pages)}I", *(pages_at // PAGE + n for n in range(len(pages))))
    fib = bytearray(TEXT_AT)
    struct.pack_into("<H", fib, 0, 0xA5EC)
    struct.pack_into("<H", fib, 0x0A, 0x0200 | (0x0100 if encrypted else 0))
    struct.pack_into("<I", fib, 0x4C, len(text))
    struct.pack_into("<2I", fib, 0x102, len(clx), len(bins))
    struct.pack_into("<2I", fib, 0x1A2, 0, len(clx))
    main = bytes(fib) + body
    main = main.ljust(pages_at, b"\0") + b"".join(pages)
    path.write_bytes(compound({stream: main, "1Table": clx + bins}))
    return path


def _page(offsets, found):
    """A page of formatted paragraphs: places, references, modifiers from the end, the count in the last byte."""
    page = bytearray(PAGE)
    struct.pack_into(f"<{len(offsets)}I", page, 0, *offsets)
    top = PAGE - 2
    for index, modifiers in enumerate(found):
        entry = struct.pack("<H", 0) + modifiers
        entry += b"\0" * (len(entry) % 2 == 0)
        block = bytes([(len(entry) + 1) // 2]) + entry
        top = (top - len(block)) & ~1
        page[top : top + len(block)] = block
        page[4 * len(offsets) + 13 * index] = top // 2
    page[-1] = len(found)
    return bytes(page)


def compound(streams):
    """A compound file of these streams, each as long as it takes to stand outside the small sectors."""
    chains, data, at = [], b"", 2
    for content in streams.values():
        sectors = max(8, -(-len(content) // SECTOR))
        chains.append((at, sectors, sectors * SECTOR))
        data += content.ljust(sectors * SECTOR, b"\0")
        at += sectors
    table = [FAT, END]
    for first, sectors, _ in chains:
        table += [*range(first + 1, first + sectors), END]
    table += [FREE] * (SECTOR // 4 - len(table))
    entries = [_entry("Root Entry", 5, child=1)]
    for index, (name, (first, _, size)) in enumerate(zip(streams, chains, strict=True), start=1):
        entries.append(_entry(name, 2, right=index + 1 if index < len(streams) else FREE, first=first, size=size))
    directory = b"".join(entries).ljust(SECTOR, b"\0")
    versions = struct.pack("<16sHHHHH6x", bytes(16), 0x3E, 3, 0xFFFE, 9, 6)
    places = struct.pack("<10I", 0, 1, 1, 0, 4096, END, 0, END, 0, 0)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + versions + places
    header += struct.pack("<108I", *[FREE] * 108)
    return header + struct.pack("<128I", *table) + directory + data


def _entry(name, kind, *, child=FREE, right=FREE, first=0, size=0):
    encoded = name.encode("utf-16-le")
    head = struct.pack("<64sHBB", encoded, len(encoded) + 2, kind, 1)
    return head + struct.pack("<III", FREE, right, child) + bytes(36) + struct.pack("<IQ", first, size)
