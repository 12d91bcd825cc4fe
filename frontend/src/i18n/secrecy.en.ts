/** Files that bear a secrecy mark. */
export default {
  quarantine: {
    title: 'Files with secrecy marks', none: 'No file is set apart', unit: 'Handling unit', file: 'File', marks: 'Mark', found: 'Found', state: 'State', acts: 'Decide',
    size: '{kind}, {size}', by: 'uploaded by {name}', asked: '{name} asks: {reason}', decided: 'decided by {name}', open_contract: 'Contract', reason: 'Reason',
    note: 'These files bear a secrecy mark and are closed to everybody; no text of them is kept. Ask for erasure where they are secret, for release where the mark is none. One person asks, another agrees; whoever uploaded the file does neither.',
    warn_purge: 'Erasing removes the file, its text, remarks and search words for good; the trace keeps its hash, its size, who and why.',
    act_request_purge: 'Ask for erasure', act_request_release: 'Ask for release', act_approve: 'Agree', act_reject: 'Reject', act_withdraw: 'Withdraw the request',
    notice: 'Possibly secret, set apart', notice_files: 'Files: {files}',
    notice_way: 'State secrets are not handled here. Stop uploading and forwarding the file and tell the head of your unit; the head and the security administrator decide together whether it is erased or released. Withdraw a secret contract and handle it offline; a released file is read without further ado.',
    purged: 'File erased', purged_way: 'The file was erased. Upload a text that is not classified; secret contracts are not handled here.',
  },
}
