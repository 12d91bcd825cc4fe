"""Texts about people: administrators who restrain one another, handovers, deputies, invitations, recusals."""

from typing import Final

from contract_platform.domain.labels import Words

PEOPLE: Final[dict[str, Words]] = {
    # changes that wait for another administrator
    "change_refused": (
        "“{change}”暂不能办理，请先处理以下问题",
        "“{change}” is not possible yet; mend the following first",
    ),
    "own_request": (
        "不能批准或驳回自己的申请，请由另一名有权人员办理",
        "Nobody decides on their own request; somebody else entitled does",
    ),
    "request_of_others": (
        "只有申请人本人可以撤回，可请其撤回或予以驳回",
        "Only who asked withdraws it; ask them or reject it",
    ),
    "change_about_oneself": (
        "不能为自己申请或批准变更，请由同类的另一名管理员办理",
        "Nobody asks for or decides on a change about themselves; another administrator of the kind does",
    ),
    "change_pending": (
        "已有 {number} 号申请在等待批准，请先处理该申请",
        "Request {number} about this is still pending; settle it first",
    ),
    "unit_name_taken": ("单位名称“{name}”已存在，请使用其他名称", "A unit “{name}” exists; choose another name"),
    "unit_closed": ("单位“{name}”已撤销，请选择现存单位", "The unit “{name}” is closed; choose an existing one"),
    "unit_has_units": (
        "单位下还有 {count} 个下级单位，请先撤销或划转",
        "{count} units stand below it; close or move them first",
    ),
    "unit_has_posts": (
        "单位还有 {count} 个未终止的岗位，请先由安全管理员收回",
        "{count} posts there have not ended; the security administrator revokes them first",
    ),
    "unit_has_contracts": (
        "单位还有 {count} 份未办结的合同，请先办结或移交其他单位承办",
        "{count} contracts there are not finished; finish them first",
    ),
    "calendar_empty": (
        "没有填写休息日或补班日，请按放假通知填写",
        "No day off and no working weekend is named; enter them as announced",
    ),
    "calendar_days_reversed": (
        "“{name}”的起止日不对（止日不早于起日，最长 {longest} 天），请更正",
        "The days of “{name}” are wrong (at most {longest} in their order); correct them",
    ),
    "calendar_other_year": (
        "{day} 不属于 {year} 年的安排（可从上一年 12 月起），请更正",
        "{day} is no day of the plan of {year} (which may begin in December before); correct it",
    ),
    "calendar_day_twice": (
        "{day} 重复，或与其他年度的安排矛盾，请更正",
        "{day} is named twice, or another year's plan says otherwise; correct it",
    ),
    "calendar_works_anyway": (
        "{day} 不是周六、周日，本来就上班，请从补班日中删去",
        "{day} is no Saturday or Sunday and worked anyway; take it out",
    ),
    "username_taken": ("用户名“{username}”已被使用，请换一个", "The user name “{username}” is taken; choose another"),
    "name_unfit": (
        "名称“{name}”含有控制字符或以 = + - @ 开头，请更正",
        "The name “{name}” holds control characters or begins with = + - @; correct it",
    ),
    "person_disabled": (
        "“{name}”的账号未启用，请先恢复或等待批准",
        "The account of “{name}” is disabled; enable it or wait for its approval",
    ),
    "person_enabled_already": ("“{name}”的账号已是启用状态，请刷新查看", "The account of “{name}” is enabled; reload"),
    "person_not_approved": (
        "“{name}”的新增申请尚未批准，请先由安全管理员批准",
        "“{name}” waits for approval; the security administrator approves first",
    ),
    "last_administrator": (
        "“{name}”是最后一名{roles}，不能停用或收回岗位；请先增设一名",
        "“{name}” is the last {roles} and stays; appoint another one first",
    ),
    "posts_exclude_each_other": (
        "“{name}”已任{held}，不能兼任{roles}：三员互斥，且不兼任业务岗位；请先收回原岗位或另选人员",
        "“{name}” is {held} and cannot be {roles} too: administrators hold no other post; revoke one or choose another",
    ),
    "post_held_already": (
        "“{name}”在该单位已有相同岗位且期间重叠，请先收回或调整日期",
        "“{name}” holds this post there already for part of the time; revoke it or change the days",
    ),
    "post_days_reversed": ("岗位的止日早于起日，请更正", "The post ends before it begins; correct the days"),
    "post_not_grantable": (
        "“{roles}”由系统使用，不能授予人员；请选择其他岗位",
        "“{roles}” is the system's; choose another",
    ),
    "post_ended": ("该岗位已经终止，请刷新查看", "The post has ended already; reload"),
    "post_day_past": (
        "收回岗位的止日最早为昨天（即时生效），请更正",
        "A post ends yesterday at the earliest (at once); correct it",
    ),
    "account_not_locked": ("“{name}”的账号没有锁定，无需解除", "The account of “{name}” is not locked; nothing to do"),
    # imports
    "import_refused": (
        "文件有 {count} 处问题，未导入任何内容；请按行列更正后重新上传",
        "{count} faults in the file, nothing was imported; correct them and upload again",
    ),
    "import_unreadable": (
        "无法读取该文件，请使用下载的模板（xlsx）填写后上传",
        "The file cannot be read; fill in the template (xlsx) and upload it",
    ),
    "import_too_large": (
        "文件超过 {rows} 行的上限，请分批导入",
        "More than {rows} rows; import in several files",
    ),
    "import_empty": ("文件没有可导入的行，请填写后再上传", "No rows to import; fill some in and upload again"),
    "sheet_missing": ("缺少工作表“{sheet}”，请使用下载的模板", "The sheet “{sheet}” is missing; use the template"),
    "heading_wrong": (
        "“{sheet}”第 1 行 {column} 列应为“{expected}”，请使用下载的模板",
        "“{sheet}” row 1 column {column} must read “{expected}”; use the template",
    ),
    "cell_formula": (
        "“{sheet}”第 {row} 行 {column} 列是公式，请改为填写数值或文字",
        "“{sheet}” row {row} column {column} holds a formula; enter the value itself",
    ),
    "cell_missing": (
        "“{sheet}”第 {row} 行 {column} 列未填写，请补充",
        "“{sheet}” row {row} column {column} is empty; fill it in",
    ),
    "cell_wrong": (
        "“{sheet}”第 {row} 行 {column} 列的“{value}”不符合要求（{expected}），请更正",
        "“{sheet}” row {row} column {column}: “{value}” is not {expected}; correct it",
    ),
    "cell_unknown": (
        "“{sheet}”第 {row} 行 {column} 列的“{value}”不存在，请更正或在前面的表中先填写",
        "“{sheet}” row {row} column {column}: no “{value}”; correct it or enter it before",
    ),
    "cell_repeated": (
        "“{sheet}”第 {row} 行 {column} 列的“{value}”已存在，请删除或更正",
        "“{sheet}” row {row} column {column}: “{value}” exists already; remove or correct it",
    ),
    "row_excluded": (
        "“{sheet}”第 {row} 行 {column} 列：三员互斥，且不兼任业务岗位，请更正",
        "“{sheet}” row {row} column {column}: administrators hold no other post; correct it",
    ),
    # work that moves
    "officer_does_not_fit": (
        "接收人须为承办单位在任的其他承办人，请另选人员",
        "The officer must be another one of the unit in office; choose somebody else",
    ),
    "officer_decided_before": (
        "接收人曾以其他岗位办理过本合同，不能承办；请另选人员",
        "This officer decided on the contract in another post; choose somebody else",
    ),
    "handover_of_others": (
        "这项移交由指定的人员办理；如需改派请单位负责人重新指定",
        "This handover is for somebody else; the head of the unit can name another",
    ),
    "handover_open": (
        "合同“{name}”已有未完成的移交，请先完成或撤回",
        "The contract “{name}” is being handed over already; finish or withdraw that first",
    ),
    "handover_nothing": ("没有可移交的合同，请重新选择", "There is nothing to hand over; choose again"),
    # deputies
    "deputy_does_not_fit": (
        "代办人须为同一单位（含上下级）在任的其他人员，请另选",
        "The deputy must be somebody else in office in the same unit; choose another",
    ),
    "posts_not_lendable": (
        "所选岗位不能委托：须是本人现任的业务岗位，三员、法律顾问、专家、只读岗位不得委托；请重新选择",
        "These posts cannot be lent: only business posts held now, not administrators, counsel, experts, observers",
    ),
    "delegation_clashes": (
        "该期间内岗位已委托给他人，请先终止原委托或调整日期",
        "The post is lent to somebody else in that time; end that or change the days",
    ),
    "delegation_days_wrong": (
        "委托期间有误：止日不得早于起日和今天，且最长 {longest} 天；请更正",
        "Wrong days: the last is not before the first or today, {longest} days at most; correct them",
    ),
    "delegation_of_others": (
        "只能委托本人的岗位，或由本单位负责人代为委托",
        "Only one's own posts are lent, or by the head of the unit; ask them",
    ),
    "delegation_ended": ("该委托已经终止，请刷新查看", "This delegation has ended already; reload"),
    # who takes part and who must not
    "recused": (
        "您对本合同已登记回避，不能办理；请由其他人员办理",
        "You are recused from this contract and cannot act on it; a colleague does",
    ),
    "reviewer_recused": (
        "该审查员对本合同已登记回避，请另行指定",
        "This reviewer is recused from the contract; name another",
    ),
    "reviewer_of_the_unit": (
        "该审查员在承办单位任经办岗位，不能审查本单位合同；请另行指定，或报上级机关审查",
        "This reviewer works for the handling unit; name another, or ask the authority above to review",
    ),
    "reviewer_decided_before": (
        "该审查员曾以{roles}办理过本合同，请另行指定",
        "This reviewer acted on the contract as {roles}; name another",
    ),
    "not_impartial": (
        "您在承办单位任经办岗位，不能受理、审查或审签本单位的合同；请由其他人员办理，或报上级机关审查",
        "You work for the handling unit and do not judge its contracts; a colleague does, or the authority above",
    ),
    "recusal_recorded": ("该人员对本合同已登记回避，无需重复登记", "This recusal is recorded already; nothing to do"),
    "recusal_of_handler": (
        "承办人需要回避的，请先将合同移交其他承办人",
        "An officer who has to keep apart hands the contract over first",
    ),
    "recusal_of_others": (
        "只能为自己登记回避；为他人登记由审签领导办理",
        "One recuses oneself; the bureau's lead recuses others",
    ),
    "recusal_lifted": ("该回避已经解除，请刷新查看", "This recusal has been lifted already; reload"),
    "invitee_does_not_fit": (
        "只能邀请在任的法律顾问或论证专家，且对本合同没有回避；请另选人员",
        "Only counsel or experts in office who are not recused are invited; choose another",
    ),
    "invitation_days_wrong": (
        "邀请期限应在今天至 {longest} 天之内，请更正",
        "The invitation ends between today and {longest} days from now; correct it",
    ),
    "invited_already": (
        "该人员已受邀参与本合同，请先终止原邀请再重新邀请",
        "This person is invited already; end that invitation first",
    ),
    "invitation_ended": ("该邀请已经终止，请刷新查看", "This invitation has ended already; reload"),
    # lists
    "unknown_list": ("没有“{list}”这个列表，请从页面的分栏进入", "No list called “{list}”; use the tabs of the page"),
    "export_reason_missing": ("导出须填写用途，请补充后再导出", "Say what the export is for; then export again"),
}
