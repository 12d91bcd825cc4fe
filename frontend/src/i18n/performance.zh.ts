/** Texts about what happens to a contract after its signature. */
export const performanceTabs = { tab_family: '补充与关联', tab_disputes: '争议' }

export const performanceMenu = { disputes: '争议台账' }

export const performanceEvents = { dispute_open: '登记争议', dispute_add_stage: '增加程序环节', dispute_meet: '程序期限内已办理', dispute_end_stage: '登记环节结果', dispute_interrupt: '登记时效中断', dispute_resolve: '争议结案', dispute_reopen: '重新处理争议', obligation_planned: '生成按期履行计划', obligation_pay: '登记款项', obligation_cancel_payment: '冲销款项', contract_derived: '发起补充、变更或续签', amendment_justified: '登记超比例追加的依据' }

export default {
  family: {
    none: '没有补充、变更、续签或订单', member: '合同', relation: '关系', money: '对金额的影响', term: '履行期限', why: '原因和条款', not_counted: '未签订，不计入累计',
    total: '现合同总额', original: '原合同金额', added: '补充累计增加', cap: '法定上限（原合同的 {percent}%）', over: '已超过法定上限', pending: '办理中的补充',
    ceiling: '框架最高限额', called: '订单累计', left: '剩余额度', end: '现履行届满日', start: '发起', start_SUPPLEMENT: '签补充协议', start_CHANGE: '变更合同',
    start_RENEWAL: '续签合同', start_CALL_OFF: '下订单', start_TERMINATION: '签解除协议', name: '协议名称（可不填）', reason: '原因', clauses: '涉及的条款及修改内容',
    bearing: '与原合同的关系', bearing_hint: '哪些条款继续有效，不一致时以哪份为准', draft: '选择协议文本', next: '建立并读取文本', effect: '金额影响', parts: '本协议的说明',
    basis: '法定依据', state_basis: '登记追加依据', basis_hint: '补充金额超过原合同的 {percent}%，依法不得签订；确有法定依据（法律条款、批准文件及文号）的，由单位负责人登记',
    basis_stated: '已由 {name} 登记依据：{basis}', without_text: '协议已建立，文本未上传成功；请在该协议的“文本与版本”页上传。',
  },
  payment: {
    plan: '生成按期计划', plan_note: '适用于租金、按月服务费等按期重复的款项；节假日自动顺延，先预览再生成', first: '首期应履行日期', last: '末期不晚于', every: '每隔',
    months: '{count} 个月', rate: '逾期每日计付（%）', rate_hint: '如每日 0.05%，填 0.05；没有约定不填', preview: '预览', create: '生成 {count} 期', total: '合计 {amount} 元',
    due_as: '约定 {agreed}，顺延至 {due}', provisional: '假日安排未公布，暂定', paid: '已付（收）{amount} 元', left: '余 {amount} 元', late: '逾期 {days} 天',
    interest: '逾期金额 {amount} 元', voucher: '凭证号', parts: '已登记的款项', cancel: '冲销', cancelled: '已冲销：{reason}', imported: '导入', amount: '本次金额（元）',
    sme: '对方为中小企业，按交付或验收之日计算付款期限', delivered: '交付或验收日期', agreed_days: '约定付款天数（不填按 30 日，最长 60 日）',
  },
  dispute: {
    open: '登记争议', none: '没有争议', title: '争议名称', cause: '事由和主要分歧', opponent: '对方当事人', nature: '性质', position: '我方地位', claim: '争议金额（元）',
    arisen: '知道或应当知道权利受损之日', limitation: '诉讼时效届满', add_stage: '增加程序环节', kind: '程序', forum: '受理机构', case_no: '案号', begun: '开始日期',
    period: '收到文书后须在法定期限内', no_period: '不计算法定期限', served: '送达（收到）日期', days: '或由受理机构指定（天）', days_basis: '指定期限的依据',
    deadline: '期限', meet: '登记已办理', met: '{day} 已办理', end_stage: '登记结果', ended: '{day} 结束', interrupt: '登记时效中断', interrupt_hint: '如何中断（催告、对方同意履行等）',
    resolve: '结案', reopen: '重新处理', outcome: '结案结果', paid: '实际支付或收回（元）', result: '结果', done_on: '日期', paper: '文书或凭证', paper_first: '结案须上传裁判文书、调解书或和解协议',
    list: '争议台账', by_state: '状态', by_stage: '程序', text: '合同名称、编号或案号', export: '导出Excel', contract: '合同', stage: '当前程序', nearest: '最近期限', all: '全部', opened: '登记于',
  },
}
