/** Deciding, sealing, signing and filing. */
export default {
  proof: {
    choose: 'Choose an attachment or evidence', none: 'No attachment yet, upload one', upload: 'Upload a file', minutes: 'Minutes of the meeting (an attachment)', ruling_minutes: 'Minutes of the ruling (an attachment)',
    ruling_note: 'After an override the contract may be signed, and stays on the list “signed against advice”.', unit_says: 'The unit says: {reason}', signed_as: 'Signs as', authority: 'Letter of authority of {party}', late: 'This is after the limit of {due} that runs from the award. It can be recorded with a reason, and the mark “signed late” stays.',
    decisions: 'Decisions and rulings', opened: 'Minutes', letter: 'Letter of authority',
  },
  seals: { title: 'Use of seals', which: 'Seals used', keeper: 'Keeper of the seals', copies: 'Copies sealed', recorder: 'Recorded by', count: '{count} copies' },
  marks: { title: 'Signings to look at', note: 'Signings to look at' },
}
