"""A platform with a few people for the tests of signing in, and what they do again and again."""

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
from tests.browser.conftest import PATIENCE, ROOT, missing
from tests.web.conftest import PASSWORD, SECRET, seeded
from tests.web.serving import Served, serving

__all__ = ["seeded"]

NEW = "Lan-7-jiang-Qing"
Open = Callable[..., Page]


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
def open_page(browser: Browser, place: Place) -> Iterator[Open]:
    """Opens the sign-in page in a browser of one's own."""
    opened: list[BrowserContext] = []

    def make(scheme: Literal["light", "dark"] = "light") -> Page:
        size: ViewportSize = {"width": 1280, "height": 900}
        context = browser.new_context(base_url=place.address, viewport=size, locale="zh-CN", color_scheme=scheme)
        context.set_default_timeout(PATIENCE)
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
