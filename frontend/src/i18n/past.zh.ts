/** Texts about contracts entered after they were signed, corrections, imports of old ledgers, batches and copies. */
export default {
  existing: {
    note: '已经签订的合同随时可以补录：写明缘由，平台照实记载，不因迟报而拒收', why: '为什么现在才录入', origin_UNREVIEWED: '签订前应当审查而没有审查；标记“未审先签”，计入审查覆盖率',
    origin_EMERGENCY: '应对突发事件先签后录；是否免审按制度判断', origin_HISTORIC: '平台启用前签订，或在别处已办过手续', sign_date: '签订日期', state: '目前状态', paper_no: '原合同编号（如有）',
    reason: '补录理由（必填）', earlier_review: '签订前的审查（文号或说明；没有审查的不填）', copy: '选择签署件（扫描件也可）', copy_hint: '平台从签署件读出当事人、金额、期限，由您核对，不必重新录入',
    send: '补录，读取签署件', calm: '备案期限从签订日期起算；已逾期的照实显示，不影响补录。', entered: '已补录。请核对下面读自签署件的要素；确认后确定应走的审查路径和应办的备案。',
    unread: '签署件已保存，但没有读出文字。请手工填写下面的要素；签署件随时可以打开。', marked: '签订于 {day}，签订后补录。', paper_no_is: '原合同编号：{no}。', reviewed_as: '签订前的审查：{review}。',
    spared: '平台启用前，无需备案。', because: '{name}补录，理由：{reason}', unconfirmed: '合同要素尚未确认。', confirm: '核对并确认要素', mark: '来源', any: '全部来源',
  },
  metric: {
    title: '指标口径', name: '指标', value: '数值', formula: '公式和口径', COUNTED: '计入', DUE: '应计', MISSING: '未计入', drill: '点击数字查看合同清单', of_coverage: '审查覆盖率',
    of_review_on_time: '按期审查率', of_review_cycle: '审查周期', of_adoption: '意见采纳率', of_end_to_end: '全程用时', of_filed_on_time: '按期备案率', WORKING_DAYS: '{days} 个工作日', DAYS: '{days} 天', items: '{counted} / {all} 条',
  },
  backlog: {
    title: '存量待清理', note: '平台启用前就已逾期、至今没有办结的事项，只在这里列出，不再逐项预警；办结后自动移出。', none: '没有存量待清理事项', contract: '合同', items: '待清理事项', due: '应于 {day}',
  },
  ledger_import: {
    title: '导入历史台账', note: '把平台启用前签订的合同从 Excel 台账一次导入：标记为历史合同，无需备案，从现在起预警到期和付款', template: '下载模板', template_name: '历史合同台账导入模板.xlsx', unit: '没有“承办单位”列时归入',
    choose: '选择台账文件（xlsx）', hint: '直接用现有台账即可：自动找到表头，按列名识别；至多 5000 行，公式单元格不予接受', checking: '正在上传和检查', done: '已导入 {count} 份合同；{known} 行此前已在平台中，没有重复导入。', open: '在台账中查看',
    secrecy: '我声明：台账内容不含国家秘密、工作秘密，可在本系统处理', run: '导入 {count} 份合同', mend_first: '请先更正上面列出的问题，再重新选择文件。', nothing_new: '没有需要导入的新合同。',
    found: '工作表“{sheet}”，表头在第 {row} 行，共 {rows} 行合同', unused: '未采用：{heading}', faults: '有 {count} 处问题，全部更正后才能导入', more: '另有 {count} 处，更正后重新检查时列出。', faultless: '检查通过，没有问题',
    known: '{count} 行已在平台中（编号、名称、相对方、签订日期相同），不会重复导入', known_rows: '行：{rows}', doubts: '{count} 处请核对，不影响导入', sample: '将导入的合同（前 20 行）', row: '行',
  },
  correction: {
    note: '已签订的合同，要素登记有误的由两人更正：一人申请并附证明，另一人确认。原内容保留，有关期限重新推算。', ask: '申请更正', corrected: '本页要素有 {count} 处经两人更正，原内容见', none: '没有更正记录', which: '哪一项有误', choose: '请选择', after: '正确的内容', after_yuan: '正确的金额（元）',
    reason: '理由（必填）', choose_proof: '选择证明文件（必传）', proof_hint: '如补正后的合同页、银行回单、公告截图；随合同保存', send: '提交更正申请', because: '理由：{reason}', proof: '更正证明',
    asked: '{name} 申请于 {day}', by_CONFIRMED: '{name} 确认于 {day}', by_REJECTED: '{name} 不予更正，{day}', by_WITHDRAWN: '{name} 撤回，{day}', answer: '答复：{note}', moved: '有关期限已重新推算，请核对履行计划',
    nothing: '（无）', undone: '撤销该次备案', reject_note: '不予更正的理由', act_confirm: '确认更正', act_reject: '不予更正', act_withdraw: '撤回申请',
  },
}

export const events = {
  contract_correct: '更正', correction_asked: '申请更正', correction_reject: '不予更正', correction_withdraw: '撤回更正申请',
  contract_imported: '导入历史合同',
  ledger_imported: '导入台账',
  contract_register_existing: '补录合同',
}

export const tabs = { tab_corrections: '更正' }

export const subjects = { subject_entry: '确认补录要素', subject_correction: '确认更正' }
