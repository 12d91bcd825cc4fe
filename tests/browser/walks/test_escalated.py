"""Escalated: a binding item is not adopted; signing waits for a ruling, and the bureau sees what was signed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_main_job import UNTIL_READ, decide, file, write_opinion
from tests.browser.walks.steps import Walk
from tests.browser.walks.texts import text

pytestmark = pytest.mark.browser
NAME = "望澜区城市运行监测系统建设合同"
SUM = "壹仟肆佰万元整（¥14,000,000.00）"
REASON = "工期紧，验收期限另行约定"


def test_a_binding_item_that_is_not_adopted_is_ruled_on_and_stays_in_sight(walk: Walk) -> None:
    page = walk.upload("chengban", NAME, text(NAME, SUM, advance=70))
    walk.prepare(page)
    walk.submit(page)
    walk.act("fazhi", "审核通过")
    walk.accept("沈文博")
    write_opinion(walk.as_person("shencha"), walk.path)
    walk.act("shenqian", "审签")
    refuse(walk)
    reviewer = walk.as_person("shencha")
    reviewer.goto(walk.path)
    expect(reviewer.get_by_role("button", name="复核通过", exact=True)).to_be_disabled()
    expect(reviewer.get_by_text(re.compile("应当修改的内容")).first).to_be_visible()
    walk.picture("shencha", "escalated-blocked")
    walk.act("shencha", "提请裁定", "应当修改的意见未采纳")
    walk.stands("待裁定")
    rule(walk)
    statement = walk.paper("chengban", "意见采纳情况说明", title="意见采纳情况的说明")
    for said in (NAME, REASON, "不采纳"):
        assert said in statement, said
    decide(walk.as_person("fuze"), walk.path)
    walk.seal("chengban")
    walk.sign("chengban", "fazhi", text(NAME, SUM, advance=60))
    walk.stands("履行中")
    bureau = walk.as_person("jianguan")
    bureau.goto("/overview")
    bureau.get_by_role("region", name="需要关注的合同").get_by_role("link", name=re.compile("未采纳仍签订")).click()
    expect(bureau.get_by_role("table").get_by_role("link", name=NAME)).to_be_visible()
    walk.picture("jianguan", "escalated-in-sight")


def refuse(walk: Walk) -> None:
    """A revised text, and no to every item, with the reason."""
    page = walk.as_person("chengban")
    page.goto(f"{walk.path}?tab=documents")
    page.get_by_role("button", name="上传文件").click()
    page.get_by_label("选择修改稿").set_input_files(file(f"{NAME}修改稿.docx", text(NAME, SUM, advance=60)))
    page.get_by_role("button", name="上传", exact=True).click()
    expect(page.get_by_role("cell", name="第 2 版")).to_be_visible(timeout=UNTIL_READ)
    page.goto(walk.path)
    page.get_by_role("button", name="提交采纳情况", exact=True).click()
    form = page.get_by_role("form", name="提交采纳情况")
    for no in form.get_by_role("radio", name="不采纳", exact=True).all():
        no.check()
    for reason in form.get_by_label(re.compile("第 .* 条的理由")).all():
        reason.fill(REASON)
    form.get_by_role("button", name="确定：提交采纳情况").click()
    expect(form).to_be_hidden()


def rule(walk: Walk) -> None:
    """The government lets it go, with the minutes of its meeting."""
    office = walk.as_person("zhengfuban")
    office.goto(walk.path)
    office.get_by_role("button", name="同意不采纳", exact=True).click()
    form = office.get_by_role("form", name="同意不采纳")
    form.locator("input[type=file]").set_input_files(file("专题会议纪要.txt", "同意不采纳。".encode(), "text/plain"))
    expect(form.get_by_role("combobox").last).not_to_have_value("")
    form.get_by_role("textbox").last.fill("专题会议研究，同意不采纳。")
    form.get_by_role("button", name=re.compile("^确定")).click()
    expect(form).to_be_hidden()
