"""The way to review by hand: materials, due diligence, a consulted unit, too little time, the head's consent."""

import re
from datetime import date, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from contract_platform.domain.deadlines import SHANGHAI
from tests.browser.conftest import SignIn
from tests.browser.draft import NAME, docx
from tests.browser.test_main_job import file

pytestmark = pytest.mark.browser
TEXT = "text/plain"
PARTY = "望澜示例档案服务有限公司"


def today() -> date:
    """The legal date."""
    return datetime.now(SHANGHAI).date()


def upload(page: Page, planned: str) -> None:
    """A draft with its facts confirmed and a planned day of signing."""
    page.goto("/submit")
    page.get_by_label("选择合同文本").set_input_files(file(f"{NAME}.docx", docx()))
    page.get_by_role("checkbox", name=re.compile("不含国家秘密")).check()
    page.get_by_role("button", name="上传", exact=True).click()
    page.get_by_label("合同名称", exact=True).wait_for(timeout=60_000)
    page.get_by_label("拟签订日期").fill(planned)
    page.get_by_label("拟签订日期").press("Enter")
    page.get_by_label("资金来源").select_option(label="一般公共预算")
    page.get_by_label("采购项目编号").fill("WLZC-2026-001")
    page.get_by_role("button", name="确认要素，准备材料").click()
    page.get_by_role("region", name="送审材料清单").wait_for()


def row(page: Page, title: str):
    """An item of the list."""
    return page.get_by_role("region", name="送审材料清单").get_by_role("row").filter(has_text=title)


def give(page: Page, title: str) -> None:
    """A file for an item."""
    row(page, title).get_by_label(re.compile("^上传：")).set_input_files(file(f"{title[:6]}.txt", title.encode(), TEXT))
    expect(row(page, title).get_by_text("已提交")).to_be_visible()


def excuse(page: Page, title: str, reason: str) -> None:
    """An item does not apply, for one of the usual reasons."""
    row(page, title).get_by_role("button", name=re.compile("不适用")).click()
    row(page, title).get_by_role("button", name=reason).click()
    row(page, title).get_by_role("button", name="确定不适用").click()
    expect(row(page, title).get_by_text("不适用", exact=True)).to_be_visible()


def leave_and_return(page: Page, username: str, password: str) -> None:
    """Sign out, and in again, back to the same page."""
    here = page.url
    page.get_by_role("button", name=re.compile("承办人")).click()
    page.get_by_role("button", name="退出登录").click()
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("navigation", name="主菜单").wait_for()
    page.goto(here)


def inquire(page: Page, password: str) -> None:
    """Due diligence on the other side; half of it survives a reload, and signing out."""
    page.get_by_role("button", name="登记尽职调查").click()
    form = page.get_by_role("form", name="尽职调查")
    expect(form.get_by_label("调查对象")).to_have_value(PARTY)
    form.get_by_label("查询情况").fill("登记状态正常，未列入失信名单。")
    page.reload()
    expect(form.get_by_label("查询情况")).to_have_value("登记状态正常，未列入失信名单。")
    leave_and_return(page, "chengban", password)
    expect(form.get_by_label("查询情况")).to_have_value("登记状态正常，未列入失信名单。")
    form.get_by_role("button", name="三项查询均正常").click()
    day = form.get_by_label("查询日期")
    day.fill(today().isoformat())
    day.press("Enter")
    form.get_by_label("结论").select_option(label="可以签约")
    form.get_by_role("button", name="保存").click()
    expect(form).to_be_hidden()
    expect(row(page, "尽职调查").get_by_text("已提交")).to_be_visible()


def consult(page: Page) -> None:
    """The finance office's letter, adopted."""
    page.get_by_role("button", name="登记征求意见情况").click()
    form = page.get_by_role("form", name=re.compile("征求"))
    form.get_by_label("被征求意见单位").fill("区财政局")
    day = form.get_by_label("答复日期")
    day.fill(today().isoformat())
    day.press("Enter")
    form.get_by_label("结论").select_option(label="同意")
    form.get_by_label("采纳情况").select_option(label="采纳")
    form.get_by_label(re.compile("^书面意见：")).set_input_files(file("复函.txt", "同意".encode(), TEXT))
    expect(form.get_by_role("link", name="复函.txt")).to_be_visible()
    form.get_by_role("button", name="保存").click()
    expect(form).to_be_hidden()


def test_the_way_to_review_by_hand(sign_in: SignIn, passwords: dict[str, str]) -> None:
    page = sign_in("chengban")
    upload(page, (today() + timedelta(days=2)).isoformat())
    page.get_by_role("button", name="进入预检").click()
    expect(page.get_by_text("送审材料缺少 6 项")).to_be_visible()
    expect(page.get_by_role("button", name="提交审核")).to_be_disabled()
    page.get_by_role("button", name="去提交材料").click()
    give(page, "相对方主体资格、资质证明和信用查询结果")
    give(page, "立项、预算、规划批复或者会议纪要")
    give(page, "采购（招标）文件和中标、成交通知书")
    excuse(page, "签约授权文件", "双方均由法定代表人（负责人）本人签署")
    inquire(page, passwords["chengban"])
    consult(page)
    expect(page.get_by_text("已齐全")).to_be_visible()
    page.get_by_role("button", name="进入预检").click()
    expect(page.get_by_text(re.compile("审查时间不足："))).to_be_visible()
    page.get_by_text("怎么算的").click()
    expect(page.get_by_text(re.compile("个工作日，至"))).to_be_visible()
    page.get_by_role("textbox", name=re.compile("理由")).fill("汛期前须完成，时间紧。")
    page.get_by_role("button", name="申请加急").click()
    expect(page.get_by_text("待单位负责人确认")).to_be_visible()
    expect(page.get_by_role("button", name="提交审核")).to_be_disabled()
    contract = "/contracts/" + re.sub(r"^.*/submit/|\?.*$", "", page.url)
    head = sign_in("fuze")
    head.goto("/tasks")
    expect(head.get_by_role("cell").filter(has_text="加急申请").first).to_be_visible()
    head.goto(f"{contract}?tab=submission")
    head.get_by_role("button", name="同意加急", exact=True).click()
    expect(head.get_by_text("已同意加急")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="提交审核").click()
    page.wait_for_url(re.compile(r"/contracts/[0-9a-f-]+"))
    expect(page.get_by_text("单位审核中").first).to_be_visible()
    page.goto(f"{contract}?tab=submission")
    expect(page.get_by_text("合同已送出，材料不能改动")).to_be_visible()
