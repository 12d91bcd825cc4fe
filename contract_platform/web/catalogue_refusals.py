"""Texts about acts that the rules refuse, and about what a person should look at."""

from typing import Final

from contract_platform.domain.labels import Words

REFUSALS: Final[dict[str, Words]] = {
    "action_not_possible_now": (
        "当前为“{state}”，不能办理“{action}”；请刷新页面查看可办理的事项",
        "“{action}” is not possible while “{state}”; reload the page to see what can be done",
    ),
    "contract_ended": (
        "合同已办结（{state}），内容不再改动，仍可查看",
        "The contract has ended ({state}); it can be read and stays as it is",
    ),
    "action_refused": (
        "“{action}”暂不能办理，请先处理以下问题",
        "“{action}” is not possible yet; mend the following first",
    ),
    # drafting
    "draft_missing": ("还没有合同文本，请先上传", "There is no draft yet; upload one"),
    "draft_being_read": ("合同文本正在读取，请稍候片刻再提交", "The draft is being read; wait a moment and try again"),
    "draft_not_revised": (
        "出具意见后还没有上传修改稿，请先上传",
        "No revised draft since the opinion; upload it first",
    ),
    "facts_not_confirmed": (
        "合同要素尚未确认，请先核对并确认要素",
        "The facts are not confirmed; check and confirm them",
    ),
    "facts_fixed_now": (
        "当前为“{state}”，要素不可修改；如需更正请由承办单位按更正程序办理",
        "Facts cannot change while “{state}”; a wrong one is corrected by the unit's correction procedure",
    ),
    "parties_missing": ("请填写合同当事人", "Name the parties"),
    "amount_missing": ("请填写合同金额；没有金额的请说明原因", "State the amount, or why there is none"),
    "not_your_contract": ("只有本合同的承办人可以办理", "Only the contract's own handler does this"),
    "reason_missing": ("请填写理由", "Give a reason"),
    "document_not_accepted_now": (
        "当前为“{state}”，不接收{kind}；请在可上传的环节办理，或作为附件上传",
        "No {kind} is taken while “{state}”; upload it at its step, or as an attachment",
    ),
    # reading
    "analysis_not_ready": (
        "文本尚未读取完成（{state}），请稍候刷新",
        "The text is not read yet ({state}); reload in a moment",
    ),
    "version_quarantined": (
        "文件疑似涉密，已隔离，任何人不得打开；请报告单位负责人，由安全管理员和单位负责人处置",
        "The file may be secret and nobody opens it; the head of the unit and the security administrator decide",
    ),
    "version_purged": (
        "文件已按程序清除，没有留存内容；请上传不涉密的文本",
        "The file was erased and nothing of it is kept; upload a text that is not classified",
    ),
    "draft_closed": (
        "合同文本疑似涉密已隔离或已清除，请上传不涉密的文本；涉密合同不得在本平台办理",
        "The draft bears a secrecy mark and is closed; upload one that does not. Secret contracts are not handled here",
    ),
    "contract_quarantined": (
        "本合同有文件疑似涉密已隔离，处置完毕前只能撤件或终止办理；请联系单位负责人",
        "A file of this contract is set apart as possibly secret; until that is decided it can only be withdrawn",
    ),
    "own_upload": (
        "上传人不得决定本人所传文件的处置，请由其他人员办理",
        "Whoever uploaded the file does not decide on it; somebody else does",
    ),
    "version_unreadable": ("文本未能读取：{cause}", "The text could not be read: {cause}"),
    "page_not_shown": (
        "该页无法显示：{cause}。请下载原件查看",
        "The page cannot be shown: {cause}. Download the original",
    ),
    "version_is_not_analysed": (
        "凭证和附件不作分析，可直接打开原件查看",
        "Evidence and attachments are not analysed; open the original",
    ),
    # review
    "decided_already": (
        "您已以其他岗位办理过本合同，同一人不得重复决定；请由该岗位的其他人员办理",
        "You acted on this contract in another post; nobody decides twice, ask a colleague",
    ),
    "reviewer_not_named": ("请指定一名现任审查员", "Name somebody who is a reviewer now"),
    "reviewer_not_independent": (
        "审查员不能是承办人或受理人本人，请另行指定",
        "The reviewer cannot be the handler or the intake officer; name somebody else",
    ),
    "not_the_reviewer": ("由受理时指定的审查员办理", "This is for the reviewer named at acceptance"),
    "defects_missing": ("请一次性写明需要补正的全部内容", "List everything that has to be supplied, at once"),
    "opinion_incomplete": ("请选择审查结论并填写意见正文", "Choose a conclusion and write the opinion"),
    "opinion_without_items": ("“修改后同意”应逐条写明修改意见", "Approval with changes needs at least one item"),
    "opinion_item_incomplete": (
        "意见第 {items} 条缺少问题、建议或风险等级，请补全",
        "Item {items} lacks its problem, suggestion or level; complete it",
    ),
    "adoption_missing": ("意见第 {items} 条还没有说明采纳情况", "Say what was done with item {items}"),
    "adoption_reason_missing": (
        "意见第 {items} 条未全部采纳，请说明理由",
        "Give the reason why item {items} is not fully adopted",
    ),
    "must_item_not_adopted": (
        "意见第 {items} 条为应当修改的内容但未采纳，请退回修改或提请裁定",
        "Item {items} must be changed but was not adopted; send it back or escalate",
    ),
    "extended_already": (
        "审查期限只能延长一次，请在期限内办结",
        "The review can be extended only once; finish within the period",
    ),
    "remark_resolved": ("批注已办结，如有新问题请另加批注", "The remark is resolved; add a new one for a new question"),
    # signing
    "tracked_changes_left": (
        "审定文本还有 {count} 处未处理的修订，请接受或拒绝后重新上传",
        "The approved text still has {count} tracked changes; accept or reject them and upload again",
    ),
    "sealed_in_the_future": ("请填写用印日期，且不得晚于今天", "Give the day of sealing, not later than today"),
    "signed_copy_missing": (
        "还没有签署件，请先上传双方签署的文本（扫描件也可）",
        "Upload the signed copy first; a scan will do",
    ),
    "not_confirmed_by_two": (
        "需两人核对签订文本与审定文本一致，目前 {count} 人已确认；请另一人在“签订与备案”页确认",
        "Two people compare the signed with the approved text, {count} did; the other confirms on the signing tab",
    ),
    "signature_missing": (
        "请逐方填写签约代表和签署日期，缺少：{parties}",
        "Give signatory and day for every party; missing: {parties}",
    ),
    "signed_in_the_future": (
        "签署日期不得晚于今天，请更正：{parties}",
        "A signing day lies in the future; correct: {parties}",
    ),
    "confirmation_not_possible": (
        "现在不能确认：您已确认过，或合同不在签署环节；请由另一人确认",
        "No confirmation now: you gave yours, or the contract is not being signed; somebody else confirms",
    ),
    # after signing
    "contract_not_signed": ("合同尚未签订，请签订后再登记履行", "The contract is not signed; report after signing"),
    "obligation_undated": ("请填写履行内容和应履行日期", "State what has to be done and by which day"),
    "content_missing": ("请填写履行内容", "State what has to be done"),
    "side_unknown": ("请选择义务方：我方或对方", "Choose whose obligation it is: ours or theirs"),
    "evidence_missing": (
        "请先上传履行凭证（付款凭证、缴款凭证、验收单等）",
        "Upload evidence first, such as a payment slip or an acceptance record",
    ),
    "evidence_of_other_contract": (
        "所选凭证不属于本合同，请重新上传本合同的凭证",
        "That evidence belongs to another contract; upload this contract's own",
    ),
    "done_day_impossible": ("请填写履行日期，且不得晚于今天", "Give the day of performance, not later than today"),
    "own_evidence": (
        "填报人不能核实自己的填报，请由单位负责人中的其他人核实",
        "Nobody verifies their own report; another head of the unit does",
    ),
    "filing_entry_incomplete": (
        "请填写办理日期和编号，并上传证明材料（回执、公告截图、退款凭证等）",
        "Give the day and the number, and upload a proof such as a receipt, the announcement or the transfer slip",
    ),
    "filing_day_impossible": (
        "办理日期应在签订之日（{from}）与今天（{to}）之间，请更正",
        "The day lies between signing ({from}) and today ({to}); correct it",
    ),
    "alert_of_others": (
        "审查员只处置审查期限的预警；本预警由承办单位处置",
        "Reviewers dispose of review alerts only; this one is for the unit",
    ),
    "own_disposal": (
        "处置人不能核实自己的处置，请由其他履约监督员核实",
        "Nobody verifies their own disposal; another supervisor does",
    ),
    "obligations_open": (
        "还有 {count} 项履行事项未了结，请先履行、核实或免除",
        "{count} obligations are open; perform, verify or waive them first",
    ),
    "filings_open": ("还有 {count} 项备案未完成，请先办结备案", "{count} filings are open; finish them first"),
    # the profile of rules and periods
    "profile_not_in_force": (
        "{day} 没有生效的制度配置“{profile}”，请联系系统管理员更新配置",
        "The profile “{profile}” is not in force on {day}; ask the administrator to update it",
    ),
    "profile_unknown": (
        "合同绑定的制度配置“{profile}”不存在，请联系系统管理员恢复该版本",
        "The contract's profile “{profile}” is missing; ask the administrator to restore it",
    ),
    "clock_unknown": (
        "制度配置没有规定期限“{name}”，请联系系统管理员补充",
        "The profile has no period “{name}”; ask the administrator to add it",
    ),
    "number_kind_unknown": (
        "制度配置没有规定“{kind}”的编号规则，请联系系统管理员补充",
        "The profile has no numbers of kind “{kind}”; ask the administrator to add them",
    ),
    # doubts about what was read
    "amount_words_figures_differ": (
        "金额大小写不一致：大写“{words}”，小写“{figures}”；请核对合同文本",
        "Amount in words “{words}” and in figures “{figures}” differ; check the contract",
    ),
    "uscc_doubtful": (
        "{party} 的统一社会信用代码 {uscc} 校验不符，请核对",
        "The credit code {uscc} of {party} fails its check digit; verify it",
    ),
    "party_name_missing": ("{role} 的名称未填写，请补充", "The name of {role} is blank; fill it in"),
    "blanks_left": ("文本还有 {count} 处空白未填，请核对", "{count} blanks are left in the text; check them"),
}
