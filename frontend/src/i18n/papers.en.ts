/** Texts about official documents and their templates. */
export const paperTabs = { tab_papers: 'Papers' }

export const paperEvents = { paper_issued: 'Document issued', paper_printed: 'Files of a document made', paper_voided: 'Document void, its act was taken back' }

export default {
  papers: {
    issued: 'Issued documents', previews: 'Documents to look at before', form: 'Document', number: 'Number', day: 'Issued', by: 'By', files: 'Files', mark: 'Digest of the content',
    print: 'Print (PDF)', word: 'Word file', internal: 'Internal', voided: 'Void (taken back)', times: 'No. {no}', none: 'Nothing issued yet; acceptance, supplement, sign-off and filing issue their documents.',
    note: 'A document is issued by the act itself and never changes afterwards; every download is the same file. Sign and seal the print where needed.',
    preview_note: 'A preview has no effect; every page says so.', no_pdf: 'No PDF: {reason}', preview: 'Preview', of_filing: 'Filing: {target}',
    preview_opinion: 'Preview the opinion', preview_hint: 'Made from what is written now; nothing is kept',
  },
}
