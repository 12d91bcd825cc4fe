"""The main job across the posts: drafted, reviewed, signed, filed, first payment reported, each step seen."""

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import SignIn
from tests.browser.draft import NAME, docx
from tests.browser.materials import complete

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
pytestmark = pytest.mark.browser

UNTIL_READ = 60_000  # milliseconds


def file(name: str, content: bytes, media: str = DOCX) -> FilePayload:
    """A file as a person would choose it."""
    return {"name": name, "mimeType": media, "buffer": content}


def act(page: Page, path: str, action: str, reason: str = "") -> None:
    """Open the contract, choose an act and confirm it."""
    page.goto(path)
    page.get_by_role("button", name=action, exact=True).click()
    form = page.get_by_role("form", name=action)
    if reason:
        form.get_by_role("textbox").last.fill(reason)
    form.get_by_role("button", name=f"确定：{action}").click()
    expect(form).to_be_hidden()


def state(page: Page, path: str, word: str) -> None:
    """The contract stands in that state, as this person sees it."""
    page.goto(path)
    expect(page.get_by_role("main").get_by_text(word, exact=True).first).to_be_visible()


@pytest.fixture
def submitted(sign_in: SignIn) -> str:
    """The path of a contract that was uploaded, read, confirmed and submitted by its officer."""
    page = sign_in("chengban")
    page.goto("/submit")
    page.get_by_label("选择合同文本").set_input_files(file(f"{NAME}.docx", docx()))
    upload = page.get_by_role("button", name="上传", exact=True)
    expect(upload).to_be_disabled()
    page.get_by_role("checkbox", name=re.compile("不含国家秘密")).check()
    upload.click()
    name = page.get_by_label("合同名称", exact=True)
    name.wait_for(timeout=UNTIL_READ)
    expect(name).to_have_value(NAME)
    expect(page.get_by_label("金额（元）")).to_have_value("12,000,000.00")
    page.get_by_role("button", name="确认要素，准备材料").click()
    page.wait_for_url(re.compile("step=materials"))
    complete(page, "/contracts/" + re.sub(r"^.*/submit/|\?.*$", "", page.url))
    page.reload()
    page.get_by_role("button", name="进入预检").click()
    page.get_by_text("审查路径").first.wait_for()
    page.get_by_role("button", name="提交审核").click()
    page.wait_for_url(re.compile(r"/contracts/[0-9a-f-]+"))
    return re.sub(r"^https?://[^/]+|\?.*$", "", page.url)


def test_main_job(submitted: str, sign_in: SignIn) -> None:
    bureau = sign_in("jianguan")
    act(sign_in("fazhi"), submitted, "审核通过")
    state(bureau, submitted, "待受理")
    accept(sign_in("shouli"), submitted)
    state(bureau, submitted, "合法性审查中")
    write_opinion(sign_in("shencha"), submitted)
    state(bureau, submitted, "意见审签中")
    act(sign_in("shenqian"), submitted, "审签")
    state(bureau, submitted, "待修改反馈")
    adopt(sign_in("chengban"), submitted)
    act(sign_in("shencha"), submitted, "复核通过")
    decide(sign_in("fuze"), submitted)
    sign(sign_in, submitted)
    state(bureau, submitted, "履行中")
    file_contract(sign_in, submitted)
    report_payment(sign_in("chengban"), submitted)
    bureau.goto(f"{submitted}?tab=timeline")
    for step in ("审签", "登记签订", "备案核收", "登记履行"):
        expect(bureau.get_by_role("main").get_by_role("strong").filter(has_text=step).first).to_be_visible()


def accept(page: Page, path: str) -> None:
    """受理 names the reviewer."""
    page.goto(path)
    page.get_by_role("button", name="受理", exact=True).click()
    page.get_by_label("审查员").select_option(label="沈文博 (区司法局)")
    page.get_by_role("button", name="确定：受理").click()
    expect(page.get_by_role("form", name="受理")).to_be_hidden()


def write_opinion(page: Page, path: str) -> None:
    """Remark on selected text, adopt a risk, and put both into an opinion that survives a reload."""
    page.goto(path)
    page.get_by_role("link", name="查看文本").click()
    page.get_by_role("button", name="第五条", exact=False).first.click()
    page.get_by_text("组织验收").first.dblclick()
    page.get_by_role("textbox", name="填写批注").fill("请写明组织验收的期限。")
    page.get_by_role("button", name="保存批注").click()
    page.get_by_role("tab", name=re.compile("风险")).click()
    page.get_by_role("article").first.get_by_role("button").first.click()
    page.get_by_role("button", name="采用，写入意见").click()
    page.get_by_role("tab", name="审查意见").click()
    page.get_by_role("radio", name="修改后同意").check()
    page.get_by_label("审查意见正文").fill("付款与验收条款需修改后签订。")
    page.reload()
    page.get_by_role("tab", name="审查意见").click()
    expect(page.get_by_label("审查意见正文")).to_have_value("付款与验收条款需修改后签订。")
    page.get_by_role("button", name=re.compile("写入已采用的风险")).click()
    page.get_by_role("button", name="提交审签").click()
    expect(page.get_by_text("意见审签中")).to_be_visible()


def adopt(page: Page, path: str) -> None:
    """Upload the revised draft and state what was done with each item."""
    page.goto(f"{path}?tab=documents")
    page.get_by_role("button", name="上传文件").click()
    page.get_by_label("选择修改稿").set_input_files(file(f"{NAME}修改稿.docx", docx(advance="30%")))
    page.get_by_role("button", name="上传", exact=True).click()
    expect(page.get_by_text("第 2 版")).to_be_visible()
    expect(page.get_by_role("cell", name="第 2 版")).to_be_visible(timeout=UNTIL_READ)
    act(page, path, "提交采纳情况")


def decide(page: Page, path: str) -> None:
    """The collective decision with its minutes."""
    page.goto(path)
    page.get_by_role("button", name="登记审议结果", exact=True).click()
    form = page.get_by_role("form", name="登记审议结果")
    form.locator("input[type=file]").set_input_files(file("会议纪要.txt", "同意签订。".encode(), "text/plain"))
    expect(form.get_by_role("combobox").last).not_to_have_value("")
    form.get_by_role("button", name="确定：登记审议结果").click()
    expect(form).to_be_hidden()


def sign(sign_in: SignIn, path: str) -> None:
    """Seal, signed copy, signatures of both sides, and two people who compared the texts."""
    handler = sign_in("chengban")
    handler.goto(path)
    handler.get_by_role("button", name="登记用印", exact=True).click()
    handler.get_by_label("合同专用章").check()
    handler.get_by_label("印章保管人").fill("单位办公室")
    handler.get_by_role("button", name="确定：登记用印").click()
    expect(handler.get_by_role("form", name="登记用印")).to_be_hidden()
    handler.goto(f"{path}?tab=signing")
    handler.get_by_role("button", name="上传签署件").click()
    handler.get_by_label(re.compile("选择签署件")).set_input_files(file("签署件.docx", docx(advance="30%")))
    handler.get_by_role("button", name="上传", exact=True).click()
    for username in ("chengban", "fazhi"):
        page = sign_in(username)
        page.goto(f"{path}?tab=signing")
        page.get_by_role("button", name="我已核对：签订文本与审定文本一致").click()
        expect(page.get_by_role("button", name="我已核对：签订文本与审定文本一致")).to_be_hidden()
    handler.goto(path)
    handler.get_by_role("button", name="登记签订", exact=True).click()
    for field in handler.get_by_label("签约代表").all():
        field.fill("授权代表")
    handler.get_by_role("button", name="确定：登记签订").click()
    expect(handler.get_by_role("form", name="登记签订")).to_be_hidden()


def file_contract(sign_in: SignIn, path: str) -> None:
    """The unit files, the bureau accepts."""
    page = sign_in("chengban")
    page.goto(f"{path}?tab=signing")
    page.get_by_role("button", name="提交备案").first.click()
    page.get_by_role("button", name="确定：提交备案").click()
    expect(page.get_by_text("待核收").first).to_be_visible()
    officer = sign_in("beian")
    officer.goto(f"{path}?tab=signing")
    officer.get_by_role("button", name="核收").first.click()
    officer.get_by_role("button", name="确定：核收").click()
    expect(officer.get_by_text("已备案").first).to_be_visible()


def report_payment(page: Page, path: str) -> None:
    """The first payment read from the text is confirmed and reported with evidence."""
    page.goto(f"{path}?tab=obligations")
    plan = page.get_by_role("region", name="履行计划")
    payment = plan.get_by_role("row").filter(has_text="预付款").first
    form = plan.locator("form")
    payment.get_by_role("button", name="确认", exact=True).click()
    due = form.get_by_label("应履行日期")
    due.fill("2026-12-15")
    due.press("Enter")
    form.get_by_role("button", name="确认", exact=True).click()
    payment.get_by_role("button", name="登记履行").click()
    form.get_by_label("选择凭证文件").set_input_files(file("支付凭证.txt", "付款凭证".encode(), "text/plain"))
    form.get_by_role("button", name="登记履行").click()
    expect(payment.get_by_text("待核实")).to_be_visible()
