"""Texts about tasks, statements asked for, supervision notices and copies."""

from typing import Final

from contract_platform.domain.labels import Words

WORK: Final[dict[str, Words]] = {
    # whose task it is
    "task_of_others": (
        "这项待办不由您办理，请由待办所属的人员办理，或请负责人分派给您",
        "This task is not yours; whoever it is for does it, or its head assigns it to you",
    ),
    "task_held_by_other": (
        "{name}已领取这项待办，请由{name}办理；本人不在岗的，请负责人改派",
        "{name} has taken this task and does it; when {name} is away, the head assigns it anew",
    ),
    "task_waits_for_signers": (
        "正在等待加签意见；意见到齐后办理，或先移出未答复的加签人",
        "Further opinions are awaited; go on when they are in, or take out who does not answer",
    ),
    "task_not_yours_to_assign": (
        "待办由本单位负责人（司法局由审签领导）分派，请联系负责人",
        "The head of the unit assigns its tasks, the bureau's lead those of the bureau; ask them",
    ),
    "task_not_taken": (
        "只能退回已领取或分派的待办；这项待办可以直接转办",
        "Only a task that was claimed or assigned is released; this one can be transferred",
    ),
    "task_of_named": (
        "本环节有指定的办理人：承办人通过移交变更，审查员通过改派变更",
        "This step has a named person: an officer hands over, a reviewer is named anew",
    ),
    "task_not_transferable": (
        "这项待办不能转办：承办人的事项请办理移交，会签、加签意见请直接答复或由负责人分派",
        "This task is not transferred: an officer hands the contract over, a statement is answered or assigned",
    ),
    "task_without_signers": (
        "这类待办不设加签，请直接办理或答复",
        "This kind of task takes no further opinions; do it",
    ),
    "own_task_urged": ("这是您自己的待办，请直接办理", "This is your own task; do it"),
    "urged_today": (
        "今天已经催办过，请明日再催办，或报请督办",
        "Urged today already; tomorrow again, or ask for supervision",
    ),
    # who is to hold it
    "candidate_missing": ("请选择人员", "Choose somebody"),
    "candidate_does_not_fit": (
        "{name}现在不任该岗位或看不到本合同，请另选人员",
        "{name} does not hold that post now, or cannot see the contract; choose another",
    ),
    "candidate_recused": (
        "{name}对本合同已登记回避，请另选人员",
        "{name} is recused from the contract; choose another",
    ),
    "candidate_of_the_unit": (
        "{name}在承办单位任经办岗位，请另选人员",
        "{name} works for the handling unit; choose another",
    ),
    "candidate_decided_before": (
        "{name}曾以{roles}办理过本合同，请另选人员",
        "{name} acted on the contract as {roles}; choose another",
    ),
    "candidate_asked_already": (
        "已向{name}征求意见，请等待答复或催办",
        "{name} has been asked already; wait for the answer, or urge",
    ),
    "batch_stopped": (
        "所选第 {no} 项不能办理，整批均未办理；请处理以下问题，或取消选择该项后重试",
        "Number {no} of those chosen cannot be done, so none was; mend this or leave it out, then try again",
    ),
    "candidate_holds_it": ("这项待办已由{name}办理，请另选人员", "{name} holds this task already; choose another"),
    "candidate_is_the_holder": (
        "请选择本人以外的人员",
        "Choose somebody other than yourself",
    ),
    # statements
    "cosigners_missing": ("请选择会签单位", "Choose the units that co-sign"),
    "cosigner_unfit": (
        "{units}不能会签：已在会签中、是承办单位，或没有在任的负责人和法制审核员；请重新选择",
        "{units} cannot be asked: asked already, the handling unit itself, or nobody there to answer; choose again",
    ),
    "unit_review_missing": (
        "单位法制审核意见还没有提出（本合同由单位和司法局同时审核）；请等单位答复，或请其抓紧办理",
        "The unit reviews this contract at the same time and has not answered yet; wait for it, or urge it",
    ),
    "endorsement_of_others": (
        "由被征求意见的单位负责人、其指定的人员或被加签人答复；需要答复的，请负责人分派给您",
        "The head of the unit asked, or whoever they assign, answers; ask to be assigned",
    ),
    "endorsement_not_yours_to_end": (
        "会签单位由承办单位负责人移出，加签人由加签的人移出，请联系他们",
        "The head of the handling unit takes units out, whoever asked takes people out; ask them",
    ),
    # taking back
    "sent_by_others": ("只有送出的人可以取回，请由其办理", "Only whoever sent it takes it back; ask them"),
    "opened_already": (
        "下一环节的人员已经打开，不能取回；需要修改的，请撤回或请其退回",
        "It has been opened, so it is not taken back; pull it back, or ask for its return",
    ),
    "unknown_filter": (
        "没有“{value}”这个筛选条件，请从页面的筛选栏选择",
        "No filter called “{value}”; use those of the page",
    ),
    # supervision
    "supervision_day_past": (
        "答复期限应在今天（{today}）之后，请更正",
        "The answer is due after today ({today}); correct the day",
    ),
    "own_answer": ("答复人不得核实自己的答复，请由其他人员核实", "Nobody verifies their own answer; a colleague does"),
    # copies
    "copy_out_of_sight": (
        "{name}看不到本合同，不能抄送；确有需要的，请先邀请参与",
        "{name} cannot see the contract, so it is not copied to them; invite them first where needed",
    ),
}
