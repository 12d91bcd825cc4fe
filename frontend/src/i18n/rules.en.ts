/** The rule desk: catalogue, law, hits, overturn rate, suspension, trial runs. */
export const rulesMenu = { rules: 'Rules' }

export default {
  rules: {
    note: 'Every contract is checked by these rules. What was not checked says why and never counts as clear.', find: 'Name, code or law', any_severity: 'Any level', any_state: 'Any state', any_class: 'Any class of contract', any_stance: 'Whoever is protected',
    severity: { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' }, stance: { GOVERNMENT: 'Protects the government side first', COUNTERPARTY: 'Protects the other side first', BOTH: 'Both sides and the public' },
    state: { active: 'In use', suspended: 'Suspended', pending: 'Waiting for approval', no_law: 'No law in force', with_parameters: 'With parameters' },
    count: '{shown} of {total}', none: 'No rule fits; widen the filters', rule: 'Rule', level: 'Level', hits: 'Hits', overturn: 'Overturned', status: 'State', laws: 'Law',
    hit_words: '{findings} in {contracts} contracts', no_hits: 'No hits', unjudged_only: 'Nobody has judged', counted: 'Hits are counted over texts that were read ({counted} now, at most the newest {most}). Overturned = rejected ÷ (adopted + rejected); what is not judged does not count.',
    back: 'Back to the catalogue', suspended: 'Suspended since {since} (request {number}): {reason}. Until it is resumed every contract says that this rule could not be checked.',
    basis: 'Law', law: 'Law', article: 'Article', from: 'From', to: 'To', holds: 'In force', past: 'Not in force', provenance: 'Source', provenance_of: { V: 'Full text read', VP: 'Excerpt read', M: 'From memory, not verified' }, always: 'Not stated',
    message: 'Message', suggestion: 'Suggested wording', positive: 'Sentences that must fire', negative: 'Sentences that must not fire', applies: 'Applies to', all_contracts: 'All contracts', protects: 'Protects', tested: 'These sentences are tested before every release.',
    verdicts: 'What reviewers made of it', adopted: 'Adopted', rejected: 'Rejected (overturned)', unjudged: 'Not judged', formula: 'Overturned = {rejected} ÷ ({adopted} + {rejected}) = {rate}', formula_none: 'Nobody has judged yet, so there is no rate',
    parameters: 'Parameters', parameter: 'Parameter', value: 'Value', source: 'Source', shipped: 'Shipped: {value}', source_of: { profile: 'Policy', limit: 'Legal limit of the policy', shipped: 'Shipped' },
    name_of: { percent: 'Share (%)', days: 'Days', daily: 'Daily penalty (%)', daily_high: 'Daily penalty, grave (%)', lump: 'Lump penalty (%)', years: 'Years', years_without_budget: 'Years without a budget', years_state_assets: 'Years for state assets' },
    contracts: 'Contracts it fired in', seen: 'It fired in {everywhere} contracts; you may see {total}', open: 'Open the text',
    try: 'Trial run', try_note: 'Checks texts that were read with another value: what would appear, vanish or change. It only reads; a change is published as a new version of the policy.', try_value: 'Value to try', run: 'Run', running: 'Running, {tried} checked…', stop: 'Stop', more: 'Go on',
    stopped: 'Stopped: {tried} checked, others were not', limited: '{tried} checked, the most of one run; others were not', finished: 'Done: {tried} checked, {changed} would be otherwise, {left} could not be tried', from_to: '{before} → {after}',
    appeared: '{count} would appear', vanished: '{count} would vanish', changed: '{count} would change', verdict_changed: 'The result would turn from “{before}” to “{after}”', not_tried: 'Could not be tried ({count})', unnumbered: 'No number', publish: 'Change it in the policy',
    verdict: { found: 'Found', clear: 'Clear', not_applicable: 'Not applicable', could_not_be_checked: 'Could not be checked' }, ask_suspend: 'Ask to suspend', ask_resume: 'Ask to resume', who: 'Asked for by a system administrator, approved by the security administrator.', profile: 'Parameters of {profile}, engine {engine}',
  },
}
