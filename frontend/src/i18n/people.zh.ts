/** Texts about units, accounts, administrators' changes, handovers, deputies, invitations and recusals. */
export default {
  people: {
    units: '机构', accounts: '人员', new_unit: '新增单位', new_person: '新增人员', import: '批量导入', rename: '更名', close: '撤销', short_name: '简称',
    unit_name: '单位全称', unit_kind: '类别', parent: '上级单位', closed: '已撤销（{day}）', count: '{count} 人', show_closed: '显示已撤销单位', username: '用户名',
    person_name: '姓名', status: '账号状态', enabled: '启用', disabled: '停用', locked: '已锁定', posts: '岗位', no_posts: '无岗位', last_sign_in: '最近登录', never: '从未登录',
    disable: '停用', enable: '恢复', find: '用户名或姓名', any_unit: '全部单位', any_role: '全部岗位', any_state: '全部状态', none: '没有符合条件的人员', no_units: '没有单位',
    pending: '第 {number} 号申请待批', asked: '已提交第 {number} 号申请，等待{approver}批准。', frozen: '账号已立即冻结：会话已结束，名下合同和待办已转入待移交池；确认须经批准。',
    approver_sec: '安全管理员', approver_sys: '系统管理员', ask: '提交申请', ask_named: '提交申请：{action}', template: '下载模板', file: '选择填写好的文件（xlsx）',
    import_note: '一处有误则全部不导入，并指出工作表、行和列；公式单元格不予接受。', grant: '授予岗位', revoke: '收回', role: '岗位', unit: '单位', from: '起日', to: '止日（可不填）',
    last_day: '止日', until: '至 {day}', since: '自 {day}', ended: '已终止', planned: '未开始', reset: '重置密码', unlock: '解除锁定', factor: '取消动态验证码',
    password_note: '重置后的初始密码只在批准时显示一次，由批准人当面转交；首次登录必须修改。',
  },
  changes: {
    pending: '待批', decided: '已办结', mine: '我申请的', none: '没有变更申请', number: '编号', what: '变更内容', why: '申请理由', asked_by: '申请人', asked_at: '申请时间',
    decision: '办理', approve: '批准', reject: '驳回', withdraw: '撤回', note: '驳回理由（必填）', by: '{name}，{at}',
    issued: '以下初始密码只显示这一次，请立即当面转交；首次登录必须修改。', copied: '已记下，关闭', imported: '导入 {units} 个单位、{people} 名人员、{posts} 个岗位（{file}）',
    to_name: '改为“{name}”', under: '隶属{parent}', held_from: '自 {first} 起', held_to: '至 {last}', last_day: '止日 {last}', waiting: '{count} 项待批',
  },
  calendar: {
    note: '放假调休安排由系统管理员填写、安全管理员批准；批准时，进行中的期限按新的工作日历重新推算。', years: '各年安排', version: '日历版本 {version}', provisional: '暂定', edit: '调整',
    rest: '放假调休', work: '上班的周六、周日', basis: '依据（文件名称和文号）', holiday: '名称', first: '首日', last: '末日', remove: '删去', add_rest: '增加一段假期',
    work_day: '补班日 {no}', add_work: '增加一个补班日', year: '{year} 年',
  },
  audit: {
    lists: '日志种类', acts: '操作日志', sign_ins: '登录日志', administrators: '管理员行为', refusals: '拒绝记录', verifications: '核验记录', actor: '操作人或用户名', type: '类型（如 contract.）',
    first_day: '起日', last_day: '止日', object_id: '对象编号', at: '时间', what: '类型', who: '操作人', from_where: '来源地址', object: '对象', content: '内容', none: '没有符合条件的记录',
    system: '系统', export: '导出', export_reason: '导出用途（必填，导出留痕）', exporting: '正在导出…', act_for: '代 {name}', hidden: '合同内容不在日志中显示',
  },
  handover: {
    title: '移交', pool: '待移交池', mine: '待我接收', given: '我移交的', ended: '已办结', none_pool: '待移交池是空的', none_mine: '没有等待您接收的合同', none_given: '您没有移交合同',
    none_ended: '没有办结的移交', contract: '合同', from: '移交人', to: '接收人', cause: '原因', opened: '发起时间', assign: '指定接收人', assign_all: '全部交给', reassign: '改为指定',
    take_over: '接收', decline: '退回', withdraw: '撤回', choose: '请选择接收人', reason: '移交说明（必填）', decline_reason: '退回理由（必填）', offer: '移交', offer_all: '移交我的全部合同',
    offer_note: '接收人接收之前，合同仍由您承办。', under_way: '正在移交：{from} → {to}（{state}）', nobody: '未指定', left: '{name}名下 {count} 份',
  },
  delegation: {
    title: '委托代办', new: '新的委托', absent: '被代办人', deputy: '代办人', posts: '委托的岗位', first_day: '起日', last_day: '止日', reason: '事由（必填）', state: '状态', planned: '未开始',
    running: '代办中', over: '已终止', create: '委托', end: '提前终止', none: '没有委托代办', choose: '请选择', note: '代办期间以被代办人的岗位办理，记录双方；双方的回避和职责分离要求同时适用。',
    nobody: '没有可以委托的岗位或合适的代办人', acted_for: '代 {name}', ended_on: '{day} 起终止',
  },
  participants: {
    tab: '参与和回避', invite: '邀请', recuse: '回避', invited: '受邀人员', recused: '回避记录', none_invited: '没有受邀人员', none_recused: '没有回避记录', person: '人员', until: '邀请至',
    reason: '事由（必填）', end: '终止邀请', ended: '已终止', lift: '解除回避', lifted: '已解除：{why}', lift_reason: '解除理由（必填）', myself: '本人', who: '回避人', by: '{name}登记，{day}',
    handover: '移交', no_handover: '没有进行中的移交', choose: '请选择', invite_note: '受邀人员在期限内可以查看本合同并加批注，看不到其他合同。', recuse_note: '登记后不得被指定办理，也不得办理本合同；正在审查的，改派其他审查员。',
  },
}
