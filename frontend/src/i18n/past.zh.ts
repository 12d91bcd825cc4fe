/** Texts about contracts entered after they were signed, corrections, imports of old ledgers, batches and copies. */
export default {
  existing: {
    note: '已经签订的合同随时可以补录：写明缘由，平台照实记载，不因迟报而拒收', why: '为什么现在才录入', origin_UNREVIEWED: '签订前应当审查而没有审查；标记“未审先签”，计入审查覆盖率',
    origin_EMERGENCY: '应对突发事件先签后录；是否免审按制度判断', origin_HISTORIC: '平台启用前签订，或在别处已办过手续', sign_date: '签订日期', state: '目前状态', paper_no: '原合同编号（如有）',
    reason: '补录理由（必填）', earlier_review: '签订前的审查（文号或说明；没有审查的不填）', copy: '选择签署件（扫描件也可）', copy_hint: '平台从签署件读出当事人、金额、期限，由您核对，不必重新录入',
    send: '补录，读取签署件', calm: '备案期限从签订日期起算；已逾期的照实显示，不影响补录。', entered: '已补录。请核对下面读自签署件的要素；确认后确定应走的审查路径和应办的备案。',
    unread: '签署件已保存，但没有读出文字。请手工填写下面的要素；签署件随时可以打开。', marked: '签订于 {day}，签订后补录。', paper_no_is: '原合同编号：{no}。', reviewed_as: '签订前的审查：{review}。',
    because: '{name}补录，理由：{reason}', unconfirmed: '合同要素尚未确认。', confirm: '核对并确认要素', mark: '来源', any: '全部来源',
  },
  metric: {
    title: '指标口径', name: '指标', value: '数值', formula: '公式和口径', COUNTED: '计入', DUE: '应计', MISSING: '未计入', drill: '点击数字查看合同清单', of_coverage: '审查覆盖率',
  },
  backlog: {
    title: '存量待清理', note: '平台启用前就已逾期、至今没有办结的事项，只在这里列出，不再逐项预警；办结后自动移出。', none: '没有存量待清理事项', contract: '合同', items: '待清理事项', due: '应于 {day}',
  },
}

export const events = {
  contract_register_existing: '补录合同',
}
