/** Texts about the inbox, tasks that move, statements asked for, copies and supervision. */
export const workTabs = { tab_work: '会签与办理' }

export const workMenu = { supervisions: '督办' }

export const workEvents = {
  task_claim: '领取待办', task_release: '退回待领取', task_assign: '分派待办', task_transfer: '转办', task_add_signer: '加签', task_urge: '催办', task_opened: '打开待办',
  task_answers_in: '加签意见到齐', task_vacate: '办理人离岗，退回待领取', endorsement_ask: '征求会签意见', endorsement_agree: '会签（加签）同意', endorsement_remark: '会签（加签）同意并提出意见',
  endorsement_object: '会签（加签）不同意', endorsement_take_out: '移出未答复的会签（加签）', endorsement_vacate: '被加签人离岗，移出', copy_sent: '抄送', supervision_supervise: '签发督办单',
  supervision_answer: '答复督办', supervision_close: '督办办结', supervision_return: '督办退回重办', supervision_revoke: '撤销督办单', inbox_exported: '导出待办', supervisions_exported: '导出督办单',
  follow_begun: '关注合同', follow_ended: '取消关注',
}

export default {
  inbox: {
    todo: '待办', team: '待分派', done: '已办', started: '我发起的', copied: '抄送我的', followed: '我关注的', with_count: '{tab} ({count})', filters: '筛选',
    none_todo: '没有待办事项', none_team: '没有可以分派的待办', none_done: '还没有办结的事项', none_started: '您还没有提交过合同', none_copied: '没有抄送给您的合同', none_followed: '您还没有关注合同',
    none_filtered: '没有符合条件的事项，请放宽筛选', text: '合同名称 / 编号 / 相对方', by_units: '承办单位', by_states: '办理环节', by_kinds: '事项', by_due: '时限', by_holding: '领取情况',
    due_overdue: '已逾期', due_today: '今日到期', due_soon: '2 个工作日内', due_later: '2 个工作日以后', due_none: '没有时限', holding_mine: '已有办理人', holding_pool: '待领取', holding_waiting: '等待加签意见',
    unread: '只看未读', search: '查询', reset: '重置', export: '导出Excel', limit: '时限', number: '编号', stage: '当前环节', sender: '发送人', opened: '收到时间', closed: '办结时间', now: '现在',
    handle: '办理', view: '查看', move: '流转', select: '选择 {name}', select_all: '全选', chosen: '已选 {count} 项', claim_all: '批量领取', assign_all: '批量分派', assignee: '分派给', moved: '已办理 {count} 项',
    urged: '催办 {count} 次', waiting: '等待加签意见', pooled: '待领取', turn: '轮到', since: '到手时间', looked: '打开', not_looked: '未打开', nobody: '主线无待办', submitted: '提交时间', copied_at: '抄送时间',
    followed_at: '关注时间', by: '抄送人', unread_mark: '未读', unfollow: '取消关注', sorted: '按{column}排序', mine_only: '由我办理',
  },
  work: {
    turn: '当前办理', nobody: '主线上没有等待办理的事项', holder: '{role} · {person}', pool: '{role}（待领取）', since: '自 {time}', from: '{name} 送来', given: '{name} 分派或转来：{note}', seen: '{name} 于 {time} 打开',
    unseen: '尚未打开', urged: '已催办 {count} 次，最近 {day}（{name}）', waits: '等待加签意见', mine: '由您办理', reason: '理由或说明', reason_needed: '理由（必填）', question: '征求意见的问题（必填）', person: '人员', people: '人员（可多选）',
    nobody_fits: '没有符合条件的人员', choose: '请选择', urge_note: '每项待办每天催办一次，对方的待办上会显示。', transfer_note: '转办后由对方办理，您不再办理本环节。', signer_note: '意见到齐前本环节暂停办理，到齐后回到您这里。',
    follow: '关注', unfollow: '取消关注', copy: '抄送', copy_note: '只能抄送给看得到本合同的人员；其他人员须先邀请参与。', copy_words: '抄送说明（选填）', copies: '抄送记录', no_copies: '没有抄送', unread: '未读', read: '{time} 已读',
    statements: '会签和加签意见', no_statements: '没有会签和加签', question_of: '征求意见：', answer_of: '意见：', asked: '{name} 于 {time} 提出', answered: '{name} 于 {time} 答复', answered_for: '（代 {name}）', earlier: '此前的意见',
    give: '答复', opinion: '意见（提出意见、不同意时必填）', take_out_reason: '移出的理由（必填）', objections: '{count} 份会签意见为不同意，请在“会签与办理”中查看', cosigners: '会签单位（可多选）', cosign_question: '征求意见的内容',
    cosign_note: '各单位同时会签，全部答复后自动进入单位审核；逾期不答复的，可以催办，或由单位负责人说明理由后移出。', no_cosigners: '没有可以会签的单位', other_tasks: '其他待办', find_unit: '查找单位',
  },
  supervision: {
    title: '督办', open: '待答复', ANSWERED: '待核实', ended: '已办结', all: '全部', none: '没有督办单', number: '督办编号', unit: '被督办单位', demand: '督办事项和要求', due: '答复期限', issued: '签发', answer: '答复', note: '核实意见',
    issue: '签发督办单', issue_note: '签发后自动编号，送承办单位负责人；须在期限内答复，由答复人以外的人员核实办结。', act_answer: '答复', act_close: '核实办结', act_return: '退回重办', act_revoke: '撤销', text_answer: '办理情况（必填）',
    text_close: '核实意见（选填）', text_return: '退回理由（必填）', text_revoke: '撤销理由（必填）', by: '{name}，{time}', export: '导出Excel', text: '合同名称 / 编号 / 相对方', by_units: '被督办单位', by_due: '期限',
  },
}
