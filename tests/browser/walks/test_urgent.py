"""Urgent: the planned day leaves too little time, the unit's head agrees with a reason, and the review is the same."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from contract_platform.domain.deadlines import SHANGHAI
from tests.browser.walks.steps import Walk
from tests.browser.walks.texts import text

pytestmark = pytest.mark.browser
NAME = "望澜区应急指挥平台升级服务合同"
SUM = "壹仟叁佰万元整（¥13,000,000.00）"
WHY = "上级要求月底前完成部署"


def test_an_urgent_contract_takes_the_same_way_with_the_consent_of_the_head(walk: Walk) -> None:
    page = walk.upload("chengban", NAME, text(NAME, SUM))
    tomorrow = (datetime.now(SHANGHAI) + timedelta(days=1)).date().isoformat()
    page.get_by_label("拟签订日期").fill(tomorrow)
    page.get_by_label("拟签订日期").press("Enter")
    walk.prepare(page)
    expect(page.get_by_role("button", name="提交审核")).to_be_disabled()
    page.goto(f"{walk.path}?tab=submission")
    asked = page.get_by_role("form", name="加急")
    asked.get_by_role("textbox").fill(WHY)
    asked.get_by_role("button", name="申请加急").click()
    expect(page.get_by_text("待负责人同意").or_(page.get_by_text(WHY)).first).to_be_visible()
    head = walk.as_person("fuze")
    head.goto(f"{walk.path}?tab=submission")
    head.get_by_role("form", name="加急").get_by_role("button", name="同意加急", exact=True).click()
    expect(head.get_by_role("button", name="同意加急", exact=True)).to_be_hidden()
    page.goto(walk.path.replace("/contracts/", "/submit/"))
    page.get_by_role("button", name="进入预检").click()
    page.get_by_text("审查路径").first.wait_for()
    walk.submit(page)
    walk.act("fazhi", "审核通过")
    walk.stands("待受理")
    page.goto("/contracts?mark=URGENT")
    expect(page.get_by_role("table").get_by_role("link", name=NAME)).to_be_visible()
    walk.picture("chengban", "urgent-ledger")
