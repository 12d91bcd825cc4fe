"""Major, corrected twice: once at intake, once in review; each notice says what lacks, and until when."""

import re
from datetime import datetime, time

import pytest
from playwright.sync_api import expect

from contract_platform.domain.deadlines import SHANGHAI, WORKING, received_on, reckon
from contract_platform.policy.calendar import load_calendar
from tests.browser.walks.steps import Walk
from tests.browser.walks.texts import text

pytestmark = pytest.mark.browser
NAME = "望澜区智慧停车平台建设服务合同"
SUM = "壹仟伍佰万元整（¥15,000,000.00）"
FIRST = ("缺少立项批复文件。", "相对方资质证明已过有效期。")
SECOND = ("第三条引用的附件二未随合同提交。",)


def test_a_major_contract_is_corrected_twice(walk: Walk) -> None:
    page = walk.upload("chengban", NAME, text(NAME, SUM))
    walk.prepare(page)
    walk.submit(page)
    walk.act("fazhi", "审核通过")
    walk.stands("待受理")
    walk.ask_for("shouli", FIRST)
    walk.stands("待补正")
    first = walk.paper("chengban", "补正通知书")
    check_notice(first, FIRST)
    walk.picture("chengban", "corrections-papers")
    walk.act("chengban", "提交补正", "已补交立项批复和有效的资质证明。")
    walk.stands("待受理")
    walk.accept("沈文博")
    accepted = walk.paper("chengban", "受理通知书")
    assert NAME in accepted
    assert re.search(r"〔\d{4}〕\d+号", accepted)
    walk.ask_for("shencha", SECOND)
    walk.stands("待补正")
    second = walk.paper("chengban", "补正通知书", no=2)
    check_notice(second, SECOND)
    assert FIRST[0] not in second
    walk.act("chengban", "提交补正", "附件二已补交。")
    walk.stands("合法性审查中")
    walk.opine("shencha", "同意", "主体适格，程序合法。")
    walk.act("shenqian", "审签")
    walk.stands("待集体审议")
    opinion = walk.paper("chengban", "合法性审查意见书")
    for said in (NAME, "15,000,000.00", "主体适格，程序合法。"):
        assert said in opinion, said
    page.goto(f"{walk.path}?tab=timeline")
    expect(page.get_by_role("strong").filter(has_text="提交补正")).to_have_count(2)
    walk.picture("chengban", "corrections-timeline")


def check_notice(notice: str, defects: tuple[str, ...]) -> None:
    """The contract, every defect in its order with its number, and the last day, 10 working days on."""
    assert NAME in notice
    places = [notice.index(f"{no}.{defect}") for no, defect in enumerate(defects, start=1)]
    assert places == sorted(places)
    calendar, now = load_calendar(), datetime.now(SHANGHAI)
    begun = {now.date(), received_on(calendar, now, time(17, 30))}
    due = {reckon(calendar, day, 10, WORKING).due_on for day in begun}
    assert any(f"请于{day.year}年{day.month}月{day.day}日前补正" in notice for day in due), notice
