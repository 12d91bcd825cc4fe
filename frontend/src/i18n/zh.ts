/** Texts of the pages in Chinese; words of the domain come from the server's vocabulary. */
import archive, { archiveEvents } from './archive.zh'
import ends, { endEvents, endTabs } from './ends.zh'
import facts, { factEvents } from './facts.zh'
import pages from './pages.zh'
import papers, { paperEvents, paperMenu, paperTabs } from './papers.zh'
import past, { events as pastEvents, subjects as pastSubjects, tabs as pastTabs } from './past.zh'
import people from './people.zh'
import performance, { performanceEvents, performanceMenu, performanceTabs } from './performance.zh'
import policy from './policy.zh'
import rules, { rulesMenu } from './rules.zh'
import secrecy from './secrecy.zh'
import signing from './signing.zh'
import submission, { submissionEvents, submissionFields, submissionSteps, submissionTabs, submissionTasks } from './submission.zh'
import work, { workEvents, workMenu, workTabs } from './work.zh'

export default {
  ...submission,
  ...archive,
  ...ends,
  ...pages,
  ...past,
  ...papers,
  ...people,
  ...performance,
  ...policy,
  ...rules,
  ...secrecy,
  ...signing,
  ...work,
  ...facts,
  app: { name: '政府合同监管平台' },
  common: {
    loading: '正在加载…', again: '重试', action: '操作', cancel: '取消', more: '加载更多', none: '无', reason: '理由（必填）',
    note: '说明（选填）', remove: '删除', remove_named: '删除{name}', to: '至', total: '共 {count}{more} 条',
    shown: '已显示 {shown} 条，共 {count}{more} 条', yuan: '{amount} 元', wan: '{amount} 万元', autosaved: '内容自动保存，退出登录后仍在',
  },
  error: { unreachable: '连接不上服务器，请检查网络后重试；已填写的内容仍保留。' },
  shell: {
    menu: '主菜单', search: '搜索合同名称、编号、相对方', dark: '切换到深色', light: '切换到浅色', other_language: 'English',
    other_language_code: 'en', posts: '现任岗位', sign_out: '退出登录', skip: '跳到正文',
  },
  session: {
    lost: '重新登录', kept: '{name}，请重新输入密码；本页内容未丢失。', other_way: '改用统一身份认证登录（已填写的内容仍保留）',
    idle: '较长时间没有操作，约 {minutes} 分钟后将自动退出；已填写的内容保存在本机。', stay: '继续使用',
    last: '本次登录将满最长时限，约 {minutes} 分钟后须重新登录；已填写的内容保存在本机。', renew: '现在重新登录', soon: '不到 1',
  },
  login: {
    note: '请使用本单位分配的账号登录', username: '用户名', password: '密码', submit: '登录', provider: '统一身份认证登录',
    code: '动态验证码', code_note: '请输入验证器显示的 6 位数字；手机不在身边时可输入恢复码。', prove: '验证', other: '换一个账号',
    arriving: '正在登录…', back: '返回登录',
  },
  account: {
    title: '我的账号', password: '登录密码', current: '当前密码', next: '新密码', repeat: '再次输入新密码', change: '修改密码', changed: '密码已修改。',
    differs: '两次输入的新密码不一致，请重新输入。', due: '修改密码', due_note: '这是首次登录、密码已被重置或已到期，须先设置新密码。',
    rules: '新密码的要求', rule_shortest: '至少 {count} 个字符，中文也可以', rule_classes: '大写字母、小写字母、数字、其他字符（含中文）中至少 {count} 种',
    rule_history: '不与最近 {count} 个密码相同', rule_name: '不包含用户名，不是常见词或键盘顺序', set_at: '设置时间', given: '由他人设置，须修改',
    runs_out: '到期时间', never: '不到期', factor: '动态验证码', factor_on: '已启用（{since}）', factor_off: '未启用', factor_required: '管理员必须启用动态验证码',
    factor_note: '启用后，登录时除密码外还须输入手机验证器上的 6 位数字。', enable: '启用', replace: '更换验证器', disable: '停用',
    enrol: '启用动态验证码', enrol_note: '管理员须先启用动态验证码，再办理其他事项。', own_password: '请输入登录密码，确认是您本人', begin: '生成二维码',
    scan: '用手机验证器扫描二维码，再输入它显示的 6 位数字。', by_hand: '不能扫描时，手工输入密钥', qr: '供验证器扫描的二维码', first_code: '验证器显示的 6 位数字',
    confirm: '启用', codes: '恢复码', codes_note: '手机不在身边时，用恢复码代替动态验证码。每个只能用一次，请抄下或打印后妥善保管；离开本页后不再显示。',
    codes_left: '剩余 {count} 个', renew: '更换恢复码', copy: '复制', copied: '已复制', save: '下载', go_on: '已保存，继续', own_code: '当前的动态验证码或恢复码',
    session: '本次登录', signed_in_at: '登录时间', signed_in_from: '登录地址', by: '登录方式', by_password: '用户名和密码', by_provider: '统一身份认证',
    by_both: '{way}，动态验证码', demo: '演示账号不要求修改密码和启用动态验证码。',
  },
  menu: { ...rulesMenu, ...performanceMenu, ...workMenu, ...paperMenu, overview: '监管总览', tasks: '待办中心', submit: '合同送审', existing: '补录', ledger: '合同台账', alerts: '预警', handovers: '移交', delegations: '委托代办', organisation: '机构与用户', calendar: '工作日历', policy: '制度配置',
    changes: '待批变更', posts: '角色授权', passwords: '密码与锁定', acts: '操作日志', sign_ins: '登录日志', administrators: '管理员行为', quarantine: '疑似涉密文件',
  },
  refusal: {
    forbidden: '您的岗位没有此项权限', forbidden_way: '如需办理，请由有权限的岗位登录，或联系本单位系统管理员调整岗位。',
    missing: '没有找到这个页面或合同', missing_way: '它可能不存在，或不在您的可见范围内。请从台账或待办进入。', home: '返回首页',
  },
  days: {
    today: '今日到期', left_working: '剩 {count} 个工作日', left_natural: '剩 {count} 天', overdue_working: '逾期 {count} 个工作日',
    overdue_natural: '逾期 {count} 天', provisional: '（节假日安排未公布，暂定）', ended: '已于 {day} 结束', suspended: '已中止计算',
    reckoned_working: '自 {start} 次日起算 {days} 个工作日，到 {due}。', reckoned_natural: '自 {start} 次日起算 {days} 日，到 {due}。',
    skipped: '不计入：', no_reckoning: '此期限没有计算过程',
  },
  clock: {
    REVIEW: '审查期限', review: '审查期限', FILING: '备案期限', filing: '备案期限', SUPPLEMENT: '补正期限', supplement: '补正期限',
    PRECHECK: '受理期限', INTAKE: '受理期限', intake: '受理期限', term_end: '合同到期', TERM_END: '合同到期', AMENDING: '修改反馈期限',
  },
  skip: { weekend: '周末', holiday: '法定节假日', suspended: '中止期间', start: '起算日' },
  risk: { HIGH: '高', MEDIUM: '中', LOW: '低', HIGH_full: '高风险', MEDIUM_full: '中风险', LOW_full: '低风险' },
  field: {
    ...submissionFields,
    name: '合同名称', state: '状态', handling_unit: '承办单位', signing_body: '签约主体', handler: '承办人', reviewer: '审查员',
    counterparty: '相对方', category: '合同类别', rule_class: '审查规则类别', direction: '收支方向', amount: '合同金额',
    amount_wan: '金额（万元）', amount_yuan: '金额（元）', amount_kind: '金额性质', amount_reason: '无金额的原因', risks: '风险', filing: '备案',
    alert: '预警', sign_date: '签订日期', updated: '更新', tier: '审查路径', procurement_method: '采购方式', planned_sign_date: '拟签订日期',
    award_notice_date: '中标通知日期', term: '履行期限', term_start: '履行开始', term_end: '履行届满', key_project: '重点项目', profile: '适用制度版本',
    parties: '合同当事人', party_role: '身份（如甲方）', party_name: '名称', uscc: '统一社会信用代码', id_no: '证件号码（自然人）', bank_account: '收款账号', account_name: '账户名称', side: '所属方', due_on: '到期日',
   
  },
  side: { gov: '政府方', counter: '相对方', third: '第三方' },
  amount: { fixed: '固定金额', cap: '上限金额', estimate: '暂估金额', unit_price: '单价', formula: '按公式计算' },
  tasks: {
    ...submissionTasks,
    ...pastSubjects,
    subject_endorsement: '会签（加签）', subject_supervision: '督办',
    subject_contract: '合同',
    subject_filing: '备案', subject_obligation: '履行', subject_plan: '确认履行计划', subject_alert: '预警', subject_handover: '移交', subject_deviation: '签署件差异',
  },
  upload: {
    drop: '拖放文件到此处，或点击选择', change: '点击更换文件', empty: '文件是空的，请选择其他文件', too_large: '文件 {size}，超过 100 MB 上限，请压缩后再传',
    sending: '正在上传',
  },
  submit: {
    ...submissionSteps,
    note: '先上传合同文本，系统读出要素，由您确认，不必重新录入', step_upload: '上传文本', step_reading: '读取', step_facts: '确认要素',
    step_precheck: '预检送审', choose: '选择合同文本', formats: '可分析 docx、有文字层的 PDF、txt；其他文件可作附件保存。不超过 100 MB',
    secrecy: '我声明：本文件不含国家秘密、工作秘密，可在本系统处理', secrecy_first: '请先勾选保密声明', upload: '上传', queued: '排队等待读取…',
    reading: '正在读取合同…', reading_note: '已等待 {seconds} 秒。可离开本页，读完后在待办或台账中继续。',
    unreadable_note: '文件已保存，仍可打开和下载。请上传可读的文本（docx 或有文字层的 PDF），或手工填写要素继续。', another: '选择另一份合同文本',
    by_hand: '手工填写要素', confirm: '确认要素，准备材料', facts_note: '以下内容读自合同文本，请核对', restored: '已恢复上次未提交的内容。',
    start_over: '改用读取的内容', doubts: '请重点核对', source: '出处', amount_form: '请填写数字金额，如 3,200,000.00', add_party: '增加当事人',
    back: '修改要素', submit: '提交审核', route: '审查路径', route_ORDINARY: '由本单位法制审核后办理。', route_MAJOR: '本单位审核后报司法局合法性审查。',
    route_EXEMPT: '符合免审情形，依据记录在案。', blocking: '提交前必须处理', nothing_blocking: '没有阻止提交的问题',
    high_risks: '高风险 {count} 项', high_note: '不阻止提交，建议先修改文本。', not_checked: '未能检查的规则（需人工判断）',
  },
  ledger: {
    filters: '筛选', text: '名称 / 编号 / 相对方 / 正文', by_states: '状态', by_units: '承办单位', by_category: '合同类别', by_tier: '审查路径',
    by_direction: '收支方向', by_year: '签订年度', by_filing: '备案情况', by_alert: '预警颜色', by_risk: '风险', by_origin: '来源', by_mark: '标记', search: '查询', reset: '重置',
    none: '还没有合同', none_filtered: '没有符合条件的合同，请放宽筛选', no_number: '未编号', page_size: '每页', month: '{month} 月',
    export: '导出Excel', export_clear: '导出（含个人信息）', export_reason: '用途（将记入流转记录）',
    export_clear_note: '文件将含您经办范围内合同的证件号码、账号、电话明文。请只用于所填用途，用后删除。',
  },
  filing: {
    title: '备案', overdue: '逾期未备案', late: '逾期备案', on_time: '按期备案', none: '签订后自动产生备案事项', number: '备案号', done_on: '办理日期',
  },
  alerts: {
    open: '未销号', any_kind: '全部类型', kind: '预警类型', level: '颜色', cause: '事由', left: '时限', state: '处置状态', none: '没有预警',
    disposal: '处置情况', note: '处置情况或理由', acknowledge: '签收', dispose: '填报处置', close: '核实销号', return: '退回重办',
  },
  contract: {
    ...submissionTabs,
    ...pastTabs,
    ...performanceTabs,
    ...endTabs,
    ...workTabs,
    ...paperTabs,
    tabs: '合同内容', tab_facts: '概况', tab_timeline: '合同轨迹', tab_documents: '文本与版本', tab_opinions: '审查意见与采纳', tab_signing: '签订与备案',
    tab_obligations: '履行计划', tab_alerts: '预警', tab_people: '参与和回避', open_text: '查看文本', before: '“{action}”之前：', steps: '办理进度', deadlines: '期限',
    no_deadlines: '没有正在计算的期限', conclusion: '审查结论', reading: '文本读取', no_events: '还没有记录', changed: '改动：{fields}', acted_for: '代 {name} 办理', from_address: '来源 {address}', recorded: '记录于 {time}', chained: '链上第 {seq} 条',
    unchained: '待编号',
  },
  step: {
    draft: '起草', submit: '送审', review: '审查', decide: '集体决定', sign: '签订', file: '备案', perform: '履行', archive: '归档', is_done: '已完成',
    is_current: '办理中', is_todo: '未开始', is_skipped: '不适用',
  },
  event: {
    ...submissionEvents,
    ...pastEvents,
    ...performanceEvents,
    ...archiveEvents, ...endEvents,
    ...workEvents,
    ...paperEvents,
    ...factEvents,
    contract_registered: '上传合同，建立记录', contract_created: '上传合同，建立记录', contract_facts_confirmed: '确认合同要素', version_added: '上传文件',
    analysis_finished: '文本读取完成', analysis_failed: '文本未能读取', version_unreadable: '文本未能读取', finding_judged: '风险判断', remark_created: '批注',
    remark_answered: '答复批注', remark_resolved: '批注办结', signing_confirmed: '确认签订文本与审定文本一致', contract_marked: '留下标记', deviation_stated: '指出签署件与审定文本不一致', deviation_retract: '撤回差异说明', deviation_settle: '重新审查认可差异', filing_file: '提交备案',
    filing_accept_filing: '备案核收', filing_return_filing: '备案退回补正', filing_spare: '确认无需办理', filing_register: '登记备案', obligation_confirm: '确认履行计划',
    obligation_confirmed: '确认履行计划', obligation_report: '登记履行', obligation_reported: '登记履行', obligation_accept: '核实履行',
    obligation_accepted: '核实履行', obligation_reject: '不采用履行建议', obligation_created: '新增履行事项', obligation_waive: '免除履行',
    handover_pool: '转入待移交池', handover_offer: '提出移交', handover_assign: '指定接收人', handover_take_over: '接收移交', handover_decline: '退回移交',
    handover_withdraw: '撤回移交', handover_cancel: '移交取消', handover_repool: '退回待移交池', invitation_created: '邀请参与', invitation_ended: '终止邀请',
    recusal_created: '登记回避', recusal_lifted: '解除回避', calendar_changed: '调整工作日历', rule_suspended: '停用审查规则', rule_resumed: '恢复审查规则', policy_published: '发布制度配置新版本', policy_draft_begun: '起草制度配置新版本', policy_draft_saved: '保存制度配置草稿', policy_draft_rebased: '草稿移到最新版本', policy_draft_dropped: '删除制度配置草稿', policy_replayed: '推算新版本的影响', contract_reckoned_again: '期限随工作日历重新推算', change_requested: '申请变更', change_approved: '批准变更', change_rejected: '驳回变更',
    change_withdrawn: '撤回变更', unit_created: '新增单位', unit_renamed: '单位更名', unit_closed: '撤销单位', person_created: '新增人员', person_frozen: '冻结账号',
    person_disabled: '停用人员', person_enabled: '恢复人员', person_dropped: '取消新增人员', post_granted: '授予岗位', post_revoked: '收回岗位', password_reset: '重置密码',
    password_changed: '修改密码', password_unlocked: '解除锁定', totp_reset: '取消动态验证码', session_created: '登录', session_ended: '退出登录', session_refused: '登录失败',
    session_locked: '登录锁定', delegation_created: '委托代办', delegation_ended: '终止委托', audit_exported: '导出日志',
    alert_raised: '产生预警', alert_lifted: '预警升级', alert_cancelled: '预警原因消除', alert_return: '预警退回重办',
    filing_overdue: '逾期未备案', obligation_fall_due: '履行事项到期', obligation_return: '退回履行填报', obligation_breach: '登记违约',
    quarantine_isolated: '发现密级标志，已隔离', quarantine_request_purge: '申请清除涉密文件', quarantine_request_release: '申请解除隔离', quarantine_approve: '批准处置', quarantine_reject: '驳回处置申请', quarantine_withdraw: '撤回处置申请',
    version_reread: '重新读取', analysis_unreadable: '文本未能读取', alert_acknowledge: '签收预警', alert_dispose: '填报处置', alert_close: '预警销号', access_refused: '拒绝访问',
  },
  document: {
    add: '上传文件', kind: '文件种类', kind_DRAFT: '合同文本', kind_SIGNED: '签署件', kind_EVIDENCE: '履行凭证', kind_ATTACHMENT: '附件', title: '标题',
    choose_DRAFT: '选择修改稿', choose_SIGNED: '选择签署件（扫描件也可）', choose_EVIDENCE: '选择凭证', choose_ATTACHMENT: '选择附件', version: '版本',
    no: '第 {no} 版', file: '文件', reading: '读取', uploaded: '上传', hash: 'SHA-256', text: '审查文本', original: '原件', reread: '重新读取',
    unread: '未解析（{reason}）', none: '还没有文件', approved: '审定文本', current: '当前稿',
  },
  signing: {
    copy: '签署件', no_copy: '还没有签署件，请上传双方签署后的扫描件', upload: '上传签署件', signatures: '签署情况', party: '当事人', signatory: '签约代表',
    signed_on: '签署日期', confirmations: '签订文本与审定文本一致的确认', confirmed_by: '已有 {count} 人确认（需两人）', confirm: '我已核对：签订文本与审定文本一致',
    copy_first: '请先在“签订与备案”页上传签署件。', last_day: '签订日期取最后一方的签署日期。',
  },
  obligation: {
    add: '新增履行事项', proposed: '{count} 项读自合同文本的履行事项等待确认', due: '应履行日期', content: '内容', side: '义务方', side_ours: '我方',
    side_theirs: '对方', no_day: '日期待定', condition: '条件', evidence: '凭证', done_on: '履行日期', overdue: '逾期未履行', none: '没有履行事项',
    kind: '种类', choose: '选择凭证文件（必传）', evidence_needed: '请先选择凭证文件', act_pay: '登记款项', act_cancel_payment: '冲销', act_breach: '登记违约', act_confirm: '确认', act_reject: '不采用', act_report: '登记履行',
    act_accept: '核实通过', act_return: '退回', act_waive: '免除',
  },
  opinion: {
    none: '还没有审查意见', draft: '（拟稿，未编号）', round: '第 {round} 轮', drafter: '拟稿', signer: '审签', count: '意见 {count} 条', conclusion: '审查结论',
    body: '审查意见正文', items: '意见条目', item: '意见第 {no} 条', take: '写入已采用的风险（{count}）', add_item: '增加一条', clause: '条款',
    binding: '约束程度', problem: '问题', propose: '提交审签', no_items: '意见书没有分条意见', reason: '第 {no} 条的理由', wording: '第 {no} 条修改后的文字',
    upload_first: '请先在“文本与版本”上传修改稿，再逐条说明采纳情况。',
  },
  text: {
    text: '合同文本', view: '视图', view_text: '审查文本', view_original: '原件', view_beside: '对照原件', outline: '条款目录', no_outline: '未识别出条款', side: '风险、批注与意见',
    risks: '风险', remarks: '批注', coverage: '检查清单', opinion: '审查意见', by_level: '按等级', all: '全部', no_findings: '已检查的规则没有发现风险，未能检查的见“检查清单”',
    basis: '依据', suggestion: '建议', adopted: '已采用', rejected: '不采用', adopt: '采用，写入意见', reject: '不采用', reject_reason: '不采用的理由',
    no_remarks: '没有批注。在文本中选中文字即可批注。', new_remark: '填写批注', save_remark: '保存批注', orphan: '原文已改动，找不到引用的文字', answer: '答复',
    send_answer: '答复', resolve: '办结', tracked: '文本含 {count} 处未处理的修订，分析按接受修订后的文本进行；签订前必须处理。', show_changes: '显示修订',
    unread_way: '可切换到“原件”查看，或在合同的“文本与版本”上传可读的文本。', download: '下载原件', no_viewer: '浏览器不能直接显示 {media} 文件，请下载后用本机软件打开。',
    pdf_failed: '原件无法显示（{reason}），请下载后打开。', page: '第 {number} 页',
  },
  coverage: { found: '发现', could_not_be_checked: '未能检查', clear: '未发现', not_applicable: '不适用' },
  actions: {
    send: '确定：{action}', choose_reviewer: '请选择审查员', defects: '一次性告知的补正内容（每行一项）', result: '审议结果', passed: '通过', deferred: '暂缓',
    refused: '不通过', sealed_on: '用印日期',
  },
  overview: {
    until: '数据截至 {day}', year: '年度', signed: '本年签订', filed: '按期备案率', reviewed: '审查覆盖率', alerts: '未销号预警', contracts: '份', items: '项',
    amounts: '支出 {out} 万元 · 收入 {in} 万元', filed_note: '按期 {done} / 应备 {due} · 逾期未备 {overdue}', reviewed_note: '已审 {done} / 应审 {due} · 未审 {missing}',
    alerts_note: '红 {red} · 橙 {orange} · 黄 {yellow} · 蓝 {blue}', trend: '签订与备案月度趋势', trend_signed: '签订', trend_filed: '备案', as_table: '以表格查看',
    month: '月份', stages: '合同所处阶段', units: '各单位按期备案率', drill: '点击单位查看台账', filing_due: '应备案', filed_on_time: '按期备案',
  },
}
