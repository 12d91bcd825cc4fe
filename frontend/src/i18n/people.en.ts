/** Texts about units, accounts, administrators' changes, handovers, deputies, invitations and recusals. */
export default {
  people: {
    units: 'Units', accounts: 'People', new_unit: 'New unit', new_person: 'New person', import: 'Import', rename: 'Rename', close: 'Close', short_name: 'Short name',
    unit_name: 'Full name', unit_kind: 'Kind', parent: 'Belongs to', closed: 'closed ({day})', count: '{count} people', show_closed: 'Show closed units', username: 'User name',
    person_name: 'Name', status: 'Account', enabled: 'enabled', disabled: 'disabled', locked: 'locked', posts: 'Posts', no_posts: 'no post', last_sign_in: 'Last sign-in', never: 'never',
    disable: 'Disable', enable: 'Enable', find: 'User name or name', any_unit: 'All units', any_role: 'All posts', any_state: 'Any state', none: 'Nobody matches', no_units: 'No units',
    pending: 'request {number} pending', asked: 'Request {number} was made and waits for the {approver}.', frozen: 'The account is frozen at once: sessions ended, contracts and tasks went to the pool; approval confirms.',
    approver_sec: 'security administrator', approver_sys: 'system administrator', ask: 'Ask', ask_named: 'Ask: {action}', template: 'Download the template', file: 'Choose the filled-in file (xlsx)',
    import_note: 'One fault and nothing is imported; sheet, row and column are named. Formulas are not accepted.', grant: 'Grant a post', revoke: 'Revoke', role: 'Post', unit: 'Unit', from: 'From', to: 'To (optional)',
    last_day: 'Last day', until: 'to {day}', since: 'from {day}', ended: 'ended', planned: 'not begun', reset: 'Reset password', unlock: 'Unlock', factor: 'Reset second factor',
    password_note: 'The new initial password is shown once, when it is approved, and handed over in person; it has to be changed at the first sign-in.',
  },
  changes: {
    pending: 'Pending', decided: 'Decided', mine: 'Mine', none: 'No changes', number: 'No.', what: 'Change', why: 'Reason', asked_by: 'Asked by', asked_at: 'Asked',
    decision: 'Decide', approve: 'Approve', reject: 'Reject', withdraw: 'Withdraw', note: 'Why not (required)', by: '{name}, {at}',
    issued: 'These initial passwords are shown this once; hand them over in person. They have to be changed at the first sign-in.', copied: 'Noted, close', imported: 'Import {units} units, {people} people, {posts} posts ({file})',
    to_name: 'to “{name}”', under: 'below {parent}', held_from: 'from {first}', held_to: 'to {last}', last_day: 'last day {last}', waiting: '{count} pending',
  },
  calendar: {
    note: 'Entered by the system administrator, approved by the security administrator; running deadlines are then reckoned by the new calendar.', years: 'Plans of the years', version: 'Calendar version {version}', provisional: 'provisional', edit: 'Change',
    rest: 'Days off', work: 'Weekend days that are worked', basis: 'Paper it rests on, with its number', holiday: 'Name', first: 'First day', last: 'Last day', remove: 'Remove', add_rest: 'Another holiday',
    work_day: 'Working day {no}', add_work: 'Another working day', year: 'year {year}',
  },
  audit: {
    lists: 'Kinds of entries', acts: 'Acts', sign_ins: 'Sign-ins', administrators: 'Administrators', refusals: 'Refusals', verifications: 'Verifications', actor: 'Name or user name', type: 'Type (e.g. contract.)',
    first_day: 'From', last_day: 'To', object_id: 'Id of the object', at: 'Time', what: 'Type', who: 'Who', from_where: 'Address', object: 'Object', content: 'Content', none: 'No entries match',
    system: 'System', export: 'Export', export_reason: 'What for (required; the export is recorded)', exporting: 'Exporting…', act_for: 'for {name}', hidden: 'content of contracts is not shown',
  },
  handover: {
    title: 'Handover', pool: 'Pool', mine: 'For me', given: 'From me', ended: 'Ended', none_pool: 'The pool is empty', none_mine: 'Nothing waits for you', none_given: 'You handed nothing over',
    none_ended: 'No ended handovers', contract: 'Contract', from: 'From', to: 'To', cause: 'Cause', opened: 'Opened', assign: 'Assign', assign_all: 'Assign all to', reassign: 'Assign to another',
    take_over: 'Take over', decline: 'Decline', withdraw: 'Withdraw', choose: 'Choose the officer', reason: 'Note (required)', decline_reason: 'Why not (required)', offer: 'Hand over', offer_all: 'Hand over all of mine',
    offer_note: 'Until it is taken over the contract stays yours.', under_way: 'Being handed over: {from} → {to} ({state})', nobody: 'nobody yet', left: '{count} left by {name}',
  },
  delegation: {
    title: 'Deputies', new: 'New deputy', absent: 'Away', deputy: 'Deputy', posts: 'Posts', first_day: 'From', last_day: 'To', reason: 'Reason (required)', state: 'State', planned: 'planned',
    running: 'running', over: 'over', create: 'Delegate', end: 'End now', none: 'No deputies', choose: 'Choose', note: 'A deputy acts in the posts of the one who is away; both are recorded, and the limits of both apply.',
    nobody: 'No posts to lend, or nobody who could fill in', acted_for: 'for {name}', ended_on: 'ended on {day}',
  },
  participants: {
    tab: 'Participants', invite: 'Invite', recuse: 'Recuse', invited: 'Invited', recused: 'Recused', none_invited: 'Nobody is invited', none_recused: 'Nobody is recused', person: 'Person', until: 'Until',
    reason: 'Reason (required)', end: 'End', ended: 'ended', lift: 'Lift', lifted: 'lifted: {why}', lift_reason: 'Why (required)', myself: 'Myself', who: 'Who keeps out', by: 'recorded by {name}, {day}',
    handover: 'Handover', no_handover: 'No handover under way', choose: 'Choose', invite_note: 'Whoever is invited may read this contract and comment on it until that day, and sees no other.', recuse_note: 'Whoever keeps out is not named and does not act on this contract; a review under way goes to another reviewer.',
  },
}
