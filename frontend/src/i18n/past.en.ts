/** Texts about contracts entered after they were signed, corrections, imports of old ledgers, batches and copies. */
export default {
  existing: {
    note: 'What is signed already can be entered at any time, with the reason; nothing is refused for being late', why: 'Why it is entered only now',
    origin_UNREVIEWED: 'It should have been reviewed before signing and was not; marked as such and counted in the coverage',
    origin_EMERGENCY: 'Signed first in an emergency; the rules say whether a review was needed', origin_HISTORIC: 'Signed before the platform was there, or handled elsewhere',
    sign_date: 'Signing date', state: 'As it stands now', paper_no: 'Number it bears (if any)', reason: 'Reason for entering it late (required)',
    earlier_review: 'Review before signing (number or description; leave empty if none)', copy: 'Choose the signed copy (a scan will do)',
    copy_hint: 'Parties, amount and term are read from it for you to check; nothing is typed again', send: 'Enter and read the copy',
    calm: 'Filing periods run from the signing date; what is overdue is shown as it is and stops nothing.',
    entered: 'Entered. Check the facts read from the signed copy; once confirmed, its route and its filings are known.',
    unread: 'The signed copy is kept, but no text could be read. Fill in the facts by hand; the copy can be opened at any time.', marked: 'Signed on {day}, entered afterwards.',
    paper_no_is: 'Number on paper: {no}.', reviewed_as: 'Reviewed before signing: {review}.', spared: 'Before the platform, no filing required.', because: 'Entered by {name}: {reason}', unconfirmed: 'The facts are not confirmed yet.',
    confirm: 'Check and confirm the facts', mark: 'Origin', any: 'Any origin',
  },
  metric: {
    title: 'What the figures mean', name: 'Figure', value: 'Value', formula: 'Formula', COUNTED: 'Counted', DUE: 'Measured', MISSING: 'Missing',
    drill: 'Each number opens its contracts', of_coverage: 'Review coverage',
    of_review_on_time: 'Reviewed in time', of_review_cycle: 'Review cycle', of_adoption: 'Adoption', of_end_to_end: 'End to end', of_filed_on_time: 'Filed on time', WORKING_DAYS: '{days} working days', DAYS: '{days} days', items: '{counted} of {all} items',
  },
  backlog: {
    title: 'Old stock', note: 'What was overdue before the platform was there and is still open: listed once here instead of an alert each; it leaves the list when settled.',
    none: 'There is no old stock', contract: 'Contract', items: 'To be settled', due: 'due {day}',
  },
  ledger_import: {
    title: 'Import an old ledger', note: 'Contracts signed before the platform, from an Excel ledger in one go: marked as historic, filed nowhere, watched from now on', template: 'Template',
    template_name: 'ledger-template.xlsx', unit: 'Without a column for the unit they belong to', choose: 'Choose the ledger (xlsx)',
    hint: 'Use the ledger as it is: headings are found and known by their names; 5000 rows at most, no formulas', checking: 'Uploading and checking',
    done: '{count} contracts imported; {known} rows were in the platform already and were not entered again.', open: 'Open in the ledger',
    secrecy: 'I declare that the ledger holds no state or work secrets and may be handled here', run: 'Import {count} contracts', mend_first: 'Correct what is listed above and choose the file again.',
    nothing_new: 'There is nothing new to import.', found: 'Sheet “{sheet}”, headings in row {row}, {rows} contracts', unused: 'not used: {heading}', faults: '{count} faults; all of them have to be corrected first',
    more: '{count} more, told when checked again.', faultless: 'Checked, no faults', known: '{count} rows are in the platform already (number, name, party, day) and are passed over', known_rows: 'Rows: {rows}',
    doubts: '{count} things to look at; they stop nothing', sample: 'What will be imported (first 20 rows)', row: 'Row',
  },
  correction: {
    note: 'What was recorded wrongly on a signed contract is corrected by two people: one asks with a proof, another one confirms. The old value stays, deadlines are reckoned anew.',
    ask: 'Ask for a correction', corrected: '{count} facts on this page were corrected; the old values stand under', none: 'No corrections', which: 'What is wrong', choose: 'Choose', after: 'The right value', after_yuan: 'The right amount (yuan)', reason: 'Reason (required)',
    choose_proof: 'Choose the proof (required)', proof_hint: 'A corrected page, a bank receipt, a published notice; kept with the contract', send: 'Send', because: 'Reason: {reason}', proof: 'Proof',
    asked: 'asked by {name} on {day}', by_CONFIRMED: 'confirmed by {name} on {day}', by_REJECTED: 'rejected by {name} on {day}', by_WITHDRAWN: 'withdrawn by {name} on {day}', answer: 'Answer: {note}',
    moved: 'Deadlines were reckoned anew; check the plan', nothing: '(none)', undone: 'this filing is undone', reject_note: 'Reason for rejecting', act_confirm: 'Confirm', act_reject: 'Reject', act_withdraw: 'Withdraw',
  },
}

export const events = {
  contract_correct: 'Corrected', correction_asked: 'Correction asked for', correction_reject: 'Correction rejected', correction_withdraw: 'Correction withdrawn',
  contract_imported: 'Imported from an old ledger',
  ledger_imported: 'Ledger imported',
  contract_register_existing: 'Entered after signing',
}

export const tabs = { tab_corrections: 'Corrections' }

export const subjects = { subject_entry: 'Confirm the facts', subject_correction: 'Confirm a correction' }
