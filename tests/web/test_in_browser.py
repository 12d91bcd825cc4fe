"""The cookie, the policy and the streams in a real browser over plain HTTP on loopback."""

import os
import shutil
from io import BytesIO

import httpx
import pypdfium2
import pytest
from playwright.sync_api import expect, sync_playwright

from contract_platform.web.pages import STATIC
from contract_platform.web.session import COOKIE
from tests.browser.conftest import CHROMIUM_FLAGS, PATIENCE, missing
from tests.web.conftest import PASSWORD
from tests.web.serving import serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(seeded, tmp_path_factory):
    if not (STATIC / "index.html").exists():
        missing("the pages are not built")
    folder = tmp_path_factory.mktemp("browser")
    shutil.copytree(seeded, folder / "data")
    with serving(folder / "data", folder / "serve.log") as running:
        yield running


@pytest.fixture(scope="module")
def chromium():
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if executable is None:
        missing("chromium is not installed: apt install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, served):
    """Opens a page of a person and fails at the end when the browser held the policy against anything."""
    said = []
    context = chromium.new_context(base_url=served.address, locale="zh-CN", viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))

    def enter(username):
        page.goto("/login")
        page.get_by_label("用户名").fill(username)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.get_by_role("navigation", name="主菜单").wait_for()
        return page

    yield enter
    context.close()
    # the browser notes every refused request, such as the question who is signed in before anybody is
    assert [text for text in said if not text.startswith("Failed to load resource")] == []


def pdf():
    """A PDF of one empty page."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    target = BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


def test_a_person_signs_in_and_stays_signed_in_with_a_cookie_no_script_reads(visit):
    page = visit("handler")
    page.goto("/contracts")
    page.get_by_role("heading", name="合同台账").wait_for()
    assert COOKIE not in page.evaluate("document.cookie")
    [cookie] = [one for one in page.context.cookies() if one["name"] == COOKIE]
    assert (cookie["httpOnly"], cookie["secure"], cookie["sameSite"], cookie["path"]) == (True, True, "Strict", "/")


def test_charts_and_components_are_drawn_under_the_policy(visit):
    page = visit("supervisor")
    page.goto("/overview")
    page.get_by_role("heading", name="监管总览").wait_for()
    page.locator("canvas").first.wait_for()
    page.goto("/alerts")
    page.get_by_text("没有预警").wait_for()


def test_the_original_of_a_pdf_is_drawn_under_the_policy(visit, served):
    page = visit("handler")
    [cookie] = [one for one in page.context.cookies() if one["name"] == COOKIE]
    answer = httpx.post(
        f"{served.address}/api/v1/contracts",
        params={"filename": "合同.pdf", "secrecy_declared": "true"},
        content=pdf(),
        headers={"Cookie": f"{COOKIE}={cookie['value']}", "Idempotency-Key": "pdf"},
    )
    contract = answer.json()["contract"]
    page.goto(f"/contracts/{contract['id']}/text/{contract['draft_version_id']}")
    page.get_by_text("原件", exact=True).first.click()
    canvas = page.locator("canvas").first
    canvas.wait_for()
    expect(canvas).to_have_attribute("width", "820")


def test_what_somebody_else_does_appears_without_reloading(visit, served):
    page = visit("handler")
    page.goto("/contracts")
    page.get_by_role("heading", name="合同台账").wait_for()
    [cookie] = [one for one in page.context.cookies() if one["name"] == COOKIE]
    page.wait_for_timeout(500)
    httpx.post(
        f"{served.address}/api/v1/contracts",
        params={"filename": "现场更新合同.txt", "secrecy_declared": "true"},
        content="现场更新合同\n甲方：甲\n乙方：乙\n".encode(),
        headers={"Cookie": f"{COOKIE}={cookie['value']}", "Idempotency-Key": "live"},
    )
    page.get_by_text("现场更新合同").first.wait_for()


def test_no_other_page_can_frame_the_platform(chromium, served):
    page = chromium.new_page()
    page.set_content(f'<iframe src="{served.address}/login"></iframe>')
    page.wait_for_timeout(1000)
    [frame] = page.frames[1:]
    assert "登录" not in frame.content()
    page.close()
