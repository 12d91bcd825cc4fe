"""Texts about records: those that are not there, those that changed, and values no record may hold."""

from typing import Final

from contract_platform.domain.labels import Words

_MISSING: Final = {
    "contract": ("合同", "contract"),
    "document": ("文件", "document"),
    "version": ("文件版本", "version"),
    "storedanalysis": ("分析结果", "analysis"),
    "fact": ("要素", "fact"),
    "factverdict": ("要素核对", "verdict on a fact"),
    "finding": ("风险", "risk"),
    "findingverdict": ("风险判断", "verdict"),
    "opinion": ("审查意见", "opinion"),
    "signing": ("签订记录", "signing"),
    "deviation": ("差异说明", "statement of differences"),
    "sealuse": ("用印记录", "record of sealing"),
    "mark": ("标记", "mark"),
    "filing": ("备案事项", "filing"),
    "obligation": ("履行事项", "obligation"),
    "alert": ("预警", "alert"),
    "task": ("待办", "task"),
    "endorsement": ("会签或加签意见", "statement"),
    "supervision": ("督办单", "supervision notice"),
    "copy": ("抄送", "copy"),
    "follow": ("关注", "followed contract"),
    "remark": ("批注", "remark"),
    "decision": ("办理记录", "decision"),
    "clock": ("期限", "period"),
    "unit": ("单位", "unit"),
    "person": ("人员", "person"),
    "post": ("岗位", "post"),
    "session": ("登录会话", "session"),
    "credential": ("登录凭据", "credential"),
    "recoverycode": ("恢复码", "recovery code"),
    "event": ("流转记录", "event"),
    "changerequest": ("变更申请", "change request"),
    "handover": ("移交", "handover"),
    "delegation": ("委托代办", "delegation"),
    "invitation": ("邀请", "invitation"),
    "quarantine": ("隔离记录", "record of a file set apart"),
    "correction": ("更正申请", "correction"),
    "recusal": ("回避记录", "recusal"),
    "object": ("文件内容", "file content"),
    "page": ("页", "page"),
    "recognisedpage": ("识别的页", "recognised page"),
}


def missing(zh: str, en: str) -> Words:
    """Absent and out of sight read the same, so that nobody learns what exists."""
    return (
        f"没有找到该{zh}：它可能不存在，或不在您的可见范围内；请从台账或待办进入",
        f"No such {en}, or none you may see; go in through the ledger or your tasks",
    )


RECORDS: Final[dict[str, Words]] = {
    **{f"{kind}_not_found": missing(zh, en) for kind, (zh, en) in _MISSING.items()},
    "changed_meanwhile": (
        "内容刚被他人更新，您的修改未保存；请刷新后核对再提交",
        "Somebody changed this meanwhile and your change was not saved; reload, compare and send it again",
    ),
    "already_exists": ("记录已存在，请刷新后查看", "This exists already; reload to see it"),
    "request_under_way": (
        "相同的请求正在处理，请稍候刷新查看结果",
        "The same request is being handled; reload in a moment",
    ),
    "name_missing": ("请填写合同名称", "Give the contract a name"),
    "amount_negative": ("合同金额不能为负数，请更正", "The amount cannot be negative; correct it"),
    "term_reversed": (
        "履行届满日（{end}）早于开始日（{start}），请更正",
        "The term ends ({end}) before it starts ({start}); correct it",
    ),
    "text_missing": ("请填写内容", "Write something first"),
    "text_too_long": ("内容超过 {longest} 字，请精简后再提交", "Longer than {longest} characters; shorten it"),
    "selection_outside_text": (
        "选中的位置超出文本范围，请刷新文本后重新选择",
        "The selection lies outside the text; reload the text and select again",
    ),
    "verdict_unknown": ("请选择“采用”或“不采用”", "Choose adopted or rejected"),
    "fact_verdict_unknown": ("请选择“核准”“不采用”或“改正”", "Choose approved, rejected or corrected"),
    "fact_not_found": (
        "文本中已经没有这一项要素，请刷新后从列表中选择",
        "The text has no such fact any more; reload and choose from the list",
    ),
    "fact_judged_by_reviewer": (
        "审核人员已经核对过这一项；如有不同意见，请用批注告诉审核人员",
        "A reviewer has judged this fact; tell them by a remark where you disagree",
    ),
    "fact_reads_differently": (
        "文本已重新读取，这一项的读取结果有变化，请刷新后再核对",
        "The text was read again and this fact reads differently now; reload and look again",
    ),
    "fact_value_wrong": (
        "“{value}”不是这一项要素能有的值，请按提示的格式填写",
        "“{value}” cannot be the value of this fact; write it in the form that is shown",
    ),
}
