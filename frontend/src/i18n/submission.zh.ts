/** Texts about what goes with a contract for review: materials, due diligence, consulted units, urgency. */
export const submissionTabs = { claimed_exemption: '申明免审的理由', tab_submission: '送审材料' }

export const submissionTasks = { subject_urgency: '加急申请' }

export const submissionFields = {
  funding_source: '资金来源', budget_item: '预算项目', procurement_no: '采购项目编号', public_interest: '涉及重大公共利益', authorised: '经政府授权或者批准订立',
  exemption: '免审情形', exemption_reason: '属于该情形的理由（必填）',
}

export const submissionEvents = {
  material_set: '登记送审材料', inquiry_stated: '登记尽职调查', consultation_stated: '登记征求意见情况', urgency_ask_urgency: '申请加急',
  urgency_confirm_urgency: '同意加急', urgency_refuse_urgency: '不同意加急', urgency_withdraw_urgency: '撤回加急申请',
}

export const submissionSteps = {
  step_materials: '送审材料', materials_note: '按合同类别列出，随时保存；可以离开后继续', to_precheck: '进入预检', back_to_materials: '修改材料', give_materials: '去提交材料',
  materials_missing: '送审材料缺少 {count} 项', route_FORWARDED: '本单位审核后，由政府办公室批转司法局合法性审查。', circumstances: '重大情形（如实勾选）', no_exemption: '不属于免审情形',
  duplicates: '疑似重复 {count} 份', no_duplicates: '没有发现相同文件、同名同相对方或者同相对方同金额的合同（只比对您可以查看的合同）',
}

export default {
  submission: {
    materials: '送审材料清单', missing: '还缺 {count} 项', complete: '已齐全', more: '显示不要求的 {count} 项', less: '只看要求的', no: '序号', item: '材料', standing: '情况', given: '提交内容',
    unconfirmed: '未经确认', lacking: '缺：{names}', later: '审核时出具', from_draft: '以合同文本为准', from_review: '审核通过时由单位法制审核员出具', from_inquiries: '在下方“尽职调查”中登记',
    from_consultations: '在下方“征求意见”中登记；不涉及的可以说明', excused: '不适用：{reason}', take_back: '撤销', excuse: '不适用…', excuse_named: '“{title}”不适用', excuse_send: '确定不适用',
    reason: '不适用的理由（必填）', reason_for: '“{title}”不适用的理由', upload: '上传', upload_for: '上传：{title}', pick: '选用已上传的文件', pick_for: '选用已上传的文件：{label}', file: '文件',
    fixed: '合同已送出，材料不能改动；退回或者要求补正后可以修改。',
    inquiries: '尽职调查', new_inquiries: '登记尽职调查', edit_inquiries: '修改', no_inquiries: '还没有登记。每个相对方登记一条：查询结果、结论和证明材料。', party: '调查对象', queried_on: '查询日期',
    conclusion: '结论', choose: '请选择', registration: '登记状态', credit: '信用记录', dishonesty: '失信被执行人', findings: '查询情况', findings_hint: '有异常的须写明情况和应对措施', proof: '证明材料（查询截图、证照等）',
    proof_of: '证明材料：{name}', all_normal: '三项查询均正常', add_party: '增加调查对象', unfinished: '未填完', by: '{name} 登记 · {day}', save: '保存',
    consultations: '征求有关部门、单位意见', new_consultations: '登记征求意见情况', edit_consultations: '修改', no_consultations: '没有登记。需要财政、行业主管等部门出具书面意见的，在此登记。', unit: '被征求意见单位',
    unit_hint: '如：区财政局', answered_on: '答复日期', opinion: '意见内容', adopted: '采纳情况', why_not: '未全部采纳的理由', letter: '书面意见（复函）', letter_of: '书面意见：{name}', add_unit: '增加单位',
    earliest: '现在送审，最早可签订日期：{day}', too_early: '拟签订 {day}，审查时间不足：请推迟，或者申请加急。', in_time: '拟签订 {day}，审查时间足够。', reckoning: '怎么算的',
    sent_now: '按 {time} 送审计算。', after_cut_off: '已过当日截止时间 {cut_off}（或者是休息日），视为 {day} 收到。', received: '在截止时间 {cut_off} 之前，{day} 收到。',
    counted_working: '自 {day} 次日起算 {days} 个工作日，至 {earliest}。', counted_natural: '自 {day} 次日起算 {days} 日，至 {earliest}。', provisional: '跨越尚未公布放假安排的年份，公布后可能变动。',
    urgency: '加急', urgency_note: '审查时间不足的，填写理由申请加急，经单位负责人同意后送审；加急不减少任何审查环节。', urgency_reason: '理由（申请、不同意时必填）', urgent_for: '拟签订 {day}',
    asked: '{name} 申请，{time}', decided: '{name} 办理，{time}',
  },
}
