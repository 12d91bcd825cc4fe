"""OFD is read by where its characters stand."""

import pytest

from contract_platform.analysis.model import Unreadable
from contract_platform.analysis.pages import boxes
from contract_platform.documents.ofd_text import tenths
from contract_platform.documents.registry import read
from contract_platform.documents.sniff import sniff
from tests.unit.documents.ofd_writer import SIZE, content, page, parts, text_object, write_ofd, write_parts

LINES = ["云溪县设备采购合同", "甲方：云溪县水务局", "乙方：云溪甲有限公司", "第一条 标的", "乙方供应水泵二台。"]


def lines(path):
    return read(path).text.split("\n")


def test_the_lines_of_a_page_come_in_order(tmp_path):
    path = write_ofd(tmp_path / "a.ofd", [page(LINES)])
    document = read(path)
    assert (sniff(path), document.format, document.page_count) == ("ofd", "ofd", 1)
    assert lines(path) == LINES


def test_order_is_that_of_the_places_not_of_the_file(tmp_path):
    objects = [text_object(line, y=40 + 8 * number) for number, line in enumerate(LINES)]
    path = write_ofd(tmp_path / "a.ofd", [content("".join(reversed(objects)))])
    assert lines(path) == LINES


def test_a_line_of_several_objects_is_one_line_with_spaces_at_gaps(tmp_path):
    objects = text_object("甲方（盖章）：", x=30) + text_object("乙方（盖章）：", x=120)
    assert lines(write_ofd(tmp_path / "a.ofd", [content(objects)])) == ["甲方（盖章）： 乙方（盖章）："]
    close = text_object("人民币", x=30) + text_object("壹佰元", x=30 + 3 * SIZE)
    assert lines(write_ofd(tmp_path / "b.ofd", [content(close)])) == ["人民币壹佰元"]


def test_bold_by_printing_twice_is_read_once(tmp_path):
    twice = text_object("第一条 标的") + text_object("第一条 标的", x=30.02)
    assert lines(write_ofd(tmp_path / "a.ofd", [content(twice)])) == ["第一条 标的"]


def test_a_matrix_moves_and_scales(tmp_path):
    objects = text_object("第二条 价款", y=40, ctm="1 0 0 1 0 100") + text_object("第一条 标的", y=80)
    assert lines(write_ofd(tmp_path / "a.ofd", [content(objects)])) == ["第一条 标的", "第二条 价款"]


def test_distances_listed_one_by_one(tmp_path):
    assert lines(write_ofd(tmp_path / "a.ofd", [content(text_object("合同编号", delta="4.5 9 4.5"))])) == ["合同 编号"]


def test_a_template_under_the_pages_is_a_running_header(tmp_path):
    under = content(text_object("云溪县政府合同文本", y=10))
    on = '<ofd:Template TemplateID="0"/>'
    pages = [content(text_object(f"第{n}条 其他", y=60), before=on) for n in "一二三四"]
    assert lines(write_ofd(tmp_path / "a.ofd", pages, templates=[under]))[-3:] == [
        "第二条 其他",
        "第三条 其他",
        "第四条 其他",
    ]


def test_a_sentence_goes_on_over_lines_and_pages(tmp_path):
    full = "乙方应当按照本合同的约定向甲方交付全部货物并对货物的质量负责"
    path = write_ofd(tmp_path / "a.ofd", [page([full, full]), page(["直至质量保证期届满。", "第二条 其他"])])
    assert lines(path) == [full + full + "直至质量保证期届满。", "第二条 其他"]


def test_pages_of_pictures_only_are_a_scan(tmp_path):
    picture = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>'
    with pytest.raises(Unreadable, match="scan_without_text_layer"):
        read(write_ofd(tmp_path / "a.ofd", [content(picture)]))
    mixed = read(write_ofd(tmp_path / "b.ofd", [page(LINES), content(picture)]))
    assert mixed.notes == ("pages_without_text:2",)


def test_text_without_a_map_to_unicode_is_told(tmp_path):
    with pytest.raises(Unreadable, match="text_not_extractable"):
        read(write_ofd(tmp_path / "a.ofd", [page([chr(0xE000 + n) * 20 for n in range(9)])]))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"Doc_0/Document.xml": "<broken"}, "damaged"),
        ({"Doc_0/Pages/Page_0/Content.xml": None}, "damaged"),
        ({"OFD.xml": '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>'}, "damaged"),
        ({"Encryptions.xml": "<e/>"}, "encrypted"),
        ({"Doc_0/Pages/Page_0/Content.xml": page(["甲"]).replace("30.0", "nan")}, "damaged"),
        ({"Doc_0/Pages/Page_0/Content.xml": page(["甲"]).replace("30.0", "x")}, "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, change, code):
    members = {name: text for name, text in (parts([page(LINES)]) | change).items() if text is not None}
    with pytest.raises(Unreadable, match=code):
        read(write_parts(tmp_path / "a.ofd", members))


def test_a_location_that_leads_outside_the_package_names_nothing(tmp_path):
    members = parts([page(LINES)])
    members["OFD.xml"] = members["OFD.xml"].replace("/Doc_0/Document.xml", "../../etc/passwd")
    with pytest.raises(Unreadable, match="damaged"):
        read(write_parts(tmp_path / "a.ofd", members))


def test_a_repetition_counts_no_further_than_the_text(tmp_path):
    path = write_ofd(tmp_path / "a.ofd", [content(text_object("第一条 标的", delta="g 999999999 4.5"))])
    assert lines(path) == ["第一条 标的"]


def test_any_words_are_found_on_their_page_and_a_place_on_the_page_in_the_text(tmp_path):
    document = read(write_ofd(tmp_path / "a.ofd", [page(LINES), page(["第二条 价款", "合同总价壹万元。"])]))
    at = document.text.index("价壹万")
    [box] = boxes(document.pages, at, at + 3)
    assert (box.page, document.pages[1].width, document.pages[1].height) == (2, tenths(210), tenths(297))
    assert box.x1 - box.x0 == pytest.approx(3 * tenths(SIZE), abs=3)
    assert box.y0 < tenths(50) < box.y1
    line = next(one for one in document.pages[1].lines if one.start <= at < one.end)
    assert document.text[line.start : line.end] == "合同总价壹万元。"
    assert line.xs() == sorted(line.xs())


def test_a_page_of_its_own_size_and_a_gap_keep_their_places(tmp_path):
    objects = text_object("甲方：", x=30) + text_object("乙方：", x=120)
    document = read(write_ofd(tmp_path / "a.ofd", [content(objects)]))
    [line] = document.pages[0].lines
    assert document.text == "甲方： 乙方："
    assert line.xs()[4] == tenths(120)
    assert line.xs()[3] == pytest.approx(tenths(30 + 3 * SIZE), abs=1)
