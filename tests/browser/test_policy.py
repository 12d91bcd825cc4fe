"""A new version of the policy goes from one administrator to another, and everybody reads what holds."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn

TODAY = (datetime.now(UTC) + timedelta(hours=8)).date()
PAPER = "望政办〔2026〕5号"


def value_of(page: Page, item: str, part: str) -> str:
    """What a reader's page says in a row."""
    table = page.get_by_role("table", name=part, exact=True)
    return table.get_by_role("row").filter(has=page.get_by_role("rowheader", name=item, exact=True)).inner_text()


def begin(page: Page) -> None:
    """Open a draft, with its day and its paper."""
    page.get_by_role("link", name="制度配置").first.click()
    page.get_by_role("button", name="起草新版本").click()
    expect(page.get_by_role("heading", name="起草制度配置新版本")).to_be_visible()
    page.get_by_label("施行日期").fill(TODAY.isoformat())
    page.get_by_label("施行日期").press("Enter")
    page.get_by_label("依据文件（名称和文号）").fill(PAPER)


def change_values(page: Page) -> None:
    """Another period, a rule with another sum and place, and a value that stays and is confirmed."""
    page.get_by_role("tab", name="期限", exact=True).click()
    page.get_by_label("审查期限 天数", exact=True).fill("12")
    page.get_by_role("button", name="确认 受理期限").click()
    page.get_by_role("tab", name="审查路径和重大合同标准").click()
    page.get_by_role("button", name="修改 重大合同 5 的条件").click()
    page.get_by_label("重大合同 5 超过 的金额（元）").fill("8000000")
    page.get_by_label("规则的文字").nth(5).fill("合同金额超过800万元，属于重大合同，由区司法局审查")
    page.get_by_role("button", name="上移 重大合同 5").click()


def test_drafted_by_one_replayed_and_published_by_another_read_by_all(sign_in: SignIn):
    author, publisher, reader = sign_in("xitong"), sign_in("anquan"), sign_in("chengban")
    reader.get_by_role("link", name="制度配置").first.click()
    expect(reader.get_by_role("note").first).to_contain_text("未经确认")
    assert "10 个工作日" in value_of(reader, "审查期限", "期限")
    assert "未经确认" in value_of(reader, "受理期限", "期限")
    expect(reader.get_by_role("button", name="起草新版本")).to_have_count(0)

    begin(author)
    change_values(author)
    changes = author.get_by_role("table", name="与现有版本的不同")
    expect(changes.get_by_role("row").filter(has_text="审查期限")).to_contain_text("12 个工作日")
    expect(changes.get_by_role("row").filter(has_text="受理期限")).to_contain_text("司法局已确认")
    expect(changes).to_contain_text("800 万元")
    author.get_by_role("button", name="推算", exact=True).click()
    expect(author.get_by_role("region", name="按上一年的合同推算").get_by_role("status").first).to_contain_text(
        "份合同中"
    )
    author.get_by_role("button", name="提请发布", exact=True).click()
    author.get_by_label("理由").fill("区政府文件已印发")
    author.get_by_role("button", name="确定提请发布").click()
    expect(author.get_by_role("note").filter(has_text="等待期间不能修改")).to_be_visible()

    publisher.get_by_role("link", name="待批变更").click()
    publisher.get_by_role("link", name="核对改动并推算").click()
    publish = publisher.get_by_role("button", name="发布", exact=True)
    expect(publish).to_be_disabled()
    publisher.get_by_role("button", name="推算", exact=True).click()
    replay = publisher.get_by_role("region", name="按上一年的合同推算")
    expect(replay.get_by_role("status").first).to_contain_text("份合同中")
    replay.get_by_role("button", name="审查期限").click()
    expect(replay.get_by_role("table")).to_contain_text("审查期限")
    expect(publish).to_be_enabled()
    publish.click()
    expect(publisher.get_by_text("已批准")).to_be_visible()

    reader.reload()
    expect(reader.get_by_role("table", name="期限", exact=True)).to_contain_text("12 个工作日")
    assert "司法局已确认" in value_of(reader, "受理期限", "期限")
    assert PAPER in value_of(reader, "审查期限", "期限")
    versions = reader.get_by_role("region", name="各版本")
    expect(versions.get_by_role("listitem")).to_have_count(2)
    versions.get_by_role("link", name="与上一版比较").click()
    expect(reader.get_by_role("table", name="比较两个版本")).to_contain_text("12 个工作日")
