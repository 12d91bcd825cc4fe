import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** Filters of the ledger as the address bar and the API spell them. */
export interface LedgerFilters {
  text: string
  states: string[]
  units: string[]
  category: string
  tier: string
  direction: string
  year: string
  month: string
  filing: string
  alert: string
  risk: string
  origin: string
  mark: string
  metric: string
  sort: string
}

const lists = ['states', 'units'] as const
const singles = ['text', 'category', 'tier', 'direction', 'year', 'month', 'filing', 'alert', 'risk', 'origin', 'mark', 'metric', 'sort'] as const

export function noFilters(): LedgerFilters {
  return {
    text: '', states: [], units: [], category: '', tier: '', direction: '', year: '', month: '', filing: '',
    alert: '', risk: '', origin: '', mark: '', metric: '', sort: '',
  }
}

export function readFilters(query: LocationQuery): LedgerFilters {
  const filters = noFilters()
  for (const key of lists) filters[key] = [query[key] ?? []].flat().filter((value): value is string => Boolean(value))
  for (const key of singles) filters[key] = [query[key] ?? ''].flat()[0] ?? ''
  return filters
}

/** Only what is set, so that addresses stay short. */
export function writeFilters(filters: LedgerFilters): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  for (const key of lists) if (filters[key].length) query[key] = [...filters[key]]
  for (const key of singles) if (filters[key]) query[key] = filters[key]
  return query
}

export function isFiltered(filters: LedgerFilters): boolean {
  return Object.keys(writeFilters({ ...filters, sort: '' })).length > 0
}
