"""Disagreement: the opinion says no, nothing can be signed, the text is drafted anew and reviewed again."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_main_job import UNTIL_READ, file
from tests.browser.walks.steps import Walk
from tests.browser.walks.texts import text

pytestmark = pytest.mark.browser
NAME = "望澜区公共停车泊位经营服务合同"
SUM = "壹仟伍佰万元整（¥15,000,000.00）"
NO = "付款安排使财政资金失去保障，不同意签订。"


def test_a_disapproved_contract_is_drafted_anew(walk: Walk) -> None:
    page = walk.upload("chengban", NAME, text(NAME, SUM, advance=90))
    walk.prepare(page)
    walk.submit(page)
    review(walk, "不同意", NO)
    walk.stands("已出具意见")
    opinion = walk.paper("chengban", "合法性审查意见书")
    for said in (NAME, NO, "15,000,000.00"):
        assert said in opinion, said
    number = re.search(r"〔\d{4}〕\d+号", opinion)
    assert number
    page.goto(walk.path)
    expect(page.get_by_role("button", name="重新起草", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="登记用印", exact=True)).to_be_hidden()
    walk.picture("chengban", "redraft-refused")
    walk.act("chengban", "重新起草")
    walk.stands("起草中")
    page.goto(f"{walk.path}?tab=documents")
    page.get_by_role("button", name="上传文件").click()
    page.get_by_label("选择修改稿").set_input_files(file(f"{NAME}二稿.docx", text(NAME, SUM, advance=30)))
    page.get_by_role("button", name="上传", exact=True).click()
    expect(page.get_by_role("cell", name="第 2 版")).to_be_visible(timeout=UNTIL_READ)
    page.goto(walk.path.replace("/contracts/", "/submit/"))
    page.get_by_role("button", name="进入预检").click(timeout=UNTIL_READ)
    page.get_by_text("审查路径").first.wait_for()
    walk.submit(page)
    review(walk, "同意", "付款安排已修改，同意签订。")
    walk.stands("待集体审议")
    walk.picture("chengban", "redraft-approved")


def review(walk: Walk, conclusion: str, body: str) -> None:
    """Through the unit and the bureau, to an opinion."""
    walk.act("fazhi", "审核通过")
    walk.accept("沈文博")
    walk.opine("shencha", conclusion, body)
    walk.act("shenqian", "审签")
