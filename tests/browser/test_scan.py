"""A scan in the browser: recognising is seen to go on, then text and page show each other the same words."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.unit.documents.paper import pdf_of
from tests.unit.documents.scan.contract_sheet import contract_sheet

pytestmark = pytest.mark.browser

UNTIL_RECOGNISED = 120_000  # milliseconds


@pytest.fixture
def scanned(sign_in: SignIn, tmp_path: Path) -> Page:
    """The text page of a scan that was uploaded just now."""
    page = sign_in("chengban")
    page.goto("/submit")
    page.get_by_label("选择合同文本").set_input_files(
        pdf_of([contract_sheet().scanned(lean=1.1)], tmp_path / "扫描.pdf")
    )
    page.get_by_role("checkbox", name=re.compile("不含国家秘密")).check()
    page.get_by_role("button", name="上传", exact=True).click()
    expect(
        page.get_by_role("status").get_by_text(re.compile("正在识别第 1/1 页|排队等待读取|正在读取"))
    ).to_be_visible()
    page.get_by_label("合同名称", exact=True).wait_for(timeout=UNTIL_RECOGNISED)
    expect(page.get_by_label("金额（元）")).to_have_value("120,000.00")
    contract = page.request.get("/api/v1/contracts?sort=-updated").json()["rows"][0]["id"]
    detail = page.request.get(f"/api/v1/contracts/{contract}").json()
    page.goto(f"/contracts/{contract}/text/{detail['contract']['draft_version_id']}")
    return page


def test_a_scan_is_read_beside_its_page(scanned: Page) -> None:
    page = scanned
    beside = page.get_by_role("button", name="对照原件")
    expect(beside).to_have_attribute("aria-pressed", "true")
    entry = page.locator("[data-entry]").filter(has_text="仲裁机构未约定")
    entry.get_by_role("button").first.click()
    expect(page.locator("mark.chosen").first).to_be_in_viewport()
    expect(page.locator("rect.chosen").first).to_be_in_viewport()

    sheet = page.locator('[data-page="1"] .sheet')
    box = sheet.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.45, box["y"] + box["height"] * 0.205)
    expect(page.locator(".canonical .spot")).to_contain_text("乙方为甲方办公楼提供保洁服务")

    page.locator(".canonical td", has_text="外墙清洗").click()
    expect(page.locator("rect.spot")).to_have_count(1)
    page.get_by_role("button", name="原件", exact=True).click()
    expect(page.locator("[data-page]")).to_have_count(1)
