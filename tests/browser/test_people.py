"""From the request for a person to their last contract in the hands of another, across all who take part."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import SignIn
from tests.browser.draft import NAME, docx
from tests.browser.test_main_job import file
from tests.browser.test_pages import violations

pytestmark = pytest.mark.browser

UNTIL_READ = 60_000  # milliseconds
CHINA = timezone(timedelta(hours=8))
SECRET = "Lan-7-jiang-Qing-2026"


def ask(page: Page, act: str, kind: str, reason: str) -> None:
    """Fill in the reason of an open request and send it."""
    form = page.get_by_role("form", name=kind)
    form.get_by_label("理由（必填）").fill(reason)
    form.get_by_role("button", name=act).click()
    expect(page.get_by_role("status").filter(has_text="号申请")).to_be_visible()


def approve(page: Page, about: str) -> None:
    """Approve the pending change about somebody."""
    page.goto("/changes")
    button = page.get_by_role("button", name=re.compile(f"^批准 .*{about}"))
    button.click()
    expect(button).to_have_count(0)


def create_person(sign_in: SignIn) -> str:
    """A new person, approved; the initial password as it is shown once."""
    system, security = sign_in("xitong"), sign_in("anquan")
    system.goto("/organisation")
    system.get_by_role("button", name="新增人员").click()
    form = system.get_by_role("form", name="新增人员")
    form.get_by_label("用户名").fill("linyi")
    form.get_by_label("姓名").fill("林一")
    ask(system, "提交申请：新增人员", "新增人员", "新录用")
    approve(security, "林一")
    shown = security.get_by_role("status").filter(has_text="初始密码")
    expect(shown).to_contain_text("linyi")
    password = shown.locator("code").inner_text()
    security.reload()
    expect(security.get_by_role("tab", name="待批")).to_be_visible()
    expect(security.get_by_text(password)).to_have_count(0)
    return password


def grant_post(sign_in: SignIn) -> None:
    """The post of an officer, asked for by one administrator and approved by the other."""
    security = sign_in("anquan")
    security.goto("/posts?text=linyi")
    security.get_by_role("button", name="授予岗位 林一").click()
    form = security.get_by_role("form", name="授予岗位")
    form.get_by_label("单位").select_option(label="望澜区大数据管理局")
    form.get_by_label("岗位", exact=True).select_option(label="承办人")
    ask(security, "提交申请：授予岗位", "授予岗位", "任命")
    approve(sign_in("xitong"), "林一")


def first_sign_in(page: Page, password: str) -> None:
    """The initial password lets in to change it, and to nothing else."""
    page.goto("/login")
    page.get_by_label("用户名").fill("linyi")
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()
    page.get_by_label("当前密码").fill(password)
    page.get_by_label("新密码", exact=True).fill(SECRET)
    page.get_by_label("再次输入新密码").fill(SECRET)
    page.get_by_role("button", name="修改密码").click()
    page.get_by_role("navigation", name="主菜单").wait_for()


def upload(page: Page) -> str:
    """A contract of the new officer; its path."""
    page.goto("/submit")
    page.get_by_label("选择合同文本").set_input_files(file(f"{NAME}（交接）.docx", docx()))
    page.get_by_role("checkbox", name=re.compile("不含国家秘密")).check()
    page.get_by_role("button", name="上传", exact=True).click()
    page.get_by_label("合同名称", exact=True).wait_for(timeout=UNTIL_READ)
    page.goto("/contracts")
    link = page.get_by_role("table").get_by_role("link", name=re.compile("交接|数字化加工")).first
    return str(link.get_attribute("href"))


def test_a_person_comes_and_goes_and_the_work_goes_on(sign_in: SignIn, contexts: Callable[..., BrowserContext]) -> None:
    password = create_person(sign_in)
    grant_post(sign_in)
    newcomer = contexts().new_page()
    first_sign_in(newcomer, password)
    contract = upload(newcomer)

    system = sign_in("xitong")
    system.goto("/organisation?text=linyi")
    system.get_by_role("button", name="停用 林一").click()
    ask(system, "提交申请：停用人员", "停用人员", "调离")
    expect(system.get_by_text("账号已立即冻结")).to_be_visible()
    newcomer.goto("/tasks")
    expect(newcomer.get_by_role("button", name="登录")).to_be_visible()

    head = sign_in("fuze")
    head.goto("/handovers")
    leaving = head.get_by_role("form", name=re.compile("^林一"))
    leaving.get_by_label("全部交给").select_option(label="林知远")
    leaving.get_by_role("button", name="指定接收人").click()
    expect(head.get_by_text("待接收").first).to_be_visible()

    officer = sign_in("chengban")
    officer.goto("/handovers")
    officer.get_by_role("button", name=re.compile("^接收 ")).first.click()
    expect(officer.get_by_text("没有等待您接收的合同")).to_be_visible()
    officer.goto(contract)
    expect(officer.get_by_role("main").get_by_text("林知远").first).to_be_visible()
    officer.goto(f"{contract}?tab=timeline")
    expect(officer.get_by_role("strong").filter(has_text="接收移交")).to_be_visible()

    approve(sign_in("anquan"), "林一")
    auditor = sign_in("shenji")
    auditor.goto("/audit/administrators")
    for word in ("批准变更", "冻结账号", "新增人员"):
        expect(auditor.get_by_role("cell", name=re.compile(word)).first).to_be_visible()


def test_a_deputy_sees_whose_tasks_they_are(sign_in: SignIn) -> None:
    head = sign_in("fuze3")
    head.goto("/delegations")
    head.get_by_role("button", name="新的委托").click()
    form = head.get_by_role("form", name="新的委托")
    form.get_by_label("被代办人").select_option(label="唐若溪")
    form.get_by_label("代办人", exact=True).select_option(label="宋安澜")
    last = form.get_by_label("止日")
    last.fill(str((datetime.now(CHINA) + timedelta(days=30)).date()))
    last.press("Enter")
    form.get_by_label("事由（必填）").fill("年休假")
    form.get_by_role("button", name="委托", exact=True).click()
    row = head.get_by_role("row").filter(has_text="唐若溪")
    expect(row).to_contain_text("代办中")
    deputy = sign_in("fazhi3")
    deputy.goto("/tasks")
    expect(deputy.get_by_text("代 唐若溪").first).to_be_visible()
    row.get_by_role("button", name=re.compile("提前终止")).click()
    expect(row).to_contain_text("已终止")


def test_next_years_holidays_are_entered_and_hold_once_approved(sign_in: SignIn) -> None:
    system = sign_in("xitong")
    system.goto("/calendar")
    year = system.get_by_role("listitem").filter(has=system.get_by_text("2027", exact=True)).filter(has_text="暂定")
    year.get_by_role("button", name="调整 2027").click()
    form = system.get_by_role("form", name="工作日历")
    form.get_by_label("依据").fill("国庆节放假安排的通知")
    form.get_by_role("button", name="增加一段假期").click()
    form.get_by_label("名称", exact=True).fill("国庆节")
    for label, day in (("首日", "2027-10-01"), ("末日", "2027-10-07")):
        form.get_by_label(label).fill(day)
        form.get_by_label(label).press("Enter")
    form.get_by_role("button", name="增加一个补班日").click()
    form.get_by_label("补班日 1").fill("2027-09-26")
    form.get_by_label("补班日 1").press("Enter")
    ask(system, "提交申请：工作日历", "工作日历", "通知已公布")
    approve(sign_in("anquan"), "2027 年：放假调休：国庆节 2027-10-01 – 2027-10-07；上班的周六、周日：2027-09-26")
    system.reload()
    decided = system.get_by_role("listitem").filter(has=system.get_by_text("2027", exact=True))
    expect(decided).to_contain_text("国庆节 2027-10-01 – 2027-10-07")
    expect(decided).not_to_contain_text("暂定")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_administrators(scheme: str, sign_in: SignIn) -> None:
    places = {
        "xitong": ("/organisation", "/policy", "/calendar", "/forms", "/changes"),
        "anquan": ("/posts", "/passwords", "/organisation"),
        "shenji": ("/audit/acts", "/audit/sign_ins", "/audit/administrators", "/audit/refusals", "/changes"),
        "fuze": ("/handovers", "/delegations"),
    }
    found = []
    for username, paths in places.items():
        page = sign_in(username)
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for path in paths:
            page.goto(path)
            found += violations(page)
    assert found == []


def test_each_administrator_has_a_menu_of_their_own(sign_in: SignIn) -> None:
    menus = {
        "xitong": ["机构与用户", "规则台", "制度配置", "工作日历", "文书模板", "待批变更"],
        "anquan": [
            *("机构与用户", "规则台", "制度配置", "工作日历", "文书模板", "待批变更"),
            *("角色授权", "密码与锁定", "疑似涉密文件"),
        ],
        "shenji": ["规则台", "制度配置", "工作日历", "待批变更", "操作日志", "登录日志", "管理员行为"],
    }
    for username, expected in menus.items():
        page = sign_in(username)
        page.goto("/")
        links = page.get_by_role("navigation", name="主菜单").get_by_role("link")
        expect(links).to_have_count(len(expected))
        assert [text.strip() for text in links.all_inner_texts()] == expected
        page.goto("/contracts")
        expect(page.get_by_text("您的岗位没有此项权限")).to_be_visible()
