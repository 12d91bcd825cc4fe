"""Exempt: claimed with its reason, passed by the unit, sealed without the bureau, in the ledger all the same."""

import pytest
from playwright.sync_api import expect

from tests.browser.walks.steps import Walk
from tests.browser.walks.texts import text

pytestmark = pytest.mark.browser
NAME = "望澜区防汛抢险物资应急保障服务合同"
SUM = "壹仟壹佰万元整（¥11,000,000.00）"
WHY = "汛期抢险，须立即组织物资"


def test_an_exempt_contract_is_registered_with_the_rule_that_exempts_it(walk: Walk) -> None:
    page = walk.upload("chengban", NAME, text(NAME, SUM))
    page.get_by_label("免审情形").select_option(index=1)
    page.get_by_label("属于该情形的理由（必填）").fill(WHY)
    walk.prepare(page)
    walk.picture("chengban", "exempt-precheck")
    walk.submit(page)
    reviewer = walk.as_person("fazhi")
    reviewer.goto(walk.path)
    expect(reviewer.get_by_role("main").get_by_text(WHY).first).to_be_visible()
    walk.act("fazhi", "审核通过")
    walk.stands("待签订")
    page.goto("/contracts?tier=EXEMPT")
    expect(page.get_by_role("table").get_by_role("link", name=NAME)).to_be_visible()
    walk.seal("chengban")
    walk.stands("签署中")
    walk.picture("chengban", "exempt-signing")
