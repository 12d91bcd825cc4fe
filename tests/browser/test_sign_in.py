"""Signing in, what comes before anything else, the own account, and the end of a session, as people meet them."""

import base64
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from contract_platform.domain.totp import code_at, step_at
from storage.database.engine import open_engine
from storage.database.tables.credentials import credentials, failures, recovery_codes
from storage.database.tables.people import people, sessions
from tests.browser.conftest import ROOT, missing
from tests.browser.test_pages import violations
from tests.web.conftest import PASSWORD, SECRET, seeded
from tests.web.serving import Served, serving

__all__ = ["seeded"]

pytestmark = pytest.mark.browser

NEW = "Lan-7-jiang-Qing"


class Place:
    """A platform with a few people, and its database for setting the scene."""

    def __init__(self, served: Served, data: Path) -> None:
        self.address = served.address
        self._engine = open_engine(f"sqlite:///{data}/platform.db")
        self._used = 0
        with self._engine.connect() as connection:
            self._begun = {
                table: connection.execute(sa.select(table)).mappings().all() for table in (credentials, people)
            }

    def start_over(self) -> None:
        """As everything was at first, nobody signed in."""
        self._used = 0
        for table in (sessions, failures, recovery_codes):
            self.write(sa.delete(table))
        for table, rows in self._begun.items():
            for row in rows:
                self.write(sa.update(table).where(table.c.id == row["id"]).values(dict(row)))

    def write(self, statement: sa.Executable) -> None:
        """Change something behind the platform's back."""
        with self._engine.begin() as connection:
            connection.execute(statement)

    def set_scene(self, username: str, **changes: object) -> None:
        """Change somebody's credentials and forget all failures."""
        self.write(sa.update(credentials).where(credentials.c.id == username).values(**changes))
        self.write(sa.delete(failures))

    def age_session(self, username: str, minutes: int) -> None:
        """Let a session have been used last so many minutes ago."""
        seen = datetime.now(UTC) - timedelta(minutes=minutes)
        self.write(sa.update(sessions).where(sessions.c.person_id == username).values(seen_at=seen))

    def code(self, secret: bytes = SECRET) -> str:
        """A code that was not used before: each later than the last, within what the clock may be off."""
        now = step_at(datetime.now(UTC))
        self._used = max(self._used + 1, now - 1)
        return code_at(secret, self._used)

    def close(self) -> None:
        """Close the database."""
        self._engine.dispose()


@pytest.fixture(scope="module")
def begun(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """One platform; every address may fail often, because all tests come from the same."""
    if not (ROOT / "contract_platform" / "web" / "static" / "index.html").exists():
        missing("the pages are not built")
    folder = tmp_path_factory.mktemp("sign-in")
    shutil.copytree(seeded, folder / "data")
    with serving(folder / "data", folder / "serve.log", SIGN_IN_ADDRESS_FAILURES="1000") as served:
        made = Place(served, folder / "data")
        yield made
        made.close()


@pytest.fixture
def place(begun: Place) -> Place:
    """The platform as it was at first."""
    begun.start_over()
    return begun


@pytest.fixture
def open_page(browser: Browser, place: Place) -> Iterator[Callable[..., Page]]:
    """Opens the sign-in page in a browser of one's own."""
    opened: list[BrowserContext] = []

    def make(scheme: Literal["light", "dark"] = "light") -> Page:
        size: ViewportSize = {"width": 1280, "height": 900}
        context = browser.new_context(base_url=place.address, viewport=size, locale="zh-CN", color_scheme=scheme)
        context.set_default_timeout(15_000)
        opened.append(context)
        page = context.new_page()
        page.goto("/login")
        return page

    yield make
    for context in opened:
        context.close()


def sign_in(page: Page, username: str = "handler", password: str = PASSWORD) -> None:
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录", exact=True).click()


def enter(page: Page, username: str = "handler", password: str = PASSWORD) -> Page:
    sign_in(page, username, password)
    page.get_by_role("navigation", name="主菜单").wait_for()
    return page


def ask(page: Page) -> None:
    """Ask the server for something, as reading on does."""
    page.get_by_label("名称 / 编号 / 相对方 / 正文").fill("档案")
    page.get_by_role("button", name="查询").click()


def fill_passwords(page: Page, current: str, new: str, repeat: str = "") -> None:
    page.get_by_label("当前密码").fill(current)
    page.get_by_label("新密码", exact=True).fill(new)
    page.get_by_label("再次输入新密码").fill(repeat or new)
    page.get_by_role("button", name="修改密码").click()


def set_up_factor(page: Page, place: Place) -> tuple[bytes, list[str]]:
    """From the password to the recovery codes; the secret and the codes."""
    page.get_by_label("请输入登录密码").fill(PASSWORD)
    page.get_by_role("button", name="生成二维码").click()
    picture = page.get_by_role("img", name="供验证器扫描的二维码")
    expect(picture.locator("path")).to_have_attribute("d", re.compile(r"^(M\d+ \d+h1v1h-1z){400,}$"))
    secret = base64.b32decode(page.locator("code").inner_text())
    page.get_by_label("验证器显示的 6 位数字").fill(place.code(secret))
    page.get_by_role("button", name="启用", exact=True).click()
    page.get_by_role("region", name="恢复码").wait_for()
    return secret, page.get_by_role("region", name="恢复码").get_by_role("listitem").all_inner_texts()


def test_a_first_password_is_changed_before_anything_else(place: Place, open_page: Callable[..., Page]) -> None:
    place.set_scene("handler", set_at=None)
    page = open_page()
    sign_in(page)
    expect(page.get_by_role("heading", name="修改密码")).to_be_visible()
    page.goto("/contracts")
    expect(page.get_by_role("heading", name="修改密码")).to_be_visible()
    fill_passwords(page, PASSWORD, "kurz", "kurz!")
    expect(page.get_by_role("alert")).to_contain_text("两次输入的新密码不一致")
    fill_passwords(page, PASSWORD, "handler-1")
    expect(page.get_by_role("alert").get_by_role("listitem")).to_have_count(2)
    expect(page.get_by_role("alert")).to_contain_text("至少 12 个字符")
    fill_passwords(page, PASSWORD, NEW)
    expect(page.get_by_role("heading", name="合同台账")).to_be_visible()
    page.get_by_role("button", name=re.compile("名handler")).click()
    page.get_by_role("button", name="退出登录").click()
    enter(page, password=NEW)


def test_an_administrator_sets_up_an_authenticator_and_signs_in_with_it(
    place: Place, open_page: Callable[..., Page]
) -> None:
    place.set_scene("auditor", totp=None)
    page = open_page()
    sign_in(page, "auditor")
    expect(page.get_by_role("heading", name="启用动态验证码")).to_be_visible()
    secret, codes = set_up_factor(page, place)
    assert len(set(codes)) == 10
    page.get_by_role("button", name="已保存，继续").click()
    page.get_by_role("navigation", name="主菜单").wait_for()
    page.get_by_role("button", name=re.compile("名auditor")).click()
    page.get_by_role("button", name="退出登录").click()
    sign_in(page, "auditor")
    page.get_by_label("动态验证码").fill("000000")
    page.get_by_role("button", name="验证").click()
    expect(page.get_by_role("alert")).to_contain_text("验证码不正确")
    page.get_by_label("动态验证码").fill(place.code(secret))
    page.get_by_role("button", name="验证").click()
    page.get_by_role("navigation", name="主菜单").wait_for()


def test_a_recovery_code_stands_in_for_the_phone(place: Place, open_page: Callable[..., Page]) -> None:
    page = enter(open_page())
    page.goto("/account")
    page.get_by_role("button", name="启用", exact=True).click()
    _, codes = set_up_factor(page, place)
    page.get_by_role("button", name="已保存，继续").click()
    expect(page.get_by_text("剩余 10 个")).to_be_visible()
    other = open_page()
    sign_in(other)
    other.get_by_label("动态验证码").fill(codes[0].lower())
    other.get_by_role("button", name="验证").click()
    other.get_by_role("navigation", name="主菜单").wait_for()
    other.goto("/account")
    expect(other.get_by_text("剩余 9 个")).to_be_visible()
    expect(other.get_by_text("用户名和密码，动态验证码")).to_be_visible()


def test_an_authenticator_is_turned_off_with_password_and_code(place: Place, open_page: Callable[..., Page]) -> None:
    page = enter(open_page())
    page.goto("/account")
    page.get_by_role("button", name="启用", exact=True).click()
    secret, _ = set_up_factor(page, place)
    page.get_by_role("button", name="已保存，继续").click()
    page.get_by_role("button", name="停用").click()
    page.get_by_label("请输入登录密码").fill(PASSWORD)
    page.get_by_label("当前的动态验证码或恢复码").fill(place.code(secret))
    page.get_by_role("button", name="停用").click()
    expect(page.get_by_text("未启用")).to_be_visible()


def test_the_password_is_changed_on_the_page_of_the_account(open_page: Callable[..., Page]) -> None:
    page = enter(open_page())
    page.get_by_role("button", name=re.compile("名handler")).click()
    page.get_by_role("link", name="我的账号").click()
    expect(page.get_by_role("heading", name="我的账号")).to_be_visible()
    fill_passwords(page, "falsch", NEW)
    expect(page.get_by_role("alert")).to_contain_text("当前密码不正确")
    fill_passwords(page, PASSWORD, NEW)
    expect(page.get_by_text("密码已修改。")).to_be_visible()
    page.goto("/contracts")
    expect(page.get_by_role("heading", name="合同台账")).to_be_visible()


def test_a_second_sign_in_is_told_to_the_first_which_goes_on_where_it_was(open_page: Callable[..., Page]) -> None:
    first = enter(open_page())
    first.goto("/contracts")
    search = first.get_by_label("搜索合同名称、编号、相对方")
    search.fill("写到一半")
    enter(open_page())
    ask(first)
    panel = first.get_by_role("region", name="重新登录")
    expect(panel).to_contain_text("在另一处（127.0.0.1）登录")
    expect(search).to_have_value("写到一半")
    panel.get_by_label("密码").fill(PASSWORD)
    panel.get_by_role("button", name="登录").click()
    expect(panel).to_be_hidden()
    expect(search).to_have_value("写到一半")
    expect(first.get_by_role("heading", name="合同台账")).to_be_visible()


def test_the_end_of_a_session_is_announced_and_can_be_put_off(place: Place, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.clock.install()
    enter(page)
    expect(page.get_by_role("button", name="继续使用")).to_be_hidden()
    place.age_session("handler", 26)
    page.clock.fast_forward("26:00")
    notice = page.get_by_text("较长时间没有操作")
    expect(notice).to_contain_text("约 4 分钟后")
    page.get_by_role("button", name="继续使用").click()
    expect(notice).to_be_hidden()
    page.goto("/contracts")
    expect(page.get_by_role("heading", name="合同台账")).to_be_visible()


def test_a_session_another_window_has_kept_is_not_announced(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.clock.install()
    enter(page)
    with page.expect_response("**/api/v1/session"):
        page.clock.fast_forward("26:00")
    expect(page.get_by_text("较长时间没有操作")).to_be_hidden()


def test_a_session_that_ran_out_keeps_the_page_until_the_password_is_given(
    place: Place, open_page: Callable[..., Page]
) -> None:
    page = enter(open_page())
    page.goto("/contracts")
    search = page.get_by_label("搜索合同名称、编号、相对方")
    search.fill("写到一半")
    place.age_session("handler", 31)
    ask(page)
    panel = page.get_by_role("region", name="重新登录")
    expect(panel).to_contain_text("登录已超时")
    panel.get_by_label("密码").fill(PASSWORD)
    panel.get_by_role("button", name="登录").click()
    expect(panel).to_be_hidden()
    expect(search).to_have_value("写到一半")


def test_reading_on_is_told_to_the_server_at_most_once_a_minute(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.clock.install()
    told: list[str] = []
    page.on(
        "request", lambda request: told.append(request.method) if request.url.endswith("/session/activity") else None
    )
    enter(page)
    for minute in range(1, 4):
        page.clock.fast_forward("01:01")
        for step in range(5):
            page.mouse.move(200 + step, 300)
            page.mouse.wheel(0, 10)
        page.wait_for_timeout(100)
        assert told == ["PUT"] * minute


def test_what_the_page_asks_while_nobody_is_there_says_so(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.clock.install()
    enter(page)
    with page.expect_request("**/api/v1/session") as asked:
        page.clock.fast_forward("26:00")
    assert asked.value.headers["unattended"] == "?1"


def test_signing_out_leaves_language_and_scheme_but_no_drafts(open_page: Callable[..., Page]) -> None:
    page = enter(open_page())
    page.get_by_role("button", name="切换到深色").click()
    page.evaluate("localStorage.setItem('draft:somebody:c1:opinion', '{}')")
    page.get_by_role("button", name=re.compile("名handler")).click()
    page.get_by_role("button", name="退出登录").click()
    page.get_by_label("用户名").wait_for()
    assert page.evaluate("Object.keys(localStorage).sort()") == ["language", "theme"]
    assert page.evaluate("document.documentElement.classList.contains('dark')")


def test_the_way_in_is_walked_by_keyboard_in_english(place: Place, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("button", name="English").click()
    page.get_by_label("User name").focus()
    page.keyboard.type("security")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Authenticator code")).to_be_focused()
    page.keyboard.type(place.code())
    page.keyboard.press("Enter")
    page.get_by_role("navigation", name="Main menu").wait_for()


def test_a_lock_is_said_with_its_end(open_page: Callable[..., Page]) -> None:
    page = open_page()
    for _ in range(5):
        sign_in(page, password="falsch")
        page.get_by_role("alert").wait_for()
        page.wait_for_function("!document.querySelector('button.primary').disabled")
    expect(page.get_by_role("alert")).to_contain_text(
        re.compile(r"尝试次数过多，\d{4}-\d\d-\d\d \d\d:\d\d 之前不能登录")
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_way_in(
    scheme: Literal["light", "dark"], place: Place, open_page: Callable[..., Page]
) -> None:
    place.set_scene("auditor", totp=None)
    place.set_scene("handler", set_at=None)
    page = open_page(scheme)
    sign_in(page, "handler", "falsch")
    page.get_by_role("alert").wait_for()
    found = violations(page)
    sign_in(page, "security")
    page.get_by_label("动态验证码").wait_for()
    found += violations(page)
    page.get_by_role("button", name="换一个账号").click()
    sign_in(page)
    page.get_by_label("当前密码").wait_for()
    found += violations(page)
    page.get_by_role("button", name="退出登录").click()
    sign_in(page, "auditor")
    page.get_by_label("请输入登录密码").fill(PASSWORD)
    page.get_by_role("button", name="生成二维码").click()
    page.locator("code").wait_for()
    found += violations(page)
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_account_nor_at_the_end_of_a_session(
    scheme: Literal["light", "dark"], place: Place, open_page: Callable[..., Page]
) -> None:
    page = enter(open_page(scheme))
    page.goto("/account")
    page.get_by_role("button", name="启用", exact=True).click()
    set_up_factor(page, place)
    found = violations(page)
    page.get_by_role("button", name="已保存，继续").click()
    page.get_by_role("button", name="停用").click()
    found += violations(page)
    place.age_session("handler", 31)
    page.get_by_role("button", name="修改密码").click()
    fill_passwords(page, PASSWORD, NEW)
    page.get_by_role("region", name="重新登录").wait_for()
    found += violations(page)
    assert found == []
