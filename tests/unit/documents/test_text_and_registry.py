import subprocess
import sys
import zipfile

import pytest

from contract_platform.analysis.model import Unreadable
from contract_platform.documents.registry import READERS, read
from tests.unit.documents.docx_writer import new, save

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def written(folder, content):
    path = folder / "upload"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_its_encoding(tmp_path, encoding):
    document = read(written(tmp_path, "　　第一条　标的\r\n\r\n价款：𠮷元".encode(encoding)))
    assert document.text == "　　第一条　标的\n价款：𠮷元"


def test_drawn_tables_become_tables(tmp_path):
    drawn = (
        "经费\n┌──┬──┐\n│年度│金额│\n│　　│(万元)│\n├──┼──┤\n│2026│10│\n└──┴──┘\n| 序号 | 名称 |"
        " 数量 |\n| 1 | 电脑 | 3 |"
    )
    blocks = read(written(tmp_path, drawn.encode())).blocks
    assert blocks[1].rows == (("年度", "金额(万元)"), ("2026", "10"))
    assert blocks[2].rows == (("序号", "名称", "数量"), ("1", "电脑", "3"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"\xff\xd8\xff\xe0", "damaged"),
        (OLE + "WordDocument".encode("utf-16-le"), "damaged"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"<html>", "not_a_contract_file_type"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, content, code):
    with pytest.raises(Unreadable) as refusal:
        read(written(tmp_path, content))
    assert refusal.value.code == code


def test_a_zip_bomb_is_refused(tmp_path):
    document = new()
    document.add_paragraph("正文")
    path = save(document, tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.bin", bytes(8 * 2**20))
    with pytest.raises(Unreadable) as refusal:
        read(path)
    assert refusal.value.code == "too_large"


def test_readers_have_names_and_versions():
    assert {reader.name for reader in READERS.values()} == {"doc", "docx", "image", "ofd", "pdf", "text"}
    assert all(reader.version for reader in READERS.values())


def test_reading_pulls_in_no_server_and_no_database():
    code = (
        "import sys, contract_platform.documents.registry, contract_platform.analysis.analyse; "
        "sys.exit(' '.join({'litestar', 'sqlalchemy', 'dramatiq'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.stderr.strip() == ""
