/** Texts about official documents and their templates. */
export const paperTabs = { tab_papers: 'Papers' }

export const paperEvents = { paper_issued: 'Document issued', paper_printed: 'Files of a document made', paper_voided: 'Document void, its act was taken back' }

export const paperMenu = { forms: 'Templates' }

export default {
  forms: {
    note: 'Every document is a Word template filled in. Take the template in force, change it in Word and upload it; the security administrator approves it, and what was issued stays as it is.',
    shipped: 'The template that ships', own: 'Own template: {file}', since: 'in force since {at}', download: 'Take the template', try: 'Preview (sample)', replace: 'Replace', restore: 'Restore',
    choose: 'Choose the changed template (docx)', first: 'Choose a file first', placeholders: 'Placeholders ({count})', placeholder: 'Placeholder', meaning: 'Meaning', example: 'Example',
    list: 'list', how: 'A value is {value}; a list stands between two lines of logic, in a table {rowStart} … {rowEnd}, in text {parStart} … {parEnd}; under a condition {ifStart} … {ifEnd}. No other language, macros, links, pictures, text boxes or automatic numbers.',
  },
  papers: {
    issued: 'Issued documents', previews: 'Documents to look at before', form: 'Document', number: 'Number', day: 'Issued', by: 'By', files: 'Files', mark: 'Digest of the content',
    print: 'Print (PDF)', word: 'Word file', internal: 'Internal', voided: 'Void (taken back)', times: 'No. {no}', none: 'Nothing issued yet; acceptance, supplement, sign-off and filing issue their documents.',
    note: 'A document is issued by the act itself and never changes afterwards; every download is the same file. Sign and seal the print where needed.',
    preview_note: 'A preview has no effect; every page says so.', no_pdf: 'No PDF: {reason}', preview: 'Preview', of_filing: 'Filing: {target}',
    preview_opinion: 'Preview the opinion', preview_hint: 'Made from what is written now; nothing is kept',
  },
}
