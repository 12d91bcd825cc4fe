/** Texts about pages: scans being recognised, words that are doubtful, pages beside the text. */
export default {
  pages: {
    redrawn: 'This OFD page is redrawn from where its words stand and shows the text only; download the original for pictures, seals, lines and running headers.',
    pane: 'Pages of the original', recognised: 'recognised', unread: 'could not be read: {reason}', doubt: 'recognised with {percent}% confidence; compare with the original',
    queued: 'Waiting to be read', reading: 'Reading the text', recognising: 'Recognising page {page} of {total}', analysing: 'Recognised; looking for clauses and risks',
    recognising_note: 'Scans are recognised page by page, some seconds each. You may leave this page; an interrupted scan goes on where it was.',
    failed: 'Pages {pages} could not be read; the others go on', unread_pages: 'Pages that could not be read: {pages}. Nothing on them was checked; review them by hand',
    doubts: '{count} doubtful words are underlined with dots; compare them with the original', next_doubt: 'Next ({at}/{count})',
  },
}
