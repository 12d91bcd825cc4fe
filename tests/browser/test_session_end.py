"""How a session ends: announced, put off, told why, and with the page and its work left standing."""

import re
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.sign_in_place import (
    NEW,
    Open,
    Place,
    ask,
    begun,
    enter,
    fill_passwords,
    open_page,
    place,
    seeded,
    set_up_factor,
)
from tests.browser.test_pages import violations
from tests.web.conftest import PASSWORD

__all__ = ["begun", "open_page", "place", "seeded"]

pytestmark = pytest.mark.browser


def test_a_second_sign_in_is_told_to_the_first_which_goes_on_where_it_was(open_page: Open) -> None:
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


def test_the_end_of_a_session_is_announced_and_can_be_put_off(place: Place, open_page: Open) -> None:
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


def test_a_session_another_window_has_kept_is_not_announced(open_page: Open) -> None:
    page = open_page()
    page.clock.install()
    enter(page)
    with page.expect_response("**/api/v1/session"):
        page.clock.fast_forward("26:00")
    expect(page.get_by_text("较长时间没有操作")).to_be_hidden()


def test_a_session_that_ran_out_keeps_the_page_until_the_password_is_given(place: Place, open_page: Open) -> None:
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


def test_reading_on_is_told_to_the_server_at_most_once_a_minute(open_page: Open) -> None:
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


def test_what_the_page_asks_while_nobody_is_there_says_so(open_page: Open) -> None:
    page = open_page()
    page.clock.install()
    enter(page)
    with page.expect_request("**/api/v1/session") as asked:
        page.clock.fast_forward("26:00")
    assert asked.value.headers["unattended"] == "?1"


def test_signing_out_leaves_language_and_scheme_but_no_drafts(open_page: Open) -> None:
    page = enter(open_page())
    page.get_by_role("button", name="切换到深色").click()
    page.evaluate("localStorage.setItem('draft:somebody:c1:opinion', '{}')")
    page.get_by_role("button", name=re.compile("名handler")).click()
    page.get_by_role("button", name="退出登录").click()
    page.get_by_label("用户名").wait_for()
    assert page.evaluate("Object.keys(localStorage).sort()") == ["language", "theme"]
    assert page.evaluate("document.documentElement.classList.contains('dark')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_account_nor_at_the_end_of_a_session(
    scheme: Literal["light", "dark"], place: Place, open_page: Open
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
