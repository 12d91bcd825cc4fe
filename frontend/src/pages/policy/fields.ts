/** Which field of a value is entered how. */
export const numeric = new Set(['days', 'count', 'copies', 'years', 'percent', 'value', 'from_yuan'])
export const switches = new Set(['only_procurement', 'only_major', 'registered_only'])
export const wide = new Set(['text', 'rule', 'title', 'template', 'usual_reasons', 'label'])

const kinds: Record<string, string> = {
  reaction: 'Reaction', to: 'Addressee', need: 'MaterialNeed', target: 'FilingTarget', tier: 'Tier',
}
const listed: Record<string, { prefix: string; values: string[] }> = {
  unit: { prefix: 'policy.unit', values: ['working', 'natural'] },
  every: { prefix: 'policy.every', values: ['month', 'quarter', 'half_year', 'year'] },
  source: { prefix: 'policy.source', values: ['FILES', 'DRAFT', 'INQUIRIES', 'CONSULTATIONS', 'UNIT_REVIEW'] },
  kind: { prefix: 'policy', values: ['kind_RECEIVED', 'kind_REGISTERED'] },
}

interface Words {
  t: (key: string) => string
  te: (key: string) => boolean
  members: (kind: string) => { value: string; label: string }[]
}

/** What a field is chosen from; null where it is typed. Procedural periods count in months and years, too. */
export function choicesOf(section: string, name: string, words: Words): { value: string; label: string }[] | null {
  const kind = kinds[name]
  if (kind) return words.members(kind)
  const list = listed[name]
  if (!list) return null
  const values = name === 'unit' && section.startsWith('disputes.') ? [...list.values, 'months', 'years'] : list.values
  return values.map((value) => ({ value: value.replace(/^kind_/, ''), label: words.t(`${list.prefix}.${value}`) }))
}

/** Whether a field may be left empty: no number of copies, for ever, without limit, every tier. */
export function optional(section: string, name: string): boolean {
  if (name === 'copies' || name === 'tier') return true
  if (name === 'years') return section !== 'keeping.transfer'
  if (section === 'opinion_validity') return name === 'days'
  return section.startsWith('reports.') && ['days', 'by'].includes(name)
}
