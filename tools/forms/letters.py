"""Letters: notices, the opinion, the statement of adoption, the filing receipt."""

from typing import Final

from contract_platform.application.form_ports import Addressee, Cell, Composition, Heading, Masthead, Table, Text, Title
from contract_platform.domain.form_vocabulary import FormKind
from tools.forms.blocks import each, heads, paragraphs, signed

CONTRACT = "《{{ contract_name }}》（以下简称《合同》）"


def titled(name: str) -> Title:
    """关于《…》的 in one line, what it is in the next."""
    return Title(text="关于《{{ contract_name }}》的\n" + name)


ACCEPTANCE = Composition(
    title="受理通知书",
    blocks=(
        titled("受理通知书"),
        Addressee(text="{{ unit }}："),
        Text(
            text="你单位于{{ received_on }}送请合法性审查的"
            + CONTRACT
            + "及相关材料收悉。经形式审查，材料符合受理要求，"
            "现予受理。有关事项通知如下："
        ),
        Text(text="一、审查编号：{{ review_no }}"),
        Text(text="二、合同类别：{{ category }}；合同金额：{{ amount }}"),
        Text(text="三、审查人员：{{ reviewer }}"),
        Text(text="四、审查期限：至{{ due_on }}止。需要补充材料、征求意见或者组织论证的，所需时间按规定扣除。"),
        Text(text="审查期间请勿签订《合同》；合同文本有实质性修改的，请及时告知并重新送审。"),
        signed("{{ bureau }}"),
    ),
)
SUPPLEMENT = Composition(
    title="补正通知书",
    blocks=(
        titled("补正通知书"),
        Addressee(text="{{ unit }}："),
        Text(
            text="你单位于{{ received_on }}送请合法性审查的"
            + CONTRACT
            + "及相关材料收悉。经审查，尚需补正以下内容，现一次性告知："
        ),
        *paragraphs("item in items", "{{ item.no }}.{{ item.text }}"),
        Text(text="请于{{ due_on }}前补正。逾期未补正的，视为退回。补正期间不计入审查期限。"),
        signed("{{ bureau }}"),
    ),
)
RETURN = Composition(
    title="退回通知书",
    blocks=(
        titled("退回通知书"),
        Addressee(text="{{ unit }}："),
        Text(text="你单位于{{ received_on }}送请合法性审查的" + CONTRACT + "及相关材料收悉。现予退回，理由如下："),
        *paragraphs("reason in reasons", "{{ reason }}"),
        Text(text="请修改完善后重新送审。"),
        signed("{{ bureau }}"),
    ),
)
NON_ACCEPTANCE = Composition(
    title="不予受理通知书",
    blocks=(
        titled("不予受理通知书"),
        Addressee(text="{{ unit }}："),
        Text(
            text="你单位于{{ received_on }}送请合法性审查的"
            + CONTRACT
            + "及相关材料收悉。经审查，决定不予受理，理由如下："
        ),
        *paragraphs("reason in reasons", "{{ reason }}"),
        Text(text="材料已通过平台退回。对本决定有异议的，可以与我局联系。"),
        signed("{{ bureau }}"),
    ),
)
OPINION = Composition(
    title="合法性审查意见书",
    blocks=(
        Masthead(body="{{ bureau }}", number="{{ number }}"),
        titled("合法性审查意见书"),
        Addressee(text="{{ unit }}："),
        Text(
            text="你单位于{{ received_on }}送审的" + CONTRACT + "及相关材料，我局于{{ accepted_on }}受理"
            "（审查编号：{{ review_no }}）。经审查，现提出意见如下："
        ),
        Heading(text="一、基本情况"),
        Text(
            text="《合同》由{{ signing_body }}作为签订主体，类别为{{ category }}，属于{{ tier }}，"
            "金额为{{ amount }}，期限为{{ term }}。"
        ),
        Text(
            text="收到的材料：{% for one in materials %}{{ one.name }}"
            "{% if loop.last %}。{% else %}、{% endif %}{% endfor %}"
        ),
        Heading(text="二、审查范围和依据"),
        Text(text="我局对送审的合同文本（{{ text_no }}，校验码{{ text_mark }}）的主体、程序和内容的合法性进行了审查。"),
        Text(text="{%p if item_count != '0' %}"),
        Text(text="审查依据：{{ basis }}。"),
        Text(text="{%p endif %}"),
        Heading(text="三、审查结论"),
        Text(text="{{ conclusion }}。"),
        *paragraphs("line in body", "{{ line }}"),
        Text(text="{%p if item_count != '0' %}"),
        Heading(text="四、审查意见"),
        Text(text="共{{ item_count }}项，其中应当修改{{ must_count }}项，逐项如下："),
        Table(
            widths=(9, 18, 33, 32, 10, 26, 34, 13),
            head=1,
            rows=(
                heads("序号", "条款", "原文", "问题", "风险等级", "依据", "修改建议", "性质"),
                *each(
                    "one in items",
                    (
                        Cell(text="{{ one.no }}", align="center"),
                        Cell(text="{{ one.clause }}"),
                        Cell(text="{{ one.original }}"),
                        Cell(text="{{ one.problem }}"),
                        Cell(text="{{ one.level }}", align="center"),
                        Cell(text="{{ one.basis }}"),
                        Cell(text="{{ one.suggestion }}"),
                        Cell(text="{{ one.binding }}", align="center"),
                    ),
                ),
            ),
        ),
        Text(text="{%p endif %}"),
        Text(text="{%p if with_changes %}"),
        Text(
            text="请你单位对上述意见逐项研究，在规定期限内反馈采纳情况并提交修改后的文本；应当修改的意见未采纳的，不得签订《合同》。"
        ),
        Text(text="{%p endif %}"),
        Text(text="{%p if refused %}"),
        Text(text="请你单位重新起草或者终止办理，未经重新审查不得签订《合同》。"),
        Text(text="{%p endif %}"),
        Text(text="本意见仅供你单位内部决策使用。审查后的合同文本有实质性修改的，应当重新送审。"),
        signed("{{ bureau }}", seal=True),
    ),
)
ADOPTION = Composition(
    title="意见采纳情况说明",
    blocks=(
        Title(text="关于《{{ contract_name }}》\n合法性审查意见采纳情况的说明"),
        Addressee(text="{{ bureau }}："),
        Text(
            text="你局于{{ issued_on }}出具的合法性审查意见书（{{ number }}，结论：{{ conclusion }}）收悉。我单位对"
            "{{ item_count }}项意见逐项作了研究，其中采纳{{ adopted }}项、部分采纳{{ partly }}项、"
            "不采纳{{ not_adopted }}项，"
            "修改后的合同文本（{{ text_no }}）一并报送。具体情况如下："
        ),
        Table(
            widths=(9, 17, 36, 14, 14, 32, 34),
            head=1,
            rows=(
                heads("序号", "条款", "审查意见", "性质", "采纳情况", "理由", "修改后的条款"),
                *each(
                    "one in items",
                    (
                        Cell(text="{{ one.no }}", align="center"),
                        Cell(text="{{ one.clause }}"),
                        Cell(text="{{ one.suggestion }}"),
                        Cell(text="{{ one.binding }}", align="center"),
                        Cell(text="{{ one.choice }}", align="center"),
                        Cell(text="{{ one.reason }}"),
                        Cell(text="{{ one.new_wording }}"),
                    ),
                ),
            ),
        ),
        Text(text="承办人：{{ handler }}"),
        Text(text="单位负责人（签名）："),
        signed("{{ unit }}", seal=True),
    ),
)
RECEIPT = Composition(
    title="备案回执",
    blocks=(
        Title(text="政府合同备案回执"),
        Addressee(text="{{ unit }}："),
        Text(
            text="你单位于{{ submitted_on }}报送备案的《{{ contract_name }}》（合同编号：{{ contract_no }}，签订日期："
            "{{ sign_day }}）及相关材料收悉。经核，材料齐全，准予备案。"
        ),
        Text(text="一、备案编号：{{ number }}"),
        Text(text="二、备案去向：{{ target }}"),
        Text(text="三、备案期限：{{ due_on }}；{{ late }}"),
        Text(text="四、核收人：{{ receiver }}"),
        Text(text="合同变更、解除或者终止的，请按规定及时报送备案。"),
        signed("{{ bureau }}"),
    ),
)
LETTERS: Final = {
    FormKind.ACCEPTANCE_NOTICE: ACCEPTANCE,
    FormKind.SUPPLEMENT_NOTICE: SUPPLEMENT,
    FormKind.RETURN_NOTICE: RETURN,
    FormKind.NON_ACCEPTANCE_NOTICE: NON_ACCEPTANCE,
    FormKind.REVIEW_OPINION: OPINION,
    FormKind.ADOPTION_STATEMENT: ADOPTION,
    FormKind.FILING_RECEIPT: RECEIPT,
}
