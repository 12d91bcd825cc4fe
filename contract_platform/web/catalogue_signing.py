"""Texts about what has to be there before a contract is signed and filed."""

from typing import Final

from contract_platform.domain.labels import Words

SIGNING: Final[dict[str, Words]] = {
    "minutes_missing": (
        "集体审议的结果凭会议纪要登记，请先上传会议纪要（作为附件）",
        "The result of the collective decision needs its minutes; upload them as an attachment",
    ),
    "ruling_minutes_missing": (
        "第 {items} 条应当修改的意见未采纳，请上传裁定的会议纪要（作为附件）后再办理",
        "Item {items} had to be changed and was not; upload the minutes of the ruling as an attachment first",
    ),
    "advice_not_settled": (
        "应当修改的意见未采纳且未经裁定（第 {items} 条），不能签订；请修改后重新提交采纳情况，或提请裁定并上传会议纪要",
        "Item {items} had to be changed, was not, and nobody ruled on it: adopt it, or escalate and add minutes",
    ),
    "modified_after_signing": (
        "该 PDF 在数字签名后被改动，或签名与内容不符（签署人：{signers}），不能作为签署件；请上传签署后未改动的原文件",
        "This PDF was changed after it was signed, or a signature does not fit (by {signers}); upload the original",
    ),
    "file_is_no_proof": (
        "所选文件是{kind}，不能作为证明材料；请选择作为附件或凭证上传的文件",
        "That file is a {kind} and proves nothing here; choose an attachment or evidence",
    ),
    "file_kind_forbidden": (
        "您的岗位不能上传{kind}，请由承办人上传，或作为附件上传",
        "Your post does not upload a {kind}; the handler does, or add it as an attachment",
    ),
    "seal_use_incomplete": (
        "请勾选所用印章，并填写保管人和用印份数",
        "Tick the seals used, and give their keeper and the number of copies",
    ),
    "seal_not_allowed": (
        "制度配置不允许使用印章“{seals}”，请更换；需要增加的由系统管理员调整制度配置",
        "The profile does not allow the seal “{seals}”; use another, or ask the administrator to add it",
    ),
    "authority_missing": (
        "{parties} 的签约人不是法定代表人，请先上传授权委托书（作为附件）并选定",
        "Whoever signed for {parties} is not the legal representative; upload and choose the letter of authority",
    ),
    "signed_late_unexplained": (
        "签订日期 {day} 超过中标、成交通知书发出后的签订期限 {due}，请说明逾期理由（将留下“逾期签订”标记）",
        "Signed on {day}, after the award's limit of {due}; give the reason, the mark “signed late” stays",
    ),
    "signed_copy_differs": (
        "签署件与审定文本不一致（{differences}），不能签订和备案；请更换正确的签署件，或者重新送审，由原审查人审查",
        "The signed copy differs ({differences}): no signing or filing; bring the right copy, or another review",
    ),
    "text_changed_since_approval": (
        "审定后又上传了不同的文本，不能据此签订；请重新送审，或者重新上传审定的文本",
        "Another text came after the approval; send it for review again, or upload the approved text once more",
    ),
    "reviewed_text_missing": (
        "没有审定文本可供核对；请先完成审查，或按补录办理",
        "There is no reviewed text to compare with; finish the review first, or enter the contract as an existing one",
    ),
    "difference_unsaid": (
        "请写明审定文本和签署件各是什么内容",
        "Say what the reviewed text and what the signed copy reads",
    ),
    "deviation_of_others": (
        "差异由指出的人撤回，请联系其本人",
        "Only who stated the difference takes it back; ask them",
    ),
    "own_deviation": (
        "指出差异的人不能自行认可，请由其他审查人办理",
        "Nobody lets stand what they pointed out; another reviewer does",
    ),
    "deviation_before_signing": (
        "合同尚未签订，请更换签署件或者重新送审",
        "The contract is not signed yet: bring the right copy, or send it for review again",
    ),
    "opinion_lapsed": (
        "审查意见有效期已于 {day} 届满，不能再据此签订；请重新送审",
        "The opinion lapsed on {day} and no signing may rest on it; send the contract for review again",
    ),
}
