"""What follows the signatures: lists, and agreements whose articles start again at one."""

from tests.generated.articles import Article, article
from tests.generated.blocks import Block, PageBreak, Paragraph
from tests.generated.draft import Draft
from tests.generated.numbering import PAREN, Label, Style
from tests.generated.outline import Outline

AGREEMENTS = {
    "廉洁协议": ("anti_corruption", "supervision", "liability", "effectiveness"),
    "保密协议": ("confidentiality", "rights_obligations", "liability", "effectiveness"),
    "安全生产协议": ("safety_labour", "rights_obligations", "liability", "effectiveness"),
}
LETTERS = ("履约承诺书", "售后服务承诺书")
PROMISES = (
    "我单位承诺严格按照合同约定履行义务。",
    "我单位承诺接受采购单位的监督检查。",
    "我单位承诺所提交的资料真实有效。",
    "我单位承诺及时支付工作人员工资。",
)
FORMS = (Label(form="第{cn}条", gap=" "), Label(form="{cn}、"), Label(form="{n}.", gap=" "))


def choose(draft: Draft) -> None:
    """Titles of further annexes, before the body refers to them."""
    if draft.rule_class in {"GOODS", "SERVICE", "IT", "WORKS"} and draft.chance.maybe(0.3):
        draft.annexes.append(draft.chance.pick((*AGREEMENTS, *LETTERS)))


def annexes(draft: Draft) -> list[Block]:
    """The annexes the body names."""
    blocks: list[Block] = []
    for at, title in enumerate(draft.annexes, start=1):
        blocks.append(PageBreak())
        look = draft.chance.pick(("flush", "centred"))
        blocks.append(
            Paragraph(text=f"附件{draft.annex_number(at)}：{title}", look="centred" if look == "centred" else "flush")
        )
        if title in AGREEMENTS:
            blocks += _agreement(draft, AGREEMENTS[title])
        elif title in LETTERS:
            blocks += [Paragraph(text=f"{number}.{text}") for number, text in enumerate(PROMISES, start=1)]
        else:
            blocks.append(draft.tables["list"])
    return blocks


def _agreement(draft: Draft, categories: tuple[str, ...]) -> list[Block]:
    label = draft.chance.pick(FORMS)
    style = Style(article=label, item=None, sub=PAREN, headings="own", automatic=False)
    outline = Outline(draft, style)
    outline.write([_short(article(draft, category)) for category in categories])
    return outline.blocks


def _short(whole: Article) -> Article:
    whole.items = whole.items[:2]
    return whole
