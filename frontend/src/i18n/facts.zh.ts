/** Texts about facts read from a contract's text, and what people say of them. */
export const factEvents = { fact_judged: '核对要素' }

export const categories = {
  parties: '合同当事人', recitals: '鉴于与依据', definitions: '定义与解释', contract_documents: '合同文件及优先顺序', subject_matter: '标的、服务内容、工程范围', quantity: '数量与规模',
  quality: '质量与技术标准', price: '价款、报酬、租金', payment: '付款与结算', tax_invoice: '税费与发票', term: '期限、工期', place_method: '履行地点和方式', delivery: '交付、运输、风险',
  acceptance: '检验与验收', warranty: '质保、保修、售后', performance_bond: '履约担保', retention: '质量保证金', rights_obligations: '双方权利义务', service_level: '人员、考核、绩效',
  change: '变更、签证、调价', assignment_subcontract: '转让与分包', ip: '知识产权与成果归属', confidentiality: '保密', data_security: '数据安全与个人信息', safety_labour: '安全生产、农民工工资',
  insurance: '保险', liability: '违约责任', force_majeure: '不可抗力与情势变更', termination: '解除、终止与移交', supervision: '监督、审计、绩效评价', anti_corruption: '廉政',
  exclusivity_incentive: '排他、优惠、扶持', notices: '通知与送达', governing_law: '法律适用', dispute_resolution: '争议解决', effectiveness: '生效与签署', counterparts: '份数',
  entire_agreement: '补充协议与其他', annexes: '附件', signature_block: '签署页',
}

export default {
  fact: {
    tab: '要素', look: '核对从文本读出的全部要素', note: '点击要素可在文本和原件页上看到出处。核准、改正后，风险检查、履行计划建议都按人的核对结果进行；机器读取的内容保留在旁边。',
    waiting: '核对结果已保存，正在按核对后的内容重新检查风险，稍后自动更新。', other: '这里是合同当前文本的要素；您打开的是另一份文件，点击不能定位。', open_current: '打开当前文本',
    all: '全部', open: '待核对', done: '已核对', attention: '需要留意', read: '机器读取', used: '采用', nothing: '（没有读到）', absent: '没有读到的要素（{count} 项），可以补填', none_held: '（没有）', unsure: '把握 {percent}%', registered: '登记为：{value}', registered_none: '登记时未填写',
    registered_differs: '与登记内容不同。', registered_how: '已签订的合同请申请更正；在审的由承办人修改后重新确认要素。', differs: '核对时机器读作“{then}”，现在读作“{now}”。人的核对结果没有改变，请再看一遍。', gone: '文本中已经没有这句话，这次核对不再采用。',
    said_approved: '已核准', said_rejected: '不采用', said_corrected: '已改正', by: '{name}，{time}', approve: '核准', reject: '不采用', correct: '改正', right: '正确的内容', yuan: '正确的金额（元）', percent: '正确的比例（%）', code: '18 位代码', reason: '理由', reason_needed: '理由（必填）',
    save: '保存', wrong_amount: '请填写金额，例如 1280000.00', choose: '请选择', nobody: '没有符合条件的要素', clauses: '条款类别', yuan_value: '{amount} 元', percent_value: '{value}%',
  },
  fact_field: {
    title: '合同名称', contract_number: '合同编号', term: '期限约定', amount: '合同金额', signed: '签订日期', start: '履行期限起', end: '履行期限止', dispute_method: '争议解决方式', dispute_body: '仲裁机构或法院',
    direction: '资金方向', party_name: '当事人名称', uscc: '统一社会信用代码', address: '住所', legal_representative: '法定代表人', payment_percent: '付款比例', payment_amount: '付款金额',
    payment_trigger: '付款条件', payment_due: '付款期限', payment_due_date: '付款日期', clause_category: '条款类别',
  },
  fact_choice: { arbitration: '仲裁', court: '诉讼', both: '又裁又审', payable: '应付（支出）', receivable: '应收（收入）', none: '没有约定', ...categories },
}
