"""The rule desk: found in the catalogue by its address, tried with another value, suspended by two."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import SignIn

TITLE = "履约保证金超过合同金额10%"


def test_found_tried_and_suspended(sign_in: SignIn):
    reviewer, system, security = sign_in("shencha"), sign_in("xitong"), sign_in("anquan")
    reviewer.get_by_role("link", name="规则台").first.click()
    reviewer.get_by_role("searchbox", name="按名称、代码、法律名称查找").fill("履约保证金")
    reviewer.get_by_role("search").last.get_by_role("button").click()
    expect(reviewer).to_have_url(re.compile("text="))
    reviewer.get_by_role("link", name=TITLE).click()
    expect(reviewer.get_by_role("region", name="法律依据").first).to_contain_text("现行")
    trial = reviewer.get_by_role("region", name="试跑")
    trial.get_by_label("试跑的值").fill("3")
    trial.get_by_role("button", name="开始试跑").click()
    expect(trial.get_by_role("status")).to_contain_text("试跑完毕")

    system.goto(reviewer.url)
    system.get_by_role("button", name="申请停用").click()
    system.get_by_label("理由").fill("误报较多，待修订")
    system.get_by_role("button", name="提交申请：停用审查规则").click()
    expect(system.get_by_text("已提交第")).to_be_visible()
    security.goto("/changes")
    button = security.get_by_role("button", name=re.compile(f"^批准 .*{TITLE}"))
    button.click()
    expect(button).to_have_count(0)
    reviewer.reload()
    expect(reviewer.get_by_role("note").first).to_contain_text("误报较多，待修订")
