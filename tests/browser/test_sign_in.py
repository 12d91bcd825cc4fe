"""Signing in, what comes before anything else, and the own account, as people meet them."""

import re
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.sign_in_place import (
    NEW,
    Open,
    Place,
    begun,
    enter,
    fill_passwords,
    open_page,
    place,
    seeded,
    set_up_factor,
    sign_in,
)
from tests.browser.test_pages import violations
from tests.web.conftest import PASSWORD

__all__ = ["begun", "open_page", "place", "seeded"]

pytestmark = pytest.mark.browser


def test_a_first_password_is_changed_before_anything_else(place: Place, open_page: Open) -> None:
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


def test_an_administrator_sets_up_an_authenticator_and_signs_in_with_it(place: Place, open_page: Open) -> None:
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


def test_a_recovery_code_stands_in_for_the_phone(place: Place, open_page: Open) -> None:
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


def test_an_authenticator_is_turned_off_with_password_and_code(place: Place, open_page: Open) -> None:
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


def test_the_password_is_changed_on_the_page_of_the_account(open_page: Open) -> None:
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


def test_the_way_in_is_walked_by_keyboard_in_english(place: Place, open_page: Open) -> None:
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


def test_a_lock_is_said_with_its_end(open_page: Open) -> None:
    page = open_page()
    for _ in range(5):
        sign_in(page, password="falsch")
        page.get_by_role("alert").wait_for()
        page.wait_for_function("!document.querySelector('button.primary').disabled")
    expect(page.get_by_role("alert")).to_contain_text(
        re.compile(r"尝试次数过多，\d{4}-\d\d-\d\d \d\d:\d\d 之前不能登录")
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_way_in(scheme: Literal["light", "dark"], place: Place, open_page: Open) -> None:
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
