import pypdfium2
import pytest

from contract_platform.analysis.model import Unreadable
from contract_platform.documents.pdf import read_pdf
from contract_platform.documents.scan.records import PagesWanted
from tests.unit.documents.pdf_writer import pdf

LONG = "乙方应当按照本合同约定的时间和地点交付全部货物并负责安装调试培训以及其他配套服务"


def read(pages, folder):
    path = folder / "a.pdf"
    path.write_bytes(pdf(pages))
    return read_pdf(path)


def test_lines_are_joined_and_items_are_not(tmp_path):
    document = read([["采购合同", "第一条 " + LONG, "直至验收合格。", "第二条 " + LONG, "第三条 价款"]], tmp_path)
    assert [block.text for block in document.blocks] == [
        "采购合同",
        "第一条 " + LONG + "直至验收合格。",
        "第二条 " + LONG,
        "第三条 价款",
    ]
    assert document.page_count == 1


def test_a_paragraph_goes_on_over_the_page_and_furniture_is_left_out(tmp_path):
    pages = [
        [
            f"第{n}页 共4页",
            "某区采购合同（编号001）",
            f"{part}的安排由双方另行书面确认。",
            f"第{part}条 " + LONG,
            f"- {n} -",
        ]
        for n, part in enumerate("一二三四", start=1)
    ]
    document = read(pages, tmp_path)
    body = [
        f"第{part}条 " + LONG + f"{after}的安排由双方另行书面确认。"
        for part, after in zip("一二三", "二三四", strict=True)
    ]
    assert [block.text for block in document.blocks] == ["一的安排由双方另行书面确认。", *body, "第四条 " + LONG]
    assert [block.page for block in document.blocks] == [1, 1, 2, 3, 4]


def test_an_open_bracket_keeps_lines_together(tmp_path):
    line = "第一条 甲方在本合同签订后七个工作日内向乙方支付预付款计人民币合计大写小写（￥："
    assert "（￥：50000元）" in read([[line, "50000元）。"]], tmp_path).text


@pytest.mark.parametrize("pages", [[[""]], [["1/2"], ["2/2"]]])
def test_sheets_without_anything_but_page_numbers_have_no_text(tmp_path, pages):
    document = read(pages, tmp_path)
    assert document.text == ""
    assert document.unread == ()


def test_only_pages_whose_text_layer_is_useless_have_to_be_recognised(tmp_path):
    garbled = "\u0e01\u0e02\u0590" * 9
    with pytest.raises(PagesWanted) as wanted:
        read([[LONG], [garbled], [LONG], [garbled, LONG]], tmp_path)
    assert (wanted.value.pages, wanted.value.total) == ((2, 4), 4)


def test_a_damaged_file_is_refused(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(Unreadable) as refusal:
        read_pdf(path)
    assert refusal.value.code == "damaged"


def test_the_writer_of_these_samples_is_read_by_pdfium():
    document = pypdfium2.PdfDocument(pdf([["合同"]]))
    assert document[0].get_textpage().get_text_bounded() == "合同"
    document.close()


def test_lines_of_labelled_values_are_not_joined(tmp_path):
    columns = "住所：云溪县建设路一百二十八号档案馆大楼 住所：云溪县人民路九十九号恒章大厦"
    lines = [columns, "电话：0999-5551234 电话：0999-5554321", columns, "双方依照民法典订立本合同，共同遵守下列约定。"]
    assert [block.text for block in read([lines], tmp_path).blocks] == lines


def body(part: str) -> list[str]:
    return [f"{part}{n}：双方对此另有约定的，从其约定。" for n in "子丑寅卯辰巳午未"]


def text_of(pages, folder):
    return [block.text for block in read(pages, folder).blocks]


def test_a_title_under_a_running_header_like_it_stays(tmp_path):
    header = "云溪县房屋租赁合同"
    pages = [[header, header, *body("甲")], [header, *body("乙")], [header, *body("丙")]]
    assert text_of(pages, tmp_path) == [header, *body("甲"), *body("乙"), *body("丙")]


def test_a_title_that_runs_as_the_header_stays_on_the_first_page(tmp_path):
    pages = [["云溪县房屋租赁合同", *body(part)] for part in "甲乙丙"]
    assert text_of(pages, tmp_path) == ["云溪县房屋租赁合同", *body("甲"), *body("乙"), *body("丙")]


def test_two_pages_are_enough_for_a_header_at_the_very_top(tmp_path):
    pages = [["云溪县档案馆", "租赁合同", *body("甲")], ["云溪县档案馆", *body("乙")]]
    assert text_of(pages, tmp_path) == ["租赁合同", *body("甲"), *body("乙")]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("务中心 任公司", "甲方：云溪县机关事务服务中心 乙方：恒章养老服务有限责任公司"),
        ("任公司", "甲方：云溪县机关事务服 乙方：恒章养老服务有限责任公司"),
    ],
)
def test_names_wrapped_in_columns_keep_to_their_column(tmp_path, rest, expected):
    lines = ["甲方：云溪县机关事务服 乙方：恒章养老服务有限责", rest, "第一条 " + LONG]
    assert text_of([lines], tmp_path)[0] == expected
