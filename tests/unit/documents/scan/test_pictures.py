"""Pages however they lie in the scanner, in every form a scan comes in."""

import io

import numpy as np
import pytest
from PIL import Image

from contract_platform.analysis.model import Unreadable
from contract_platform.documents.registry import read
from contract_platform.documents.scan.child import marks_on
from contract_platform.documents.scan.engine import Engine
from contract_platform.documents.scan.frames import frames
from contract_platform.documents.scan.page_image import jpeg_of
from contract_platform.documents.scan.picture import Picture, picture_of
from contract_platform.documents.scan.recognise import recognised
from contract_platform.documents.scan.records import PagesWanted, ScannedPage
from tests.unit.documents.paper import DPI, Sheet, pdf_of
from tests.unit.documents.scan.canned import page

LINES = ["第一条 标的", "乙方供应水泵两台，价款100,000元。", "第二条 期限", "自合同签订之日起三十日内交货。"]
EXIF_TURNED = 6  # the camera was held upright: turn a quarter clockwise


@pytest.fixture(scope="module")
def sheet():
    small = Sheet(330, 140)
    small.lines(20, 15, LINES, leading=30, size=14)
    return small.scanned()


def squeezed(page: ScannedPage) -> str:
    return "".join(line.text for line in page.lines).replace(" ", "")


@pytest.mark.parametrize(("turned", "turn"), [(0, 0), (90, 90), (180, 180), (270, 270)])
def test_a_page_is_set_upright(sheet, turned, turn):
    lying = sheet.rotate(turned, expand=True)  # counter-clockwise
    found = recognised(Picture(np.ascontiguousarray(np.asarray(lying)[..., ::-1]), DPI / 72), 7)
    assert (found.number, found.turn) == (7, turn)
    assert squeezed(found) == "".join(LINES).replace(" ", "")
    assert (found.width, found.height) == pytest.approx((3300, 1400), abs=10)


@pytest.mark.parametrize("form", ["png", "jpg", "tiff", "pdf", "grey.png", "bilevel.tiff", "palette.png", "clear.png"])
def test_every_form_gives_the_same_picture(sheet, tmp_path, form):
    path = tmp_path / f"page.{form}"
    if form == "pdf":
        pdf_of([sheet], path)
    else:
        mode = {"grey": "L", "bilevel": "1", "palette": "P", "clear": "RGBA"}.get(form.split(".")[0], "RGB")
        sheet.convert(mode).save(path, dpi=(DPI, DPI))
    picture = picture_of(path, "pdf" if form == "pdf" else "image", 1)
    assert picture.scale == pytest.approx(DPI / 72, rel=0.02)
    assert picture.pixels.shape == pytest.approx((sheet.height, sheet.width, 3), abs=2)
    assert picture.pixels.mean() == pytest.approx(np.asarray(sheet).mean(), abs=25)


def test_a_photograph_is_turned_as_the_camera_says_and_no_larger_than_needed(sheet, tmp_path):
    path = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x0112] = EXIF_TURNED
    large = sheet.rotate(90, expand=True).resize((sheet.height * 6, sheet.width * 6))
    large.save(path, exif=exif, quality=80)
    picture = picture_of(path, "jpg", 1)
    height, width = picture.pixels.shape[:2]
    assert width > height
    assert max(width, height) <= 842 * 200 / 72 + 1


def test_a_tiff_has_pages_and_each_has_its_own_picture(tmp_path):
    path = tmp_path / "pages.tiff"
    white, black = Image.new("L", (60, 80), 255), Image.new("L", (60, 80), 0)
    white.save(path, save_all=True, append_images=[black])
    assert frames(path) == 2
    assert [picture_of(path, "tiff", number).pixels.mean() for number in (1, 2)] == [255, 0]
    with pytest.raises(PagesWanted) as wanted:
        read(path)
    assert (wanted.value.pages, wanted.value.total) == ((1, 2), 2)
    assert read(path, {1: page(1, ["甲方：水务局"]), 2: page(2, ["乙方：泵业公司"])}).page_count == 2
    with pytest.raises(Unreadable, match="damaged"):
        picture_of(path, "tiff", 3)


@pytest.mark.parametrize("mode", ["RGB", "L", "1", "P", "RGBA", "LA", "CMYK", "I;16"])
def test_browsers_are_shown_a_jpeg_of_any_image(tmp_path, mode):
    path = tmp_path / ("page.tiff" if mode in {"CMYK", "I;16"} else "page.png")
    Image.new("L", (3000, 2000), 255).convert("RGB" if mode == "CMYK" else "L").convert(mode).save(path)
    shown = jpeg_of(path, 1)
    assert shown.startswith(b"\xff\xd8")
    assert len(shown) < 200_000


def test_a_page_that_lay_sideways_is_shown_upright(tmp_path):
    path = tmp_path / "page.png"
    lying = Image.new("L", (300, 200), 255)
    lying.paste(0, (0, 0, 60, 200))  # the left side is dark
    lying.save(path)
    shown = Image.open(io.BytesIO(jpeg_of(path, 1, 90)))
    assert shown.size == (200, 300)
    top = np.asarray(shown.convert("L"))[:40]
    assert top.mean() < 50  # turned clockwise the left side is the top


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\x00\x08\x00\x00\x00", b"BM" + bytes(60)]
)
def test_a_broken_image_is_damaged(tmp_path, content):
    path = tmp_path / "broken"
    path.write_bytes(content)
    for broken in (lambda: frames(path), lambda: picture_of(path, "png", 1), lambda: jpeg_of(path, 1)):
        with pytest.raises(Unreadable, match="damaged"):
            broken()


def test_an_empty_sheet_has_no_text_and_is_not_unread():
    found = recognised(Picture(np.full((300, 400, 3), 250, np.uint8), 2.0), 1)
    assert (found.lines, found.code, found.ink) == ((), "", 0)


def test_models_come_with_the_library_and_are_never_fetched(monkeypatch):
    def refused(*_: object) -> None:
        raise AssertionError("a download")

    monkeypatch.setattr("rapidocr.utils.download_file.DownloadFile.run", refused)
    engine = Engine(960)
    assert engine.lines(np.full((200, 300, 3), 255, np.uint8))[0] == []
    assert engine.upside_down([np.full((48, 200, 3), 255, np.uint8)]) in {0.0, 1.0}


@pytest.mark.parametrize(
    ("number", "texts", "marks"),
    [
        (1, ["机密★5年", "会议纪要"], ("机密★5年",)),
        (1, ["秘密", "采购合同"], ("秘密",)),
        (3, ["第五条 保密", "秘密", "双方应当保守秘密。"], ("秘密",)),
        (3, ["一", "二", "三", "四", "秘密", "五", "六", "七", "八"], ()),
        (2, ["双方应当保守商业秘密。"], ()),
    ],
)
def test_a_secrecy_mark_is_seen_on_the_page_it_stands_on(number, texts, marks):
    assert marks_on(page(number, texts)) == marks
