/** Texts about what happens to a contract after its signature. */
export const performanceTabs = { tab_family: 'Amendments', tab_disputes: 'Disputes' }

export const performanceMenu = { disputes: 'Disputes' }

export const performanceEvents = { dispute_open: 'Recorded a dispute', dispute_add_stage: 'Added a step', dispute_meet: 'Met a deadline', dispute_end_stage: 'Entered a result', dispute_interrupt: 'Limitation interrupted', dispute_resolve: 'Resolved a dispute', dispute_reopen: 'Reopened a dispute', obligation_planned: 'Made a plan of obligations', obligation_pay: 'Entered a payment', obligation_cancel_payment: 'Cancelled a payment', contract_derived: 'Opened a supplement, change or renewal', amendment_justified: 'Stated the ground for passing the cap',
}

export default {
  family: {
    none: 'No supplements, changes, renewals or call-offs', member: 'Contract', relation: 'Relation', money: 'Effect on the amount', term: 'Term',
    why: 'Reason and clauses', not_counted: 'Not signed, not counted', total: 'Amount now', original: 'Original amount', added: 'Added by supplements',
    cap: 'Legal cap ({percent} % of the original)', over: 'Over the legal cap', pending: 'Supplements under way', ceiling: 'Ceiling of the framework',
    called: 'Called off', left: 'Left', end: 'Term ends now', start: 'Open', start_SUPPLEMENT: 'Supplement', start_CHANGE: 'Change', start_RENEWAL: 'Renewal',
    start_CALL_OFF: 'Call-off', start_TERMINATION: 'Termination agreement', name: 'Name (optional)', reason: 'Reason', clauses: 'Clauses and what changes',
    bearing: 'Relation to the original', bearing_hint: 'What stays in force, and which text prevails', draft: 'Choose the text', next: 'Open and read the text',
    effect: 'Effect on the amount', parts: 'What this agreement says', basis: 'Lawful ground', state_basis: 'State the ground',
    basis_hint: 'More than {percent} % of the original is added; the law forbids signing unless the head of the unit states the lawful ground',
    basis_stated: 'Ground stated by {name}: {basis}', without_text: 'The agreement is open, its text was not uploaded; do so under its files.',
  },
  payment: {
    plan: 'Make a plan', plan_note: 'For rents, monthly fees and the like; rest days move on to working days. Preview first, then create',
    first: 'First due on', last: 'Last not after', every: 'Every', months: '{count} months', rate: 'Owed per day of delay (%)',
    rate_hint: 'For 0.05 % a day enter 0.05; leave empty if nothing was agreed', preview: 'Preview', create: 'Create {count}', total: '{amount} in all',
    due_as: 'Agreed {agreed}, moved to {due}', provisional: 'Holidays not announced, provisional', paid: '{amount} paid', left: '{amount} open',
    late: '{days} days late', interest: '{amount} for delay', voucher: 'Voucher no.', parts: 'Payments entered', cancel: 'Cancel', cancelled: 'Cancelled: {reason}',
    imported: 'imported', amount: 'Amount of this payment', sme: 'The other side is a small or medium firm: the period counts from delivery or acceptance',
    delivered: 'Delivered or accepted on', agreed_days: 'Days agreed (30 if empty, 60 at most)',
  },
  dispute: {
    open: 'Record a dispute', none: 'No disputes', title: 'Name', cause: 'What it is about', opponent: 'Other side', nature: 'Nature', position: 'Our position',
    claim: 'Amount in dispute (CNY)', arisen: 'Day from which limitation counts', limitation: 'Limitation ends', add_stage: 'Add a step', kind: 'Step',
    forum: 'Before whom', case_no: 'Case number', begun: 'Begun on', period: 'What was served gives time for', no_period: 'No legal period', served: 'Served on',
    days: 'Or days set by the forum', days_basis: 'On what basis', deadline: 'Deadline', meet: 'Done', met: 'Done on {day}', end_stage: 'Enter the result',
    ended: 'Ended on {day}', interrupt: 'Limitation interrupted', interrupt_hint: 'How (demand, promise to perform …)', resolve: 'Resolve', reopen: 'Reopen',
    outcome: 'Outcome', paid: 'Paid or recovered (CNY)', result: 'Result', done_on: 'Day', paper: 'Document', paper_first: 'Upload the judgment or settlement first',
    list: 'Disputes', by_state: 'State', by_stage: 'Step', text: 'Contract or case number', export: 'Export', contract: 'Contract', stage: 'Now before',
    nearest: 'Nearest deadline', all: 'All', opened: 'Recorded',
  },
}
