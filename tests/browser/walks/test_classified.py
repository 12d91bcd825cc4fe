"""Classified: a file with a secrecy mark is set apart, told plainly, erased by two people, and nowhere left."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SignIn
from tests.browser.test_main_job import UNTIL_READ, file
from tests.browser.walks.steps import Walk
from tests.browser.walks.texts import text

pytestmark = pytest.mark.browser
NAME = "望澜区专用通信设施维护服务合同"


@pytest.fixture
def stopped(walk: Walk) -> Walk:
    """A text with a mark was uploaded by its officer, who was told at once."""
    page = walk.as_person("chengban")
    page.goto("/submit")
    draft = text(NAME, "捌拾万元整（¥800,000.00）", mark="机密★10年")
    page.get_by_label("选择合同文本").set_input_files(file(f"{NAME}.docx", draft))
    page.get_by_role("checkbox", name=re.compile("不含国家秘密")).check()
    page.get_by_role("button", name="上传", exact=True).click()
    told = page.get_by_role("alert").filter(has_text="疑似涉密")
    expect(told.first).to_be_visible(timeout=UNTIL_READ)
    walk.path = "/contracts/" + re.sub(r"^.*/submit/|\?.*$", "", page.url)
    walk.picture("chengban", "classified-told")
    return walk


def test_a_marked_file_is_set_apart_and_erased_by_two(stopped: Walk, sign_in: SignIn) -> None:
    handler, head, security = sign_in("chengban"), sign_in("fuze"), sign_in("anquan")
    expect(handler.get_by_text("报告单位负责人")).to_be_visible()
    expect(handler.get_by_role("button", name="提交审核")).to_be_hidden()
    expect(handler.get_by_label("合同名称", exact=True)).to_be_hidden()
    version = handler.request.get(f"/api/v1{stopped.path}").json()["contract"]["draft_version_id"]
    assert handler.request.get(f"/api/v1/versions/{version}/content").json()["code"] == "version_quarantined"
    for page, act, reason in ((head, "申请清除", "经核，文件确属涉密。"), (security, "批准", "")):
        page.goto("/quarantine")
        row = page.get_by_role("row").filter(has=page.locator(f'a[href="{stopped.path}"]'))
        if page is security:
            row = page.get_by_role("row").filter(has_text="已申请清除")
        row.get_by_role("button", name=act, exact=True).first.click()
        form = row.locator("form")
        expect(form.get_by_text("不可恢复")).to_be_visible()
        if reason:
            form.get_by_role("textbox").fill(reason)
        form.get_by_role("button", name=act, exact=True).click()
        expect(form).to_be_hidden()
        stopped.picture("fuze" if page is head else "anquan", f"classified-{act}")
    handler.goto(stopped.path)
    expect(handler.get_by_text("文件已清除")).to_be_visible()
    assert not handler.request.get(f"/api/v1/versions/{version}/content").ok
    stopped.picture("chengban", "classified-erased")
