"""What people do in a walk, in their words: each step ends when the person sees that it happened."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.browser.materials import complete
from tests.browser.test_main_job import UNTIL_READ, act, file, file_contract, state
from tests.browser.walks.papers import paper

ALIKE = "我已核对：签订文本与审定文本一致"


class Walk:
    """One contract and the people around it, each in a browser of their own."""

    def __init__(self, sign_in: SignIn) -> None:
        self.as_person = sign_in
        self.path = ""

    def upload(self, username: str, name: str, content: bytes) -> Page:
        """A draft, declared free of secrets, read; the page with its facts."""
        page = self.as_person(username)
        page.goto("/submit")
        page.get_by_label("选择合同文本").set_input_files(file(f"{name}.docx", content))
        page.get_by_role("checkbox", name=re.compile("不含国家秘密")).check()
        page.get_by_role("button", name="上传", exact=True).click()
        page.get_by_label("合同名称", exact=True).wait_for(timeout=UNTIL_READ)
        expect(page.get_by_label("合同名称", exact=True)).to_have_value(name)
        return page

    def prepare(self, page: Page) -> None:
        """Facts confirmed, the list of materials completed, on to the pre-check."""
        page.get_by_role("button", name="确认要素，准备材料").click()
        page.wait_for_url(re.compile("step=materials"))
        self.path = "/contracts/" + re.sub(r"^.*/submit/|\?.*$", "", page.url)
        complete(page, self.path)
        page.reload()
        page.get_by_role("button", name="进入预检").click()
        page.get_by_text("审查路径").first.wait_for()

    def submit(self, page: Page) -> None:
        """提交审核 from the pre-check."""
        page.get_by_role("button", name="提交审核").click()
        page.wait_for_url(re.compile(r"/contracts/[0-9a-f-]+"))

    def act(self, username: str, action: str, reason: str = "") -> None:
        """An act that needs a reason at most."""
        act(self.as_person(username), self.path, action, reason)

    def stands(self, word: str, username: str = "fuze") -> None:
        """The contract is in that state, as the head of its unit (or somebody else) sees it."""
        state(self.as_person(username), self.path, word)

    def accept(self, reviewer: str) -> None:
        """受理 by the intake, who names the reviewer."""
        page = self.as_person("shouli")
        page.goto(self.path)
        page.get_by_role("button", name="受理", exact=True).click()
        page.get_by_label("审查员").select_option(label=f"{reviewer} (区司法局)")
        page.get_by_role("button", name="确定：受理").click()
        expect(page.get_by_role("form", name="受理")).to_be_hidden()

    def ask_for(self, username: str, defects: Sequence[str]) -> None:
        """退回补正 with one complete list."""
        page = self.as_person(username)
        page.goto(self.path)
        page.get_by_role("button", name="退回补正", exact=True).click()
        form = page.get_by_role("form", name="退回补正")
        form.get_by_role("textbox").first.fill("\n".join(defects))
        form.get_by_role("textbox").last.fill("请一次补齐。")
        form.get_by_role("button", name="确定：退回补正").click()
        expect(form).to_be_hidden()

    def opine(self, username: str, conclusion: str, body: str) -> None:
        """The opinion without items, sent to the lead."""
        page = self.as_person(username)
        page.goto(self.path)
        page.get_by_role("link", name="查看文本").click()
        page.get_by_role("tab", name=re.compile("风险")).wait_for()  # the contract's page has a tab of that name too
        page.get_by_role("tab", name="审查意见").click()
        page.get_by_role("radio", name=conclusion, exact=True).check()
        page.get_by_label("审查意见正文").fill(body)
        page.get_by_role("button", name="提交审签").click()
        expect(page.get_by_text("意见审签中")).to_be_visible()

    def seal(self, username: str) -> None:
        """登记用印 with the contract seal."""
        page = self.as_person(username)
        page.goto(self.path)
        page.get_by_role("button", name="登记用印", exact=True).click()
        page.get_by_label("合同专用章").check()
        page.get_by_label("印章保管人").fill("单位办公室")
        page.get_by_role("button", name="确定：登记用印").click()
        expect(page.get_by_role("form", name="登记用印")).to_be_hidden()

    def sign(self, username: str, second: str, content: bytes) -> None:
        """The signed copy, two people who compared it, the signatures of both sides."""
        page = self.as_person(username)
        page.goto(f"{self.path}?tab=signing")
        page.get_by_role("button", name="上传签署件").click()
        page.get_by_label(re.compile("选择签署件")).set_input_files(file("签署件.docx", content))
        page.get_by_role("button", name="上传", exact=True).click()
        for one in (username, second):
            comparing = self.as_person(one)
            comparing.goto(f"{self.path}?tab=signing")
            comparing.get_by_role("button", name=ALIKE).click(timeout=UNTIL_READ)
            expect(comparing.get_by_role("button", name=ALIKE)).to_be_hidden()
        page.goto(self.path)
        page.get_by_role("button", name="登记签订", exact=True).click()
        for field in page.get_by_label("签约代表").all():
            field.fill("授权代表")
        page.get_by_role("button", name="确定：登记签订").click()
        expect(page.get_by_role("form", name="登记签订")).to_be_hidden()

    def file(self) -> None:
        """The unit files, the bureau accepts."""
        file_contract(self.as_person, self.path)

    def paper(self, username: str, form: str, *, no: int = 0, title: str = "") -> str:
        """The text of a document issued on the way, as that person opens it."""
        return paper(self.as_person(username), self.path, form, no=no, title=title)

    def picture(self, username: str, name: str) -> None:
        """What the person sees now, kept where BROWSER_PICTURES says."""
        folder = os.environ.get("BROWSER_PICTURES")
        if folder:
            self.as_person(username).screenshot(path=Path(folder) / f"{name}.png", full_page=True)
