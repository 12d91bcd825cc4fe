from datetime import UTC, datetime

import pytest
from fontTools.ttLib import TTFont

from contract_platform.application import form_ports as f
from contract_platform.documents.forms import shelf
from contract_platform.documents.forms.writer import WordForms
from tests.unit.forms.pages import lines_of, pages_of, text_of_pdf, texts_of_docx

AT = datetime(2026, 3, 12, 2, tzinfo=UTC)
MM = 72 / 25.4
FORMS = WordForms()
SENTENCE = "政府合同签订前应当经过合法性审查未经审查或者审查不合格的不得签订"


def written(*blocks, **more):
    docx = FORMS.compose(f.Composition(title="试排", blocks=blocks, **more), AT)
    return docx, FORMS.lay_out(docx, AT)


def table(count, text="验收合格后十个工作日内付款"):
    head = (f.Cell(text="序号"), f.Cell(text="内容"))
    rows = tuple((f.Cell(text=f"第{at}项"), f.Cell(text=text)) for at in range(1, count + 1))
    return f.Table(widths=(1, 3), rows=(head, *rows), head=1)


def test_a_full_page_has_22_lines_of_28_characters():
    _, pdf = written(f.Text(text=SENTENCE * 60, indented=False))
    first = pages_of(pdf)[0]
    lines = lines_of(first)[:-1]  # the last is the page number
    assert len(lines) == 22
    assert {len(line) for line in lines} == {28}


def test_the_text_stands_inside_the_margins_of_the_standard():
    _, pdf = written(f.Text(text=SENTENCE * 60, indented=False))
    body = [glyph for glyph in pages_of(pdf)[0] if glyph.text in SENTENCE]
    assert min(glyph.left for glyph in body) == pytest.approx(28 * MM, abs=1)
    assert max(glyph.right for glyph in body) == pytest.approx((210 - 26) * MM, abs=1.5)
    assert 37 * MM + 12 < min(glyph.base for glyph in body) < 37 * MM + 24
    assert (297 - 35) * MM - 12 < max(glyph.base for glyph in body) < (297 - 35) * MM


def test_the_pdf_has_the_text_of_the_word_file_with_rare_names_too():
    docx, pdf = written(
        f.Masthead(body="望澜区司法局", number="望司审〔2026〕12号"),
        f.Title(text="关于《档案数字化服务合同》的\n合法性审查意见书"),
        f.Addressee(text="望澜区大数据管理局："),
        f.Heading(text="一、审查意见"),
        f.Text(text="相对方负责人䶮喆堃，金额￥12,000,000.00元，比例30%，编号ABC-2026/07（副本）。"),
        table(3),
        f.Signature(body="望澜区司法局", day="2026年3月12日", seal=True),
    )
    shown = text_of_pdf(pdf)
    texts = texts_of_docx(docx)
    assert shown == "".join(texts) + "—1—"


def test_the_head_of_a_table_comes_again_on_every_page():
    _, pdf = written(table(60))
    pages = pages_of(pdf)
    assert len(pages) > 1
    for page in pages:
        assert "".join(glyph.text for glyph in page).startswith("序号内容")


def test_a_row_higher_than_a_page_goes_on_and_loses_nothing():
    docx, pdf = written(table(1, SENTENCE * 70))
    assert len(pages_of(pdf)) > 1
    assert text_of_pdf(pdf).count("不得签订") == "".join(texts_of_docx(docx)).count("不得签订")


def test_a_heading_is_not_left_alone_at_the_foot():
    for count in range(18, 23):
        _, pdf = written(*(f.Text(text="一行") for _ in range(count)), f.Heading(text="二、结论"), f.Text(text="正文"))
        page = next(page for page in pages_of(pdf) if "结" in {glyph.text for glyph in page})
        assert "文" in {glyph.text for glyph in page}


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    _, pdf = written(f.Text(text="签订合同（含补充协议），应当审查；《办法》另有规定的，从其规定。" * 30))
    for line in [line for page in pages_of(pdf) for line in lines_of(page)[:-1]]:
        assert line[0] not in "，。；）》"
        assert line[-1] not in "（《"


def test_figures_and_words_are_not_torn_apart():
    _, pdf = written(f.Text(text="合同金额为12,000,000.00元，编号WL-2026-000123。" * 20))
    for line in [line for page in pages_of(pdf) for line in lines_of(page)[:-1]]:
        assert not line.startswith((",", ".", "000", "-2026", "-000123"))


def test_odd_pages_are_numbered_at_the_right_and_even_ones_at_the_left():
    _, pdf = written(f.Text(text=SENTENCE * 60))
    first, second = pages_of(pdf)[:2]
    one = next(glyph for glyph in reversed(first) if glyph.text == "1")
    two = next(glyph for glyph in reversed(second) if glyph.text == "2")
    assert one.left > 150 * MM
    assert two.left < 60 * MM
    assert 7 * MM < one.base - (297 - 35) * MM < 14 * MM


def test_the_signature_stands_at_the_right_with_the_date_below_the_body():
    _, pdf = written(f.Signature(body="望澜区司法局", day="2026年3月12日", seal=True))
    glyphs = pages_of(pdf)[0]
    body, day = (next(glyph for glyph in glyphs if glyph.text == text) for text in "望年")
    assert body.left > 105 * MM
    assert day.top > body.top


def test_the_same_document_at_the_same_instant_has_the_same_bytes():
    assert written(table(3)) == written(table(3))


def test_a_sign_no_font_has_refuses_the_pdf_and_names_it():
    with pytest.raises(f.NotLaidOutError) as refused:
        written(f.Text(text="合同\ue123"))
    assert refused.value.reason.code == "form_sign_missing"
    assert refused.value.reason.params["code"] == "U+E123"


def test_without_fonts_there_is_no_pdf_and_the_word_file_stands(monkeypatch, tmp_path):
    monkeypatch.setattr(shelf, "FOLDER", tmp_path)
    forms = WordForms()
    forms._shelf = shelf.Shelf(None, tmp_path)
    docx = forms.compose(f.Composition(title="试排", blocks=(f.Text(text="正文"),)), AT)
    with pytest.raises(f.NotLaidOutError) as refused:
        forms.lay_out(docx, AT)
    assert refused.value.reason.code == "form_fonts_missing"
    assert texts_of_docx(docx) == ["正文"]


def test_the_bureaus_own_font_is_embedded_where_it_is_there(tmp_path):
    with TTFont(shelf.FOLDER / "kai.ttf") as font:
        for record in font["name"].names:
            if record.nameID in {1, 4, 6, 16}:
                record.string = "仿宋_GB2312"
        font.save(tmp_path / "own.ttf")
    docx = FORMS.compose(f.Composition(title="试排", blocks=(f.Text(text="正文"),)), AT)
    assert b"FandolFang" not in WordForms(tmp_path).lay_out(docx, AT)
    assert b"FandolFang" in FORMS.lay_out(docx, AT)


def test_a_font_that_must_not_be_embedded_is_left_alone(tmp_path):
    with TTFont(shelf.FOLDER / "kai.ttf") as font:
        font["OS/2"].fsType = 2
        font.save(tmp_path / "closed.ttf")
    assert shelf.Shelf(tmp_path).exact("Forms Kai") is None


def test_a_wide_table_can_be_laid_on_its_side():
    _, pdf = written(table(2), landscape=True)
    assert max(glyph.right for glyph in pages_of(pdf)[0]) > 210 * MM
