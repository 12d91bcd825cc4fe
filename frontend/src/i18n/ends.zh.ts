/** Texts about how contracts end. */
export const endTabs = { tab_ends: '终止与评价' }

export const endEvents = {
  term_end_recorded: '登记到期处置', settlement_opened: '生成结算事项', settlement_agree: '商定结算', settlement_close: '结算了结', settlement_return: '退回结算', evaluation_created: '履约评价',
}

export default {
  ends: {
    none: '还没有中止、解除、裁判、结算和评价。', choose: '请选择', score: '{score} 分', no_amount: '请填写金额，如 36,000.00', accepted_on: '验收（结清）日期', completion_paper: '验收报告或结清证明',
    ground: '依据', from_on: '起始日期', until_on: '预计恢复日期', estimate: '预计损失（元）', end_paper: '通知、协议或决定', ended_on: '解除日期', owed_by: '应付方', amount: '金额（元）',
    outcome: '裁判结果', forum: '裁判机关', case_no: '案号', decided_on: '裁判日期', judgment_paper: '裁判文书', due_on: '付款期限', terms: '结算内容', done_on: '了结日期', settlement_paper: '付款凭证或结清证明',
    return_reason: '退回理由', way: '处置方式', disposal_paper: '收回、重新招租的凭证', disposal_note: '处置情况', renewal: '续签合同', no_renewal: '还没有已签订的续签合同；请在“补充与关联”页发起续签并签订。',
    suit: '诉讼或仲裁', no_suit: '还没有起诉或申请仲裁的争议；请在“争议”页登记。', lease_end: '租期于 {day} 届满', not_disposed: '尚未处置', dispose: '登记到期处置',
    dispose_why: '租期届满须续签、收回、重新招租或者起诉，不得放任成为不定期租赁（民法典第七百三十四条）；没有处置的，合同不能结清。', suspensions: '中止履行', open_end: '未定', judgments: '裁判', settlements: '结算',
    settle_agree: '商定结算', settle_close: '登记了结', settle_return: '退回重议', closed: '{day} 了结', evaluations: '履约评价', evaluate: '填写评价', quality: '质量', timeliness: '进度', service: '服务配合', grade: '等次',
    evaluation_text: '评价意见', scores: '质量 {quality} · 进度 {timeliness} · 服务 {service}',
  },
}
