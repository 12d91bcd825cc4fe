/** The same in English. */
export const workTabs = { tab_work: 'Statements and work' }

export const workMenu = { supervisions: 'Supervision' }

export const workEvents = {
  task_claim: 'Task claimed', task_release: 'Task given back', task_assign: 'Task assigned', task_transfer: 'Task transferred', task_add_signer: 'Further opinion asked', task_urge: 'Urged', task_opened: 'Task opened',
  task_answers_in: 'All opinions in', task_vacate: 'Holder gone, task free again', endorsement_ask: 'Asked to co-sign', endorsement_agree: 'Statement: agreed', endorsement_remark: 'Statement: agreed with remarks',
  endorsement_object: 'Statement: objected', endorsement_take_out: 'Taken out without an answer', endorsement_vacate: 'Person asked is gone', copy_sent: 'Copied', supervision_supervise: 'Supervision notice issued',
  supervision_answer: 'Notice answered', supervision_close: 'Notice closed', supervision_return: 'Answer returned', supervision_revoke: 'Notice revoked', inbox_exported: 'Inbox exported', supervisions_exported: 'Notices exported',
  follow_begun: 'Followed', follow_ended: 'Not followed any more',
}

export default {
  inbox: {
    todo: 'To do', team: 'To assign', done: 'Done', started: 'Submitted by me', copied: 'Copied to me', followed: 'Followed', with_count: '{tab} ({count})', filters: 'Filters',
    none_todo: 'Nothing to do', none_team: 'Nothing to assign', none_done: 'Nothing done yet', none_started: 'You have not submitted a contract', none_copied: 'Nothing was copied to you', none_followed: 'You follow no contract',
    none_filtered: 'Nothing matches; loosen the filters', text: 'Name / number / party', by_units: 'Unit', by_states: 'Step', by_kinds: 'Kind', by_due: 'Due', by_holding: 'Held',
    due_overdue: 'Overdue', due_today: 'Today', due_soon: 'Within 2 working days', due_later: 'Later', due_none: 'Without a day', holding_mine: 'Held by somebody', holding_pool: 'To be claimed', holding_waiting: 'Awaiting opinions',
    unread: 'Unread only', search: 'Search', reset: 'Reset', export: 'Export to Excel', limit: 'Due', number: 'Number', stage: 'Step', sender: 'From', opened: 'Received', closed: 'Done', now: 'Now',
    handle: 'Open', view: 'View', move: 'Move', select: 'Select {name}', select_all: 'Select all', chosen: '{count} selected', claim_all: 'Claim selected', assign_all: 'Assign selected', assignee: 'Assign to', moved: '{count} done',
    urged: 'Urged {count} times', waiting: 'Awaiting opinions', pooled: 'To be claimed', turn: 'Turn of', since: 'Since', looked: 'Opened', not_looked: 'Not opened', nobody: 'Nobody on the main line', submitted: 'Submitted', copied_at: 'Copied',
    followed_at: 'Followed', by: 'By', unread_mark: 'Unread', unfollow: 'Unfollow', sorted: 'Sort by {column}', mine_only: 'Held by me',
  },
  work: {
    turn: 'Whose turn', nobody: 'Nothing waits on the main line', holder: '{role} · {person}', pool: '{role} (to be claimed)', since: 'since {time}', from: 'from {name}', given: 'given by {name}: {note}', seen: 'opened by {name}, {time}',
    unseen: 'not opened yet', urged: 'urged {count} times, last {day} ({name})', waits: 'awaiting opinions', mine: 'Yours', reason: 'Reason or note', reason_needed: 'Reason (required)', question: 'Question (required)', person: 'Person', people: 'People',
    nobody_fits: 'Nobody fits', choose: 'Choose', urge_note: 'Once a day for each task; it shows on the task.', transfer_note: 'The other person goes on; this step is yours no longer.', signer_note: 'The step waits until all opinions are in, then it is yours again.',
    follow: 'Follow', unfollow: 'Unfollow', copy: 'Copy', copy_note: 'Only people who can see the contract; invite others first.', copy_words: 'Note (optional)', copies: 'Copies', no_copies: 'No copies', unread: 'unread', read: 'read {time}',
    statements: 'Statements', no_statements: 'No statements', question_of: 'Question: ', answer_of: 'Opinion: ', asked: 'asked by {name}, {time}', answered: 'answered by {name}, {time}', answered_for: ' (for {name})', earlier: 'Earlier statements',
    give: 'Answer', opinion: 'Opinion (required for remarks and objections)', take_out_reason: 'Why taken out (required)', objections: '{count} units objected; see “Statements and work”', cosigners: 'Units that co-sign', cosign_question: 'What they are asked',
    cosign_note: 'All units are asked at once; when all have answered the contract goes on by itself. Who does not answer is urged, or taken out by the head of the unit with a reason.', no_cosigners: 'No unit can be asked', other_tasks: 'Other tasks', find_unit: 'Find a unit',
  },
  supervision: {
    title: 'Supervision', open: 'To answer', ANSWERED: 'To verify', ended: 'Ended', all: 'All', none: 'No notices', number: 'Number', unit: 'Unit', demand: 'What has to be done', due: 'Answer due', issued: 'Issued', answer: 'Answer', note: 'Finding',
    issue: 'Issue a notice', issue_note: 'It gets a number and goes to the head of the unit; the answer is verified by somebody else.', act_answer: 'Answer', act_close: 'Verify and close', act_return: 'Return', act_revoke: 'Revoke', text_answer: 'What was done (required)',
    text_close: 'Finding (optional)', text_return: 'Reason (required)', text_revoke: 'Reason (required)', by: '{name}, {time}', export: 'Export to Excel', text: 'Contract name or number', by_units: 'Unit', by_due: 'Due',
  },
}
