/** Texts about the archive. */
export const archiveEvents = { archive_exported: 'Package or review file downloaded' }

export default {
  archive: {
    title: 'Four properties', note: 'Looked at before archiving. What failed keeps a contract from the archive; what is noted is for a person to look at.', property: 'Property', check: 'Check', result: 'Result', found: 'Found',
    package: 'archive package', review_file: 'review file', download: 'Download the {name}', verify: 'The zip brings its own verifier: a change in any file is found, without this platform.', later: 'The package can be downloaded here once the contract is archived.',
    field_contract_no: 'Contract number', field_sign_date: 'Signing date', field_parties: 'Parties', field_signed_version_id: 'No signed copy', field_name: 'Name', field_category: 'Category',
  },
}
