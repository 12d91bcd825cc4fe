import { describe, expect, it } from 'vitest'
import { isFiltered, noFilters, readFilters, writeFilters } from '@/ledger/filters'

describe('filters in the address', () => {
  it('come back as they went', () => {
    const filters = { ...noFilters(), text: '平台', states: ['DRAFTING', 'SIGNING'], year: '2026', sort: '-amount' }
    expect(readFilters(writeFilters(filters) as never)).toEqual(filters)
  })

  it('leave out what is not set', () => {
    expect(writeFilters(noFilters())).toEqual({})
    expect(isFiltered({ ...noFilters(), sort: 'amount' })).toBe(false)
    expect(isFiltered({ ...noFilters(), risk: 'high' })).toBe(true)
  })

  it('accept a single state as a list', () => {
    expect(readFilters({ states: 'SIGNING' }).states).toEqual(['SIGNING'])
  })
})
