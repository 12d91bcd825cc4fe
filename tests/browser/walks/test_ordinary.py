"""Ordinary: reviewed within the unit alone, signed, filed; the bureau gives the receipt and no opinion."""

import pytest
from playwright.sync_api import expect

from tests.browser.walks.steps import Walk
from tests.browser.walks.texts import text

pytestmark = pytest.mark.browser
NAME = "望澜区办公楼物业保洁服务合同"
SUM = "捌拾万元整（¥800,000.00）"


def test_an_ordinary_contract_is_reviewed_by_its_unit_and_signed(walk: Walk) -> None:
    page = walk.upload("chengban", NAME, text(NAME, SUM))
    expect(page.get_by_label("金额（元）")).to_have_value("800,000.00")
    walk.prepare(page)
    walk.picture("chengban", "ordinary-precheck")
    walk.submit(page)
    walk.stands("单位审核中")
    walk.act("fazhi", "审核通过")
    walk.stands("待签订")
    walk.seal("chengban")
    walk.stands("签署中")
    walk.sign("chengban", "fazhi", text(NAME, SUM))
    walk.stands("履行中")
    walk.file()
    receipt = walk.paper("chengban", "备案回执")
    form = walk.paper("chengban", "备案登记表")
    for said in (NAME, "800,000.00", "望澜示例档案服务有限公司"):
        assert said in form, said
    assert NAME in receipt
    walk.picture("chengban", "ordinary-papers")
    page.goto(f"{walk.path}?tab=timeline")
    for step in ("审核通过", "登记用印", "登记签订", "备案核收"):
        expect(page.get_by_role("main").get_by_role("strong").filter(has_text=step).first).to_be_visible()
    walk.picture("chengban", "ordinary-signed")
