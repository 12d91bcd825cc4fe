/** Texts about what happens to a contract after its signature. */
export const performanceTabs = { tab_family: 'Amendments' }

export const performanceEvents = {
  contract_derived: 'Opened a supplement, change or renewal', amendment_justified: 'Stated the ground for passing the cap',
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
}
