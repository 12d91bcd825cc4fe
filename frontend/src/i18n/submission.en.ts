/** Texts about what goes with a contract for review: materials, due diligence, consulted units, urgency. */
export const submissionTabs = { claimed_exemption: 'Why it is claimed to be exempt', tab_submission: 'Materials' }

export const submissionTasks = { subject_urgency: 'Request for urgency' }

export const submissionFields = {
  funding_source: 'Source of funds', budget_item: 'Budget item', procurement_no: 'Procurement number', public_interest: 'Of major public interest', authorised: 'Authorised or approved by the government',
  exemption: 'Exemption from review', exemption_reason: 'Why it applies (required)',
}

export const submissionEvents = {
  material_set: 'Material given', inquiry_stated: 'Due diligence stated', consultation_stated: 'Consulted units stated', urgency_ask_urgency: 'Urgency asked for',
  urgency_confirm_urgency: 'Urgency agreed to', urgency_refuse_urgency: 'Urgency refused', urgency_withdraw_urgency: 'Request for urgency withdrawn',
}

export const submissionSteps = {
  step_materials: 'Materials', materials_note: 'Listed by the kind of contract and saved as you go; leave and come back any time', to_precheck: 'To the pre-check', back_to_materials: 'Change materials', give_materials: 'Give materials',
  materials_missing: '{count} materials are missing', route_FORWARDED: 'Reviewed by the unit, forwarded by the government office, then reviewed by the bureau.', circumstances: 'Circumstances (tick what is true)', no_exemption: 'None',
  duplicates: '{count} possible duplicates', no_duplicates: 'No contract in your sight has the same file, the same name and counterparty, or the same counterparty and amount',
}

export default {
  submission: {
    materials: 'Materials for review', missing: '{count} missing', complete: 'Complete', more: 'Show {count} that are not asked for', less: 'Only what is asked for', no: 'No.', item: 'Material', standing: 'Standing', given: 'Given',
    unconfirmed: 'unconfirmed', lacking: 'Lacking: {names}', later: 'Given at the review', from_draft: 'The draft itself', from_review: 'Given by the unit’s legal officer when it passes', from_inquiries: 'Stated under due diligence below',
    from_consultations: 'Stated under consulted units below, or say why it does not apply', excused: 'Not applicable: {reason}', take_back: 'Take back', excuse: 'Not applicable…', excuse_named: '“{title}” is not applicable', excuse_send: 'It does not apply',
    reason: 'Why it does not apply (required)', reason_for: 'Why “{title}” does not apply', upload: 'Upload', upload_for: 'Upload: {title}', pick: 'Use a file that is there', pick_for: 'Use a file that is there: {label}', file: 'File',
    fixed: 'The contract has been sent; materials change when it is returned or a supplement is asked for.',
    inquiries: 'Due diligence', new_inquiries: 'State due diligence', edit_inquiries: 'Change', no_inquiries: 'Nothing stated yet. One entry for each counterparty: results, conclusion and proof.', party: 'Party looked into', queried_on: 'Queried on',
    conclusion: 'Conclusion', choose: 'Choose', registration: 'Registration', credit: 'Credit record', dishonesty: 'Dishonest debtors', findings: 'What was found', findings_hint: 'Say what was found and what is done about it', proof: 'Proof (screenshots, licences)',
    proof_of: 'Proof: {name}', all_normal: 'Nothing found in all three', add_party: 'Add a party', unfinished: 'unfinished', by: 'by {name} · {day}', save: 'Save',
    consultations: 'Consulted units', new_consultations: 'State consulted units', edit_consultations: 'Change', no_consultations: 'None stated. Written opinions of finance, sector and other offices are stated here.', unit: 'Consulted unit',
    unit_hint: 'e.g. the finance office', answered_on: 'Answered on', opinion: 'Opinion', adopted: 'Adopted', why_not: 'Why not in full', letter: 'Written opinion', letter_of: 'Written opinion: {name}', add_unit: 'Add a unit',
    earliest: 'Sent now, it can be signed from {day}', too_early: 'Planned for {day}: too little time for the review. Plan a later day or ask for urgency.', in_time: 'Planned for {day}: enough time.', reckoning: 'How it is reckoned',
    sent_now: 'Reckoned as sent on {time}.', after_cut_off: 'After the cut-off at {cut_off}, or on a rest day: received on {day}.', received: 'Before the cut-off at {cut_off}: received on {day}.',
    counted_working: '{days} working days from the day after {day}, to {earliest}.', counted_natural: '{days} days from the day after {day}, to {earliest}.', provisional: 'It crosses a year whose holiday plan is not published and may move.',
    urgency: 'Urgency', urgency_note: 'With too little time, ask the head of the unit to agree to urgency; no step of the review is skipped.', urgency_reason: 'Reason (required to ask or to refuse)', urgent_for: 'Planned for {day}',
    asked: 'asked by {name}, {time}', decided: 'decided by {name}, {time}',
  },
}
