"""The papers a unit sends with a sample contract, written here for it: short, invented, and about that contract."""

from collections.abc import Callable
from datetime import date, timedelta

from contract_platform.demo.samples import Draft, written
from contract_platform.domain.money import figures

Paper = tuple[str, tuple[str, ...]]


def party_proof(draft: Draft, today: date) -> Paper:
    """The counterparty's licence and what was found about it."""
    company = draft.company
    return "营业执照和信用查询结果", (
        f"名称：{company.name}",
        f"统一社会信用代码：{company.code}",
        f"住所：{company.address}",
        f"法定代表人：{company.head}",
        f"查询日期：{written(today)}",
        "登记状态：存续；未列入经营异常名录；未列入严重违法失信名单；未查询到失信被执行人信息。",
    )


def project_basis(draft: Draft, today: date) -> Paper:
    """What allows the unit to spend or to earn."""
    return "立项和预算批复", (
        f"项目：{draft.name.removesuffix('合同').removesuffix('协议')}",
        f"金额：{figures(draft.yuan * 100)}元",
        f"经{draft.office.short_name}办公会议研究同意，列入{today.year}年度计划。",
        written(today - timedelta(days=30)),
    )


def procurement(draft: Draft, today: date) -> Paper:
    """The notice of award."""
    return "中标（成交）通知书", (
        f"{draft.company.name}：",
        f"你单位为“{draft.name}”项目的中标（成交）供应商，金额{figures(draft.yuan * 100)}元。",
        "请自本通知书发出之日起三十日内签订合同。",
        written(today - timedelta(days=10)),
    )


def risk_assessment(draft: Draft, today: date) -> Paper:
    """What may go wrong, and what is done about it."""
    return "风险评估报告", (
        f"评估对象：{draft.name}",
        "主要风险：履约能力、资金安排、工期延误、社会稳定。",
        "措施：设置履约担保，按节点付款，明确违约责任。",
        f"结论：低风险，可以实施。{written(today - timedelta(days=5))}",
    )


def fair_competition(draft: Draft, today: date) -> Paper:
    """Whether the terms favour anybody."""
    return "公平竞争审查意见", (
        f"审查对象：{draft.name}",
        "逐项对照公平竞争审查标准进行审查。",
        f"结论：优惠条款需与税收脱钩，其余内容未发现排除、限制竞争的情形。{written(today - timedelta(days=4))}",
    )


def appraisal(draft: Draft, today: date) -> Paper:
    """What the property is worth."""
    return "租金评估报告", (
        f"评估对象：{draft.name}所涉房产",
        f"评估结果：租赁期租金总额不低于{figures(draft.yuan * 95)}元。",
        written(today - timedelta(days=12)),
    )


def legal_basis(draft: Draft, today: date) -> Paper:
    """The law and the policies the contract rests on."""
    return "法律和政策依据目录", (
        f"{draft.name}的订立依据：",
        "一、中华人民共和国民法典",
        "二、优化营商环境条例",
        f"三、{draft.office.short_name}有关会议纪要（{written(today - timedelta(days=30))}）",
    )


PAPERS: dict[str, Callable[[Draft, date], Paper]] = {
    "PARTY_PROOF": party_proof,
    "PROJECT_BASIS": project_basis,
    "PROCUREMENT": procurement,
    "RISK_ASSESSMENT": risk_assessment,
    "FAIR_COMPETITION": fair_competition,
    "ASSET_APPRAISAL": appraisal,
    "LEGAL_BASIS": legal_basis,
}
"""By the code of the item; what is not here does not apply to the sample contracts."""


def consulted(draft: Draft, today: date) -> Paper:
    """What the finance office writes about the money."""
    return "区财政局复函", (
        f"{draft.office.name}：",
        f"来函收悉。“{draft.name}”所需资金已列入预算，无不同意见。",
        written(today - timedelta(days=3)),
    )
