import zipfile

import pytest

from contract_platform.documents.sniff import sniff
from tests.unit.documents.docx_writer import new, save
from tests.unit.documents.pdf_writer import pdf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def test_word_is_known_by_its_members_whatever_its_name(tmp_path):
    assert sniff(save(new(), tmp_path, "合同.pdf")) == "docx"


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (pdf([["合同"]]), "pdf"),
        (b"\n\n" + pdf([["合同"]]), "pdf"),
        ("甲方：某某局".encode(), "txt"),
        ("甲方：某某局".encode("gb18030"), "txt"),
        ("\ufeff甲方".encode("utf-16-le"), "txt"),
        (b"\xff\xd8\xff\xe0", "jpg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"II*\x00", "tiff"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE, "unknown"),
        (b"MZ\x90\x00", "executable"),
        (b"#!/bin/sh\n", "script"),
        (b"  <!DOCTYPE html><p>", "html"),
        (bytes(range(256)), "unknown"),
        (b"", "unknown"),
    ],
)
def test_content_decides(tmp_path, content, media):
    path = tmp_path / "upload"
    path.write_bytes(content)
    assert sniff(path) == media


def test_a_script_is_told_from_text_by_its_name(tmp_path):
    path = tmp_path / "spooled"
    path.write_text("dir c:\\")
    assert sniff(path, "清理.bat") == "script"
    assert sniff(path, "说明.txt") == "txt"


@pytest.mark.parametrize(("member", "media"), [("OFD.xml", "ofd"), ("xl/workbook.xml", "xlsx"), ("readme", "zip")])
def test_packages_are_told_by_their_parts(tmp_path, member, media):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "x")
    assert sniff(path) == media


def test_a_character_cut_at_the_end_of_the_sample_is_no_reason_to_refuse(tmp_path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" + ("合" * 40_000).encode())
    assert sniff(path) == "txt"
