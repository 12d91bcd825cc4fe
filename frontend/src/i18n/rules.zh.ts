/** 规则台：目录、依据、命中、推翻率、停用、试跑。 */
export const rulesMenu = { rules: '规则台' }

export default {
  rules: {
    note: '平台按这些规则检查每份合同。没有检查的一律写明原因，不会当作没有问题。', find: '按名称、代码、法律名称查找', any_severity: '全部风险等级', any_state: '全部状态', any_class: '全部合同类型', any_stance: '全部保护对象',
    severity: { HIGH: '高风险', MEDIUM: '中风险', LOW: '低风险' }, stance: { GOVERNMENT: '主要保护政府方', COUNTERPARTY: '主要保护合同相对方', BOTH: '双方和公共利益' },
    state: { active: '使用中', suspended: '已停用', pending: '停用或恢复待批', no_law: '现无有效依据', with_parameters: '有可调参数' },
    count: '共 {total} 条，显示 {shown} 条', none: '没有符合条件的规则，请放宽条件', rule: '规则', level: '等级', hits: '命中', overturn: '推翻率', status: '状态', laws: '依据',
    hit_words: '{findings} 处，{contracts} 份合同', no_hits: '没有命中', unjudged_only: '尚无人判断', counted: '命中按已读取的合同文本统计（本次 {counted} 份文本，最多统计最近 {most} 份）。推翻率 = 不采用 ÷（采用 + 不采用），未判断的不计入。',
    back: '返回目录', suspended: '自 {since} 起停用（第 {number} 号申请）：{reason}。停用期间，各合同的检查清单中本规则一律写“未能检查”。',
    basis: '法律依据', law: '法律', article: '条款', from: '施行', to: '失效', holds: '现行', past: '已失效或者未施行', provenance: '出处', provenance_of: { V: '已核对原文', VP: '已核对网页摘录', M: '凭记忆，未核对' }, always: '未注明',
    message: '提示', suggestion: '建议写法', positive: '应当命中的句子', negative: '不应命中的句子', applies: '适用合同', all_contracts: '全部合同', protects: '保护对象', tested: '这些句子在每次发布前自动检验。',
    verdicts: '审查人员的判断', adopted: '采用', rejected: '不采用（推翻）', unjudged: '未判断', formula: '推翻率 = {rejected} ÷（{adopted} + {rejected}）= {rate}', formula_none: '还没有人判断，推翻率无从计算',
    parameters: '参数', parameter: '参数', value: '现值', source: '来源', shipped: '平台默认 {value}', source_of: { profile: '制度配置', limit: '制度配置中的法定比例', shipped: '平台默认值' },
    name_of: { percent: '比例（%）', days: '天数', daily: '日违约金（%）', daily_high: '日违约金，较重（%）', lump: '一次性违约金（%）', years: '年限', years_without_budget: '无预算安排时的年限', years_state_assets: '国有资产出租年限' },
    contracts: '命中的合同', seen: '共 {everywhere} 份合同命中，其中您可以查看 {total} 份', open: '查看文本',
    try: '试跑', try_note: '用另一个值重新检查已读取的合同文本，看哪些提示会出现、消失或改变。只读，不改变任何合同；正式修改须在制度配置中发布新版本。', try_value: '试跑的值', run: '开始试跑', running: '试跑中，已检查 {tried} 份…', stop: '停止', more: '继续试跑',
    stopped: '已停止：检查了 {tried} 份，还有合同没有检查', limited: '已检查 {tried} 份，达到一次试跑的上限，还有合同没有检查', finished: '试跑完毕：检查了 {tried} 份，{changed} 份会有变化，{left} 份未能试跑', from_to: '{before} → {after}',
    appeared: '新出现 {count} 处', vanished: '消失 {count} 处', changed: '改变 {count} 处', verdict_changed: '检查结果由“{before}”变为“{after}”', not_tried: '未能试跑的合同（{count}）', unnumbered: '未编号', publish: '到制度配置修改参数',
    verdict: { found: '发现', clear: '未发现', not_applicable: '不适用', could_not_be_checked: '未能检查' }, ask_suspend: '申请停用', ask_resume: '申请恢复', who: '由系统管理员申请、安全管理员批准。', profile: '按制度配置 {profile} 的参数，规则引擎 {engine}',
  },
}
