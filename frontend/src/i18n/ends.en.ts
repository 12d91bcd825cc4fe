/** Texts about how contracts end. */
export const endTabs = { tab_ends: 'End' }

export const endEvents = {
  term_end_recorded: 'End of the term seen to', settlement_opened: 'Settlement opened', settlement_agree: 'Settlement agreed', settlement_close: 'Settlement closed', settlement_return: 'Settlement returned', evaluation_created: 'Performance evaluated',
}

export default {
  ends: {
    none: 'No suspension, rescission, judgment, settlement or evaluation yet.', choose: 'Choose', score: '{score} points', no_amount: 'Enter an amount such as 36,000.00', accepted_on: 'Accepted (settled) on', completion_paper: 'Report of acceptance or proof of settlement',
    ground: 'Ground', from_on: 'From', until_on: 'Expected to resume on', estimate: 'Expected loss (yuan)', end_paper: 'Notice, agreement or decision', ended_on: 'Rescinded on', owed_by: 'Who owes', amount: 'Amount (yuan)',
    outcome: 'Outcome', forum: 'Court or body', case_no: 'Case number', decided_on: 'Decided on', judgment_paper: 'Judgment', due_on: 'Due on', terms: 'Terms', done_on: 'Settled on', settlement_paper: 'Proof of payment or settlement',
    return_reason: 'Reason', way: 'What became of it', disposal_paper: 'Proof of recovery or reletting', disposal_note: 'What was done', renewal: 'Renewal', no_renewal: 'There is no signed renewal; begin one on the tab of related contracts.',
    suit: 'Suit or arbitration', no_suit: 'There is no dispute before a court; enter it on the tab of disputes.', lease_end: 'The term ends on {day}', not_disposed: 'Not seen to', dispose: 'Record what became of it',
    dispose_why: 'At the end of its term a lease is renewed, recovered, relet or sued over (Civil Code art. 734); before that the contract cannot be completed.', suspensions: 'Suspensions', open_end: 'open', judgments: 'Judgments', settlements: 'Settlements',
    settle_agree: 'Agree', settle_close: 'Close', settle_return: 'Return', closed: 'closed on {day}', evaluations: 'Evaluations', evaluate: 'Evaluate', quality: 'Quality', timeliness: 'Timeliness', service: 'Service', grade: 'Grade',
    evaluation_text: 'In words', scores: 'Quality {quality} · timeliness {timeliness} · service {service}',
  },
}
