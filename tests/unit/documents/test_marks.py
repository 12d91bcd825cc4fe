"""Secrecy marks in the text, in headers and footers of docx and PDF; a marked file gives no text away."""

from datetime import date

import msgspec
import pytest

from contract_platform.analysis.model import Context
from contract_platform.documents.child_reading import MARKED, Outcome, read_and_analyse
from contract_platform.documents.registry import read
from tests.unit.documents.docx_writer import new, save
from tests.unit.documents.pdf_writer import pdf

TODAY = Context(today=date(2026, 3, 2))
BODY = [
    "物业服务合同",
    "第一条 乙方应当保守甲方的商业秘密和国家秘密，不得泄露。",
    "第二条 涉及国家秘密的，按照保守国家秘密法办理。",
]


def outcome(path, context=TODAY):
    return msgspec.msgpack.decode(read_and_analyse(str(path), msgspec.json.encode(context).decode()), type=Outcome)


def docx(folder, *, header="", footer="", table=()):
    document = new()
    for line in BODY:
        document.add_paragraph(line)
    if table:
        cells = document.add_table(1, len(table)).rows[0].cells
        for cell, text in zip(cells, table, strict=True):
            cell.text = text
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    return save(document, folder)


@pytest.mark.parametrize(
    ("given", "marks"),
    [
        ({"header": "机密★10年"}, ("机密★10年",)),
        ({"footer": "望澜区大数据管理局  秘密★5年"}, ("秘密★5年",)),
        ({"table": ("密级：秘密★3年", "编号")}, ("秘密★3年",)),
        ({"header": "内部资料 注意保管"}, ()),
        ({"table": ("绝密", "机密", "秘密")}, ()),
        ({}, ()),
    ],
)
def test_docx(tmp_path, given, marks):
    assert read(docx(tmp_path, **given)).marks == marks


def test_a_stamp_on_every_page_of_a_pdf_is_seen_although_furniture_is_left_out(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([["绝密★长期", *BODY, f"第{n}页"] for n in range(1, 5)]))
    document = read(path)
    assert document.marks == ("绝密★长期",)
    assert "绝密" not in document.text


def test_a_pdf_that_only_speaks_of_secrets_has_no_mark(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([[*BODY, f"第{n}页"] for n in range(1, 5)]))
    assert read(path).marks == ()


def test_a_marked_file_leaves_the_child_without_its_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("\n".join(["机密★10年", *BODY]))
    found = outcome(path)
    assert (found.analysis, found.unreadable, found.marks) == (None, MARKED, ("机密★10年",))


def test_a_cleared_file_is_read_with_its_marks(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("\n".join(["机密★10年", *BODY]))
    found = outcome(path, msgspec.structs.replace(TODAY, secrecy_cleared=True))
    assert found.unreadable is None
    assert found.analysis.document.blocks[0].text == "机密★10年"
