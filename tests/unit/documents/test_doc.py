"""Old Word and WPS documents are read without Word and without a converter."""

import pytest

from contract_platform.analysis.model import Unreadable
from contract_platform.documents.registry import read
from contract_platform.documents.sniff import sniff
from tests.unit.documents.doc_writer import IN_TABLE, LIST, ROW_ENDS, TABLE_DEFINITION, write_doc

TEXT = ["云溪县设备采购合同\r", "甲方：云溪县水务局\r", "第一条 标的\r", "乙方供应水泵二台。\r"]


def test_paragraphs(tmp_path):
    path = write_doc(tmp_path / "a.doc", TEXT)
    document = read(path)
    assert (sniff(path), document.format, document.notes) == ("doc", "doc", ())
    assert document.text.split("\n") == [one.strip() for one in TEXT]


def test_many_paragraphs_over_several_pages_of_formats(tmp_path):
    assert read(write_doc(tmp_path / "a.doc", TEXT * 10)).text.count("第一条 标的") == 10


def test_rows_and_cells_of_a_table(tmp_path):
    rows = [("名称", "数量"), ("水泵", ""), ("", "二台")]
    cells = [(f"{cell}\x07", IN_TABLE) for row in rows for cell in (*row, None) if cell is not None]
    marks = [("\x07", IN_TABLE + TABLE_DEFINITION + ROW_ENDS)]
    body = [*cells[:2], *marks, *cells[2:4], *marks, *cells[4:], *marks]
    document = read(write_doc(tmp_path / "a.doc", ["第一条 标的\r", *body, "第二条 价款\r"]))
    table = document.blocks[1]
    assert (table.kind, table.rows) == ("table", tuple(rows))
    assert document.blocks[2].text == "第二条 价款"


def test_a_cell_of_two_paragraphs_is_one_cell(tmp_path):
    body = [("甲\r", IN_TABLE), ("乙\x07", IN_TABLE), ("\x07", IN_TABLE + ROW_ENDS)]
    assert read(write_doc(tmp_path / "a.doc", body)).blocks[0].rows == (("甲乙",),)


def test_of_a_field_the_result_is_read(tmp_path):
    path = write_doc(tmp_path / "a.doc", ["合同\x13 PAGEREF \x13 IF \x14 x\x15\x14第3页\x15 价款\x01\r"])
    assert read(path).text == "合同第3页 价款"


def test_automatic_numbers_are_said_to_be_missing(tmp_path):
    assert read(write_doc(tmp_path / "a.doc", [("标的\r", LIST)])).notes == ("automatic_numbers_not_read",)


def test_text_of_one_byte_a_character(tmp_path):
    assert read(write_doc(tmp_path / "a.doc", ["Contract No. 7\r"], compressed=True)).text == "Contract No. 7"


def test_a_password_is_told(tmp_path):
    with pytest.raises(Unreadable, match="encrypted"):
        read(write_doc(tmp_path / "a.doc", TEXT, encrypted=True))


@pytest.mark.parametrize("at", [0x4C, 0x102, 0x106, 0x1A2, 0x1A6])
def test_offsets_outside_the_file_are_damage(tmp_path, at):
    path = write_doc(tmp_path / "a.doc", TEXT)
    data = bytearray(path.read_bytes())
    begin = 512 + 2 * 512  # header, sector table, directory
    data[begin + at : begin + at + 4] = b"\xff\xff\xff\x7f"
    path.write_bytes(bytes(data))
    if at == 0x4C:  # a length beyond the text takes all there is
        assert read(path).text.startswith("云溪县")
    else:
        with pytest.raises(Unreadable, match="damaged"):
            read(path)


def test_half_a_file_is_damage(tmp_path):
    path = write_doc(tmp_path / "a.doc", TEXT * 120)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(Unreadable, match="damaged"):
        read(path)
