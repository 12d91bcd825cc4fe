"""Texts about what goes with a contract for review."""

from typing import Final

from contract_platform.domain.labels import Words

SUBMISSION: Final[dict[str, Words]] = {
    "submission_not_found": (
        "没有找到送审材料，请刷新页面后重试",
        "There are no such materials; reload the page and try again",
    ),
    "unsentform_not_found": (
        "没有找到这份未提交的内容，请重新填写",
        "There is no such unsent form; fill it in again",
    ),
    "exemption_unknown": (
        "现行制度（{profile}）没有规定这一免审情形（{exemption}），请重新选择或者按一般程序送审",
        "The rules in force ({profile}) know no such exemption ({exemption}); choose another or send it for review",
    ),
    "exemption_reason_missing": (
        "请说明属于所选免审情形的理由",
        "Say why the chosen exemption applies",
    ),
    "same_file": (
        "合同文本与本合同完全相同，请核对是否重复送审",
        "The same file; check whether it was sent already",
    ),
    "same_name_and_party": (
        "名称和相对方都相同，请核对是否重复送审",
        "The same name and counterparty; check whether it was sent already",
    ),
    "same_party_and_amount": (
        "{days} 日内登记、相对方和金额都相同，请核对是否重复或者拆分",
        "The same counterparty and amount within {days} days; check whether it is repeated or split",
    ),
    "same_party_and_subject": (
        "{days} 日内登记、相对方相同而且名称相似，请核对是否重复采购或者拆分",
        "The same counterparty and a like name within {days} days; check whether it is bought twice or split",
    ),
    "alike_text": (
        "文本有 {percent}% 相同，请核对是否由同一份文本改成",
        "{percent} % of the text is the same; check whether one was made from the other",
    ),
    "split_below_threshold": (
        "与 {days} 日内同一相对方的 {count} 份合同合计 {total} 元，合计后“{rule}”；请核对是否化整为零，应合并的请合并",
        "{count} more within {days} days make it {total} yuan: “{rule}”; if one matter was split, send it as one",
    ),
    "inquiry_unfit": (
        "尽职调查结论为不宜签约：{party}；请说明仍要签约的理由或者更换相对方",
        "Due diligence found the party unfit: {party}; say why it is contracted with, or choose another",
    ),
    "inquiry_abnormal": (
        "尽职调查发现异常：{party}；请核对并采取担保等措施",
        "Due diligence found something against {party}; verify it and provide for it",
    ),
    "consultation_ignored": (
        "被征求意见单位不同意而未采纳：{unit}；请核对理由",
        "A consulted unit disagreed and was not followed: {unit}; check the reason",
    ),
    "materials_missing": (
        "送审材料不全，缺少：{items}；请在“送审材料”中提交，按情形提交的可以说明不适用的理由",
        "Materials are missing: {items}; give them, or say why a conditional one does not apply",
    ),
    "materials_fixed_now": (
        "当前为“{state}”，送审材料不能改动；需要补充的请由办理人退回",
        "The materials stay as they are while “{state}”; ask whoever has it to return it",
    ),
    "material_unknown": (
        "送审材料清单中没有这一项，或者这一项不在此处提交（{item}），请刷新页面",
        "The list has no such item, or it comes from elsewhere ({item}); reload the page",
    ),
    "material_always_needed": (
        "“{item}”必须提交，不能标为不适用；请上传文件",
        "“{item}” is always needed and cannot be left out; upload it",
    ),
    "material_contradicts": (
        "“{item}”已有文件，不能同时标为不适用；请去掉其中一项",
        "“{item}” cannot have files and not apply at once; remove one",
    ),
    "material_reason_missing": (
        "请说明“{item}”不适用的理由",
        "Say why “{item}” does not apply",
    ),
    "file_of_other_contract": (
        "所选文件不属于本合同，或者已隔离、清除；请重新上传",
        "That file is not of this contract, or is set apart or erased; upload it again",
    ),
    "inquiry_in_the_future": (
        "查询日期不得晚于今天，请更正：{party}",
        "A query cannot lie in the future; correct it: {party}",
    ),
    "consultation_in_the_future": (
        "答复日期不得晚于今天，请更正：{unit}",
        "An answer cannot lie in the future; correct it: {unit}",
    ),
    "entry_twice": (
        "同一条记录出现两次或已被撤回，请刷新页面后重新填写",
        "An entry stands there twice or was taken back; reload the page and enter it again",
    ),
    "lead_time_short": (
        "拟签订日期 {planned} 早于最早可签订日期 {earliest}：请推迟拟签订日期，或者申请加急，经单位负责人同意后送审",
        "The planned day {planned} is before the earliest one {earliest}: plan a later day or ask for urgency",
    ),
    "urgency_pending": (
        "加急申请待单位负责人同意（拟签订 {planned}，最早可签订 {earliest}），同意后即可送审",
        "The unit's head has not agreed to urgency yet (planned {planned}, earliest {earliest}); send it afterwards",
    ),
    "urgency_without_day": (
        "请先在要素中填写拟签订日期，再申请加急",
        "State the planned day of signing among the facts first",
    ),
    "urgency_own": (
        "不能同意本人申请的加急，请由其他单位负责人办理",
        "Nobody agrees to their own request; another head of the unit does",
    ),
    "urgency_too_late": (
        "当前为“{state}”，合同已送审，不再办理加急；需要提前的请联系审查人员",
        "The contract has been sent (“{state}”); for an earlier day speak to the reviewer",
    ),
}
