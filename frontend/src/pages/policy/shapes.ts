import type { Fields, Json } from '@/api/policy'

/** A value says where it comes from, by itself or in its period (a filing target). */
export const isRecord = (value: Json | undefined): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isValue = (value: Json | undefined): value is Fields =>
  isRecord(value) && ('basis' in value || (isRecord(value['period']) && 'basis' in value['period']))
export const sourceOf = (value: Fields): Fields => (isRecord(value['period']) ? value['period'] : value)

const source = (): Fields => ({ basis: '', provenance: 'default' })

/** What is added to a list. */
export const fresh: Record<string, () => Fields> = {
  'scope.exclusions': () => ({ text: '', ...source() }),
  notes: () => ({ text: '', ...source() }),
  'routing.major': () => ({ rule: '', when: {}, ...source() }),
  'routing.exempt': () => ({ rule: '', when: {}, ...source() }),
  'routing.floor': () => ({ from_yuan: 50_000, rule: '', ...source() }),
  'keeping.retention': () => ({ rule: '', years: 10, tier: null, when: null, ...source() }),
  filing_targets: () => ({
    target: 'ARCHIVES', kind: 'REGISTERED', period: { days: 5, unit: 'working', ...source() }, only_procurement: false, only_major: false, copies: null,
  }),
  materials: () => ({ title: '', need: 'REQUIRED', source: 'FILES', when: [], registered_only: false, usual_reasons: [], ...source() }),
}

/** Order of fields on the page; the source comes apart from them. */
const order = [
  'title', 'text', 'rule', 'label', 'reaction', 'template', 'target', 'kind', 'need', 'source', 'to', 'copy_to', 'every', 'days', 'count', 'unit', 'by', 'at', 'on', 'years', 'tier', 'percent',
  'value', 'from_yuan', 'members', 'period', 'when', 'windows', 'only_procurement', 'only_major', 'copies', 'registered_only', 'usual_reasons',
]
const hidden = (value: Fields, name: string): boolean =>
  name === 'basis' || name === 'provenance' || (name === 'usual_reasons' && value['need'] !== 'CONDITIONAL')
export function fieldsOf(value: Fields): string[] {
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)
  return Object.keys(value).filter((name) => !hidden(value, name)).sort((a, b) => place(a) - place(b))
}
