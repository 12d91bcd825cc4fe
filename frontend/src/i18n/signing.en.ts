/** Deciding, sealing, signing and filing. */
export default {
  proof: {
    choose: 'Choose an attachment or evidence', none: 'No attachment yet, upload one', upload: 'Upload a file', minutes: 'Minutes of the meeting (an attachment)', ruling_minutes: 'Minutes of the ruling (an attachment)',
    ruling_note: 'After an override the contract may be signed, and stays on the list “signed against advice”.', unit_says: 'The unit says: {reason}', signed_as: 'Signs as', authority: 'Letter of authority of {party}', late: 'This is after the limit of {due} that runs from the award. It can be recorded with a reason, and the mark “signed late” stays.',
    decisions: 'Decisions and rulings', opened: 'Minutes', letter: 'Letter of authority',
  },
  seals: { title: 'Use of seals', which: 'Seals used', keeper: 'Keeper of the seals', copies: 'Copies sealed', recorder: 'Recorded by', count: '{count} copies' },
  filings: {
    number: 'Number', receipt: 'Receipt', proof: 'Proof', proof_file: 'Proof (receipt, announcement, transfer slip; required)', done_FINANCE: 'Reported', done_PUBLICATION: 'Published', done_BID_BOND: 'Given back', done_ARCHIVES: 'Delivered',
  },
  compare: {
    signatures: 'Digital signatures in the file', offline: 'Checked offline as of the upload; revocation is not looked up.', signer: 'Signer', issuer: 'Issuer', signed_at: 'Time claimed', verdict: 'Result',
    title: 'Signed copy against the reviewed text', reviewed_text: 'Reviewed text', reviewed: 'reviewed', signed: 'signed', hints: 'These read differently in the two texts: look closely (hints only, people decide)',
    no_hints: 'Amount, parties and term read the same; the whole text still has to be compared.', unread: 'One of the texts could not be read; compare the originals clause by clause.', differs: 'It differs…',
    differs_note: 'Once stated, this copy is neither confirmed nor signed nor filed, until the right copy is uploaded or whoever reviewed reviews it again.', kind: 'What', place: 'Where (e.g. article 2)', more: 'One more', state: 'State the differences', known: 'The signed copy differs from the reviewed text:',
    stated: 'Stated by {name} on {at}.', overcome: 'Overcome by another copy or another approved text.', way: 'Ways out: upload the right copy and have two people compare it, or “review again” by whoever reviewed; once signed, the reviewer reviews it again.',
    place_start: 'start', place_end: 'end', place_signed: 'day of signing',
  },
  marks: { title: 'Contracts to look at', note: 'Contracts to look at' },
}
