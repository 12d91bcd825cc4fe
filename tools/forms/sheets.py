"""Forms with tables: submission, sign-off, working paper, filing, change, termination, catalogue."""

from typing import Final

from contract_platform.application.form_ports import Caption, Cell, Composition, Table, Title
from contract_platform.domain.form_vocabulary import FormKind
from tools.forms.blocks import approval, banner, each, heads, pair, pairs, sheet, when

FOUR = (24, 54, 24, 54)
PARTIES = (
    *each(
        "one in parties",
        (
            Cell(text="{{ one.role }}", align="center", strong=True),
            Cell(text="{{ one.name }}"),
            Cell(text="统一社会信用代码", align="center", strong=True),
            Cell(text="{{ one.uscc }}"),
        ),
    ),
)
STEPS = Table(
    widths=(10, 20, 22, 30, 40, 34),
    head=2,
    rows=(
        banner("办理过程", 6),
        heads("序号", "环节", "办理人", "岗位", "时间", "意见"),
        *each(
            "one in steps",
            (
                Cell(text="{{ one.no }}", align="center"),
                Cell(text="{{ one.step }}", align="center"),
                Cell(text="{{ one.person }}", align="center"),
                Cell(text="{{ one.role }}", align="center"),
                Cell(text="{{ one.at }}", align="center"),
                Cell(text="{{ one.opinion }}"),
            ),
        ),
    ),
)
SUBMISSION = Composition(
    title="合法性审查送审表",
    blocks=sheet(
        "政府合同合法性审查送审表",
        "审查编号：{{ review_no }}　　　送审日期：{{ dated }}",
        Table(
            widths=FOUR,
            rows=(
                pair("合同名称", "{{ contract_name }}"),
                pairs(("送审单位", "{{ unit }}"), ("签订主体", "{{ signing_body }}")),
                pairs(("承办人", "{{ handler }}"), ("合同类别", "{{ category }}")),
                pairs(("合同分级", "{{ tier }}"), ("收支性质", "{{ direction }}")),
                pairs(("与原合同关系", "{{ relation }}"), ("重点项目", "{{ key_project }}")),
                *PARTIES,
                pair("合同金额", "{{ amount }}"),
                pairs(("资金来源", "{{ funding }}"), ("预算项目", "{{ budget_item }}")),
                pairs(("采购方式", "{{ procurement }}"), ("采购编号", "{{ procurement_no }}")),
                pairs(("中标通知日期", "{{ award_day }}"), ("拟签订日期", "{{ planned_sign_day }}")),
                pair("合同期限", "{{ term }}"),
                pair("审查分级依据", "{{ route }}"),
                pairs(("是否加急", "{{ urgent }}"), ("加急理由", "{{ urgent_reason }}")),
                approval("单位法制审核", "{{ unit_legal }}", "{{ unit_legal_day }}"),
                approval("单位负责人", "{{ unit_lead }}", "{{ unit_lead_day }}"),
            ),
        ),
        Caption(text="送审材料清单"),
        Table(
            widths=(12, 60, 24, 60),
            head=1,
            rows=(
                heads("序号", "材料名称", "提交情况", "文件或说明"),
                *each(
                    "one in materials",
                    (
                        Cell(text="{{ one.no }}", align="center"),
                        Cell(text="{{ one.name }}"),
                        Cell(text="{{ one.standing }}", align="center"),
                        Cell(text="{{ one.note }}"),
                    ),
                ),
            ),
        ),
        Caption(text="尽职调查和征求意见"),
        Table(
            widths=(30, 46, 30, 50),
            head=1,
            rows=(
                heads("事项", "对象", "结果", "说明"),
                *each(
                    "one in inquiries",
                    (
                        Cell(text="尽职调查", align="center"),
                        Cell(text="{{ one.party }}"),
                        Cell(text="{{ one.result }}", align="center"),
                        Cell(text="{{ one.queried_on }}查询，{{ one.conclusion }}"),
                    ),
                ),
                *each(
                    "one in consulted",
                    (
                        Cell(text="征求意见", align="center"),
                        Cell(text="{{ one.unit }}"),
                        Cell(text="{{ one.conclusion }}", align="center"),
                        Cell(text="{{ one.opinion }}（{{ one.adopted }}）"),
                    ),
                ),
                *when("not inquiries and not consulted", (Cell(text="未登记", span=4, align="center"),)),
            ),
        ),
        Caption(text=""),
        STEPS,
    ),
)
SIGN_OFF = Composition(
    title="审查意见审签单",
    blocks=sheet(
        "合法性审查意见审签单",
        "{{ bureau }}　　　内部资料，不对外提供",
        Table(
            widths=FOUR,
            rows=(
                pair("合同名称", "{{ contract_name }}"),
                pairs(("审查编号", "{{ review_no }}"), ("意见书编号", "{{ number }}")),
                pairs(("送审单位", "{{ unit }}"), ("合同金额", "{{ amount }}")),
                pairs(
                    ("审查结论", "{{ conclusion }}"), ("意见项数", "{{ item_count }}项，其中应当修改{{ must_count }}项")
                ),
                pairs(("拟稿人", "{{ drafter }}"), ("拟稿时间", "{{ drafted_on }}")),
                pairs(("核稿人", "{{ checker }}"), ("核稿时间", "{{ checked_on }}")),
                pairs(("审签人", "{{ signer }}"), ("审签时间", "{{ signed_on }}")),
            ),
        ),
        Caption(text=""),
        STEPS,
    ),
)
CHECK = (
    Cell(text="{{ loop.index }}", align="center"),
    Cell(text="{{ one.title }}"),
    Cell(text="{{ one.reason }}"),
    Cell(text="{{ one.rule }}"),
)


def checked(title: str, members: str) -> tuple[Caption, Table]:
    """A list of checks with the reason of each."""
    rows = (heads("序号", "检查事项", "原因", "规则"), *each(f"one in {members}", CHECK))
    return (Caption(text=title), Table(widths=(10, 60, 80, 60), head=1, rows=rows))


WORKING = Composition(
    title="审查工作底稿",
    blocks=(
        *sheet(
            "合法性审查工作底稿",
            "{{ bureau }}　　　内部资料，不对外提供",
            Table(
                widths=FOUR,
                rows=(
                    pair("合同名称", "{{ contract_name }}"),
                    pairs(("审查编号", "{{ review_no }}"), ("送审单位", "{{ unit }}")),
                    pair("审查文本", "{{ file }}（{{ text_no }}，校验码{{ text_mark }}）"),
                    pairs(("检查引擎", "{{ engine }}"), ("制度配置", "{{ profile }}")),
                    pair("检查结果", "{{ counts }}"),
                    *when("unread", pair("未读取原因", "{{ unread }}")),
                ),
            ),
            Caption(text="一、发现的风险"),
            Table(
                widths=(9, 34, 28, 10, 20, 42, 48, 26),
                head=1,
                rows=(
                    heads("序号", "规则", "风险", "等级", "条款", "原文", "依据", "人工判断"),
                    *each(
                        "one in found",
                        (
                            Cell(text="{{ one.no }}", align="center"),
                            Cell(text="{{ one.rule }}", align="center"),
                            Cell(text="{{ one.title }}"),
                            Cell(text="{{ one.level }}", align="center"),
                            Cell(text="{{ one.clause }}"),
                            Cell(text="{{ one.quote }}"),
                            Cell(text="{{ one.basis }}"),
                            Cell(text="{{ one.judged }}"),
                        ),
                    ),
                ),
            ),
        ),
        *checked("二、未能检查的事项及原因", "unchecked"),
        *checked("三、不适用的事项及原因", "not_applicable"),
        Caption(text="四、未发现风险的事项"),
        Table(widths=(1,), rows=((Cell(text="{{ clear }}"),),)),
    ),
    landscape=True,
)
FILING = Composition(
    title="备案登记表",
    blocks=(
        *sheet(
            "政府合同备案登记表",
            "备案编号：{{ number }}",
            Table(
                widths=FOUR,
                rows=(
                    pair("合同名称", "{{ contract_name }}"),
                    pairs(("合同编号", "{{ contract_no }}"), ("备案去向", "{{ target }}")),
                    pairs(("报备单位", "{{ unit }}"), ("签订主体", "{{ signing_body }}")),
                    pairs(("合同类别", "{{ category }}"), ("合同分级", "{{ tier }}")),
                    *PARTIES,
                    pair("合同金额", "{{ amount }}"),
                    pairs(("签订日期", "{{ sign_day }}"), ("合同期限", "{{ term }}")),
                    pairs(("审查编号", "{{ review_no }}"), ("意见书编号", "{{ opinion_no }}")),
                    pairs(("审查结论", "{{ conclusion }}"), ("采纳情况", "{{ adoption }}")),
                    pairs(("决策情况", "{{ decision }}"), ("决策日期", "{{ decision_day }}")),
                    pairs(("备案期限", "{{ due_on }}"), ("报送日期", "{{ submitted_on }}")),
                    pairs(("是否逾期", "{{ late }}"), ("核收结果", "{{ checked }}")),
                    pairs(("承办人", "{{ handler }}"), ("核收人", "{{ receiver }}")),
                    pair("备注", "{{ note }}"),
                ),
            ),
            Caption(text="备案材料"),
            Table(
                widths=(12, 30, 78, 36),
                head=1,
                rows=(
                    heads("序号", "种类", "文件", "校验码"),
                    *each(
                        "one in materials",
                        (
                            Cell(text="{{ one.no }}", align="center"),
                            Cell(text="{{ one.kind }}", align="center"),
                            Cell(text="{{ one.name }}"),
                            Cell(text="{{ one.mark }}", align="center"),
                        ),
                    ),
                ),
            ),
            Caption(text="各备案去向办理情况"),
            Table(
                widths=(10, 30, 20, 32, 32, 32),
                head=1,
                rows=(
                    heads("序号", "去向", "状态", "编号", "期限", "办理日期"),
                    *each(
                        "one in targets",
                        (
                            Cell(text="{{ one.no }}", align="center"),
                            Cell(text="{{ one.target }}", align="center"),
                            Cell(text="{{ one.state }}", align="center"),
                            Cell(text="{{ one.number }}", align="center"),
                            Cell(text="{{ one.due_on }}", align="center"),
                            Cell(text="{{ one.done_on }}", align="center"),
                        ),
                    ),
                ),
            ),
            Caption(text="补正和纠错记录"),
            Table(
                widths=(12, 30, 34, 80),
                head=1,
                rows=(
                    heads("序号", "事项", "时间", "内容"),
                    *each(
                        "one in corrections",
                        (
                            Cell(text="{{ one.no }}", align="center"),
                            Cell(text="{{ one.step }}", align="center"),
                            Cell(text="{{ one.at }}", align="center"),
                            Cell(text="{{ one.opinion }}"),
                        ),
                    ),
                    *when("not corrections", (Cell(text="无", span=4, align="center"),)),
                ),
            ),
        ),
    ),
)
CHANGE = Composition(
    title="合同变更（补充）审批表",
    blocks=sheet(
        "政府合同变更（补充）审批表",
        "{{ unit }}　　　{{ dated }}",
        Table(
            widths=FOUR,
            rows=(
                pair("原合同名称", "{{ parent_name }}"),
                pairs(("原合同编号", "{{ parent_no }}"), ("原签订日期", "{{ parent_sign_day }}")),
                pair("原合同金额", "{{ parent_amount }}"),
                pair("本次文本", "{{ contract_name }}"),
                pairs(("事项", "{{ relation }}"), ("对金额的影响", "{{ money }}")),
                pair("本次金额", "{{ amount }}"),
                pair("变更理由", "{{ reason }}", lines=3),
                pair("变更的条款", "{{ clauses }}", lines=3),
                pair("与原合同的效力关系", "{{ bearing }}", lines=2),
                pair("超出法定比例的依据", "{{ cap_basis }}"),
                *PARTIES,
                approval("单位法制审核", "{{ unit_legal }}", "{{ unit_legal_day }}"),
                approval("单位负责人", "{{ unit_lead }}", "{{ unit_lead_day }}"),
            ),
        ),
        Caption(text=""),
        STEPS,
    ),
)
TERMINATION = Composition(
    title="合同中止/解除审批表",
    blocks=sheet(
        "政府合同中止（解除）审批表",
        "{{ unit }}　　　{{ dated }}",
        Table(
            widths=FOUR,
            rows=(
                pair("合同名称", "{{ contract_name }}"),
                pairs(("合同编号", "{{ contract_no }}"), ("签订日期", "{{ sign_day }}")),
                *PARTIES,
                pair("合同金额", "{{ amount }}"),
                pair("合同期限", "{{ term }}"),
                pairs(("事项", "{{ act }}"), ("决定日期", "{{ decided_on }}")),
                pair("理由和依据", "{% for reason in reasons %}{{ reason }}{% endfor %}", lines=4),
                pairs(("已履行义务", "{{ done_count }}项"), ("未履行义务", "{{ open_count }}项")),
                pairs(("已履行金额", "{{ paid }}"), ("未履行金额", "{{ unpaid }}")),
                approval("决定人", "{{ decided_by }}", "{{ decided_on }}"),
            ),
        ),
    ),
)
CATALOGUE = Composition(
    title="归档目录",
    blocks=(
        Title(text="政府合同归档目录"),
        Caption(text="合同名称：{{ contract_name }}"),
        Caption(text="合同编号：{{ contract_no }}　　签订日期：{{ sign_day }}　　结果：{{ outcome }}"),
        Caption(text="归档单位：{{ unit }}　　保管期限：{{ retention }}　　共{{ count }}件"),
        Table(
            widths=(10, 56, 26, 30, 32, 22),
            head=1,
            rows=(
                heads("序号", "文件名称", "种类", "文号", "日期", "校验码"),
                *each(
                    "one in lines",
                    (
                        Cell(text="{{ one.no }}", align="center"),
                        Cell(text="{{ one.name }}"),
                        Cell(text="{{ one.kind }}", align="center"),
                        Cell(text="{{ one.number }}"),
                        Cell(text="{{ one.day }}", align="center"),
                        Cell(text="{{ one.mark }}", align="center"),
                    ),
                ),
            ),
        ),
        Caption(text="归档人：{{ archivist }}　　　归档日期：{{ dated }}", align="right"),
    ),
)
SHEETS: Final = {
    FormKind.REVIEW_SUBMISSION: SUBMISSION,
    FormKind.SIGN_OFF_SHEET: SIGN_OFF,
    FormKind.WORKING_PAPER: WORKING,
    FormKind.FILING_FORM: FILING,
    FormKind.CHANGE_APPROVAL: CHANGE,
    FormKind.TERMINATION_APPROVAL: TERMINATION,
    FormKind.ARCHIVE_CATALOGUE: CATALOGUE,
}
