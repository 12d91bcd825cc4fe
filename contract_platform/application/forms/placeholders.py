"""What a template may ask for, told to those who write one."""

from collections.abc import Iterator, Mapping
from typing import Final

from contract_platform.application.forms.samples import sample
from contract_platform.application.queries import View
from contract_platform.domain.form_vocabulary import FormKind

MEANINGS: Final = {
    "accepted_on": "受理日期",
    "act": "事项",
    "adopted": "采纳项数或采纳情况",
    "adoption": "采纳情况",
    "agreed": "是否同意（条件）",
    "amount": "合同金额（含大写）",
    "archivist": "归档人",
    "at": "时间",
    "award_day": "中标通知日期",
    "basis": "依据",
    "bearing": "与原合同的效力关系",
    "binding": "性质（应当或建议修改）",
    "body": "意见正文各段",
    "budget_item": "预算项目",
    "bureau": "司法局名称",
    "cap_basis": "超出法定比例的依据",
    "category": "合同类别",
    "checked": "核收结果",
    "checked_on": "核稿时间",
    "checker": "核稿人",
    "choice": "采纳情况",
    "clause": "条款",
    "clauses": "变更的条款",
    "clear": "未发现风险的事项",
    "conclusion": "审查结论或查询结论",
    "consulted": "征求意见情况",
    "contract_name": "合同名称",
    "contract_no": "合同编号",
    "corrections": "补正和纠错记录",
    "count": "件数",
    "counts": "检查结果统计",
    "dated": "成文日期",
    "day": "日期",
    "decided_by": "决定人",
    "decided_on": "决定日期",
    "decision": "决策情况",
    "decision_day": "决策日期",
    "direction": "收支性质",
    "done_count": "已履行义务项数",
    "done_on": "办理日期",
    "drafted_on": "拟稿时间",
    "drafter": "拟稿人",
    "due_on": "期限",
    "engine": "检查引擎版本",
    "file": "审查的文件",
    "found": "发现的风险",
    "funding": "资金来源",
    "handler": "承办人",
    "inquiries": "尽职调查情况",
    "issued_on": "意见书出具日期",
    "item_count": "意见项数",
    "items": "意见或补正事项",
    "judged": "人工判断",
    "key_project": "是否重点项目",
    "kind": "种类",
    "late": "是否逾期",
    "level": "风险等级",
    "lines": "目录各行",
    "mark": "校验码",
    "materials": "材料",
    "money": "对金额的影响",
    "must": "是否应当修改（条件）",
    "must_count": "应当修改的项数",
    "name": "名称",
    "new_wording": "修改后的条款",
    "no": "序号",
    "not_adopted": "不采纳项数",
    "not_applicable": "不适用的事项",
    "note": "备注或说明",
    "number": "文号",
    "on_time": "是否按期（条件）",
    "open_count": "未履行义务项数",
    "opinion": "意见",
    "opinion_no": "意见书编号",
    "ordinal": "序号（中文数字）",
    "original": "合同原文",
    "outcome": "结果",
    "paid": "已履行金额",
    "parent_amount": "原合同金额",
    "parent_name": "原合同名称",
    "parent_no": "原合同编号",
    "parent_sign_day": "原合同签订日期",
    "parties": "当事人",
    "partly": "部分采纳项数",
    "party": "当事人名称",
    "person": "办理人",
    "planned_sign_day": "拟签订日期",
    "problem": "问题",
    "procurement": "采购方式",
    "procurement_no": "采购编号",
    "profile": "制度配置版本",
    "queried_on": "查询日期",
    "quote": "合同原文",
    "reason": "理由或原因",
    "reasons": "理由各段",
    "received_on": "收到日期",
    "receiver": "核收人",
    "refused": "是否不同意（条件）",
    "relation": "与原合同的关系",
    "result": "结果",
    "retention": "保管期限",
    "review_no": "审查编号",
    "reviewer": "审查人员",
    "role": "岗位或称谓",
    "route": "审查分级依据",
    "rule": "规则编号",
    "sign_day": "签订日期",
    "signed_on": "审签时间",
    "signer": "审签人",
    "signing_body": "签订主体",
    "standing": "提交情况",
    "state": "状态",
    "step": "环节",
    "steps": "办理过程",
    "submitted_on": "报送日期",
    "suggestion": "修改建议",
    "target": "备案去向",
    "targets": "各备案去向",
    "term": "合同期限",
    "text": "内容",
    "text_mark": "文本校验码",
    "text_no": "文本稿次",
    "tier": "合同分级",
    "title": "文书标题",
    "unchecked": "未能检查的事项",
    "unit": "送审单位或被征求意见的单位",
    "unit_lead": "单位负责人",
    "unit_lead_day": "单位负责人签批日期",
    "unit_legal": "单位法制审核员",
    "unit_legal_day": "法制审核日期",
    "unpaid": "未履行金额",
    "unread": "未读取的原因",
    "urgent": "是否加急",
    "urgent_reason": "加急理由",
    "uscc": "统一社会信用代码",
    "with_changes": "是否修改后同意（条件）",
}


class PlaceholderView(View, frozen=True, kw_only=True):
    """A placeholder as it is written, what it stands for, and an example. ``of`` is the list it belongs to, if any."""

    name: str
    of: str
    meaning: str
    example: str


def placeholders(form: FormKind) -> tuple[PlaceholderView, ...]:
    """All of a form; the members of a list follow it."""
    return tuple(walked(sample(form), ""))


def walked(content: Mapping[str, object], of: str) -> Iterator[PlaceholderView]:
    """One level, and the first member of each list below it."""
    for name, value in content.items():
        listed = isinstance(value, list | tuple)
        yield PlaceholderView(name=name, of=of, meaning=MEANINGS.get(name, name), example="" if listed else str(value))
        first = value[0] if isinstance(value, list | tuple) and value else None
        if isinstance(first, Mapping):
            yield from walked(first, name)
