"""Every page is reachable, usable by keyboard, in both languages, and axe finds nothing in either scheme."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import ROOT, SignIn

pytestmark = pytest.mark.browser

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}"
TABS = ("facts", "timeline", "documents", "opinions", "signing", "obligations", "alerts")


def violations(page: Page) -> list[str]:
    """What axe objects to on the page as it stands; injected beside the page's content security policy."""
    page.wait_for_load_state("networkidle")
    page.context.new_cdp_session(page).send("Runtime.evaluate", {"expression": AXE.read_text("utf-8")})
    found: list[str] = page.evaluate(
        f"axe.run(document, {RULES}).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html)))"
    )
    return [f"{page.url} {one}" for one in found]


def first_contract(page: Page) -> str:
    """The path of some contract of the demo data whose text was read."""
    page.goto("/contracts")
    link = page.get_by_role("table").get_by_role("link").first
    link.wait_for()
    return str(link.get_attribute("href"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scheme: str, contexts: Callable[..., BrowserContext], passwords: dict[str, str]) -> None:
    page = contexts(color_scheme=scheme).new_page()
    page.goto("/login")
    found = violations(page)
    page.get_by_label("用户名").fill("jianguan")
    page.get_by_label("密码").fill(passwords["jianguan"])
    page.get_by_role("button", name="登录").click()
    page.get_by_role("heading", name="监管总览").wait_for()
    contract = first_contract(page)
    page.goto(contract)
    text = page.get_by_role("link", name="查看文本").get_attribute("href")
    paths = ["/overview", "/tasks", "/contracts", "/alerts", "/nowhere", str(text)]
    for path in [*paths, *(f"{contract}?tab={tab}" for tab in TABS)]:
        page.goto(path)
        found += violations(page)
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_contracts_are_submitted(scheme: str, sign_in: SignIn) -> None:
    page = sign_in("chengban")
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto("/submit")
    assert violations(page) == []


def test_the_whole_shell_is_reached_by_keyboard(sign_in: SignIn) -> None:
    page = sign_in("jianguan")
    page.goto("/contracts")
    page.get_by_role("table").wait_for()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("(document.activeElement.ariaLabel || document.activeElement.textContent).trim()"))
    assert {"监管总览", "合同台账", "English", "查询"} <= {re.sub(r"\d+\+?$", "", one) for one in reached}


def test_language_and_scheme_stay_chosen(sign_in: SignIn) -> None:
    page = sign_in("jianguan")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
    page.get_by_role("button", name="Switch to dark").click()
    page.reload()
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
    assert page.evaluate("document.documentElement.classList.contains('dark')")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_figures_open_the_filtered_ledger(sign_in: SignIn) -> None:
    page = sign_in("jianguan")
    page.goto("/overview")
    page.get_by_role("link", name=re.compile("本年签订")).click()
    page.wait_for_url(re.compile(r"/contracts\?year=\d{4}"))
    expect(page.get_by_label("签订年度")).not_to_have_value("")


def test_another_department_sees_nothing(sign_in: SignIn) -> None:
    bureau = sign_in("jianguan")
    bureau.goto("/contracts")
    bureau.get_by_label("承办单位").select_option(label="区住建局")
    row = bureau.get_by_role("row").filter(has_text="区住建局").get_by_role("link").first
    bureau.wait_for_url(re.compile("units="))
    path = str(row.get_attribute("href"))
    stranger = sign_in("chengban")
    stranger.goto(path)
    expect(stranger.get_by_role("heading", name="没有找到这个页面或合同")).to_be_visible()
