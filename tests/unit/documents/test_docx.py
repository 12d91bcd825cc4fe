import zipfile

import pytest

from contract_platform.analysis.model import Unreadable
from contract_platform.documents.docx import read_docx
from tests.unit.documents.docx_writer import new, raw, save

INSERTED = '<w:ins w:id="1" w:author="审核员" w:date="2026-05-01T00:00:00Z"><w:r><w:t>90</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="2" w:author="审核员"><w:r><w:delText>30</w:delText></w:r></w:del>'


def read(document, folder):
    found = read_docx(save(document, folder))
    assert found.text == "\n".join(block.text for block in found.blocks)
    assert all(found.text[block.start : block.end] == block.text for block in found.blocks)
    return found


def test_tracked_changes_are_accepted_and_both_views_kept(tmp_path):
    document = new()
    raw(document, f"<w:p><w:r><w:t>付款期限为</w:t></w:r>{INSERTED}{DELETED}<w:r><w:t>日。</w:t></w:r></w:p>")
    found = read(document, tmp_path)
    assert found.text == "付款期限为90日。"
    inserted, deleted = found.revisions
    assert (inserted.kind, found.text[inserted.start : inserted.end], inserted.author) == ("inserted", "90", "审核员")
    assert (deleted.kind, deleted.start, deleted.end, deleted.text) == ("deleted", 7, 7, "30")


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path):
    document = new()
    raw(document, '<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t>甲方应</w:t></w:r></w:p>')
    raw(document, "<w:p><w:r><w:t>付款。</w:t></w:r></w:p>")
    assert read(document, tmp_path).text == "甲方应付款。"


def test_tables_are_read_cell_by_cell_with_merged_cells(tmp_path):
    document = new()
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ("名称", "数量", "单价"), strict=True):
        cell.text = text
    table.cell(1, 0).merge(table.cell(1, 1)).text = "合计"
    table.cell(1, 2).text = "100元"
    block = read(document, tmp_path).blocks[0]
    assert block.kind == "table"
    assert block.rows == (("名称", "数量", "单价"), ("合计", "", "100元"))
    assert block.text == "名称\t数量\t单价\n合计\t\t100元"


def test_a_table_that_only_lays_out_text_is_read_as_text(tmp_path):
    document = new()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "第一条 标的"
    cell.add_paragraph("第二条 价款")
    assert [block.kind for block in read(document, tmp_path).blocks] == ["paragraph", "paragraph"]


def test_content_controls_fields_and_text_boxes_are_read(tmp_path):
    document = new()
    prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    raw(document, f"<w:p><w:sdt>{prompt}<w:sdtContent><w:r><w:t>单击此处</w:t></w:r></w:sdtContent></w:sdt></w:p>")
    field = '<w:fldSimple w:instr="DATE"><w:r><w:t>2026年</w:t></w:r></w:fldSimple>'
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    raw(document, f"<w:p>{field}{box}</w:p>")
    found = read(document, tmp_path)
    assert [(block.text, block.part) for block in found.blocks] == [
        ("单击此处", "body"),
        ("2026年", "body"),
        ("框内文字", "textbox"),
    ]
    assert [found.text[blank.start : blank.end] for blank in found.blanks] == ["单击此处"]


def test_underlined_space_is_a_blank_and_underlined_text_is_not(tmp_path):
    document = new()
    line = "<w:r><w:rPr><w:u w:val='single'/></w:rPr><w:t xml:space='preserve'>{}</w:t></w:r>"
    raw(document, f"<w:p><w:r><w:t>共</w:t></w:r>{line.format('    ')}<w:r><w:t>元</w:t></w:r></w:p>")
    raw(document, f"<w:p>{line.format('  ')}{line.format('30')}{line.format('  ')}</w:p>")
    blanks = read(document, tmp_path).blanks
    assert [(blank.start, blank.end) for blank in blanks] == [(1, 5)]


def test_contents_pages_headers_comments_and_hidden_text(tmp_path):
    document = new()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("第一条 标的\t3", style="toc 1")
    commented = document.add_paragraph("正文").runs
    document.add_comment(commented, text="批注", author="审核员")
    raw(document, "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>可见</w:t></w:r></w:p>")
    found = read(document, tmp_path)
    assert [(block.text, block.part) for block in found.blocks] == [
        ("第一条 标的\t3", "toc"),
        ("正文", "body"),
        ("可见", "body"),
    ]
    assert found.comment_count == 1


def test_symbols_of_wingdings_become_boxes(tmp_path):
    document = new()
    raw(
        document,
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:p>',
    )
    assert read(document, tmp_path).text == "☑□"


def test_block_ids_survive_an_insertion_elsewhere(tmp_path):
    before, after = new(), new()
    for text in ("甲", "乙", "乙"):
        before.add_paragraph(text)
    for text in ("新", "甲", "乙", "乙"):
        after.add_paragraph(text)
    ids = [block.id for block in read(before, tmp_path).blocks]
    assert ids == [block.id for block in read(after, tmp_path).blocks][1:]
    assert len(set(ids)) == 3


def repacked(path, name, content):
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in (parts | {name: content}).items():
            archive.writestr(part, data)
    return path


def test_external_entities_are_not_resolved(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("机密")
    document = new()
    document.add_paragraph("正文")
    path = save(document, tmp_path)
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    body = xml.split("?>", 1)[1].replace("正文", "正文&x;")
    hostile = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{body}'
    assert "机密" not in read_docx(repacked(path, "word/document.xml", hostile.encode())).text


@pytest.mark.parametrize(
    ("content", "code"), [(b"<w:document", "damaged"), (b"<a/>", "damaged"), (b" " * (49 * 2**20), "too_large")]
)
def test_a_broken_or_huge_main_part_is_refused(tmp_path, content, code):
    path = repacked(save(new(), tmp_path), "word/document.xml", content)
    with pytest.raises(Unreadable) as refusal:
        read_docx(path)
    assert refusal.value.code == code


def test_a_document_without_text_is_refused(tmp_path):
    with pytest.raises(Unreadable) as refusal:
        read_docx(save(new(), tmp_path))
    assert refusal.value.code == "empty"
