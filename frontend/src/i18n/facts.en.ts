/** Texts about facts read from a contract's text, and what people say of them. */
export const factEvents = { fact_judged: 'Fact judged' }

export const categories = {
  parties: 'Parties', recitals: 'Recitals', definitions: 'Definitions', contract_documents: 'Contract documents', subject_matter: 'Subject matter', quantity: 'Quantity', quality: 'Quality',
  price: 'Price', payment: 'Payment', tax_invoice: 'Tax and invoices', term: 'Term', place_method: 'Place and manner', delivery: 'Delivery', acceptance: 'Acceptance', warranty: 'Warranty',
  performance_bond: 'Performance bond', retention: 'Retention', rights_obligations: 'Rights and obligations', service_level: 'Staff and service level', change: 'Changes',
  assignment_subcontract: 'Assignment and subcontracting', ip: 'Intellectual property', confidentiality: 'Confidentiality', data_security: 'Data security', safety_labour: 'Safety and wages',
  insurance: 'Insurance', liability: 'Liability', force_majeure: 'Force majeure', termination: 'Termination', supervision: 'Supervision', anti_corruption: 'Anti-corruption',
  exclusivity_incentive: 'Exclusivity and incentives', notices: 'Notices', governing_law: 'Governing law', dispute_resolution: 'Disputes', effectiveness: 'Effectiveness',
  counterparts: 'Counterparts', entire_agreement: 'Entire agreement', annexes: 'Annexes', signature_block: 'Signatures',
}

export default {
  fact: {
    tab: 'Facts', look: 'Check every fact read from the text', note: 'Click a fact to see where it stands in the text and on the page. Risk checks and proposed obligations use what people confirm; the machine’s reading stays beside it.',
    waiting: 'Saved. Risks are being checked again on what was confirmed; this page follows by itself.', other: 'These are the facts of the current text; you have another file open, so places cannot be shown.', open_current: 'Open the current text',
    all: 'All', open: 'To check', done: 'Checked', attention: 'Look again', read: 'Read', used: 'Used', nothing: '(not read)', absent: 'Not read ({count}), to be supplied', none_held: '(none)', unsure: '{percent}% sure', registered: 'Registered: {value}', registered_none: 'Not filled in at registration',
    registered_differs: 'Differs from the register.', registered_how: 'Ask for a correction of a signed contract; under review the handler amends and confirms the facts again.', differs: 'When it was checked the machine read “{then}”, now it reads “{now}”. The person’s answer stands; please look again.', gone: 'These words are not in the text any more; this answer is not used.',
    said_approved: 'Approved', said_rejected: 'Rejected', said_corrected: 'Corrected', by: '{name}, {time}', approve: 'Approve', reject: 'Reject', correct: 'Correct', right: 'Right value', yuan: 'Right amount (yuan)', percent: 'Right share (%)', code: '18-character code', reason: 'Reason', reason_needed: 'Reason (required)',
    save: 'Save', wrong_amount: 'Write an amount such as 1280000.00', choose: 'Choose', nobody: 'No such facts', clauses: 'Clause categories', yuan_value: '{amount} yuan', percent_value: '{value}%',
  },
  fact_field: {
    title: 'Title', contract_number: 'Contract number', term: 'Term as agreed', amount: 'Amount', signed: 'Signed on', start: 'Term begins', end: 'Term ends', dispute_method: 'Disputes', dispute_body: 'Court or arbitral body',
    direction: 'Direction of money', party_name: 'Party', uscc: 'Credit code', address: 'Address', legal_representative: 'Legal representative', payment_percent: 'Share paid', payment_amount: 'Sum paid',
    payment_trigger: 'Paid when', payment_due: 'Paid within', payment_due_date: 'Paid on', clause_category: 'Clause category',
  },
  fact_choice: { arbitration: 'Arbitration', court: 'Court', both: 'Both', payable: 'Payable', receivable: 'Receivable', none: 'Not agreed', ...categories },
}
