import { describe, expect, it } from 'vitest'
import { asDay, asMinute } from '@/format/dates'
import { parseYuan, tenThousands, yuan } from '@/format/money'
import { daysLeftWords, lampOf } from '@/format/urgency'

describe('money', () => {
  it('shows fen as yuan and ten-thousands', () => {
    expect(yuan(320_000_000)).toBe('3,200,000.00')
    expect(tenThousands(320_000_000)).toBe('320.00')
  })

  it('reads what people type without floating point', () => {
    expect(parseYuan('3,200,000.1')).toBe(320_000_010)
    expect(parseYuan('1，000')).toBe(100_000)
    expect(parseYuan(' ')).toBeNull()
    expect(parseYuan('三百')).toBeNaN()
  })
})

describe('dates', () => {
  it('are those of Shanghai', () => {
    expect(asDay('2026-09-15T17:30:00Z')).toBe('2026-09-16')
    expect(asMinute('2026-09-15T17:30:00Z')).toBe('2026-09-16 01:30')
  })
})

describe('urgency', () => {
  it('colours by days left', () => {
    expect([-1, 0, 2, 3, null].map((left) => lampOf(left, 'working'))).toEqual(['red', 'orange', 'yellow', 'green', 'grey'])
  })

  it('says working days and days', () => {
    expect(daysLeftWords(2, 'working')).toEqual({ key: 'days.left_working', count: 2 })
    expect(daysLeftWords(-1, 'natural')).toEqual({ key: 'days.overdue_natural', count: 1 })
    expect(daysLeftWords(0, 'working').key).toBe('days.today')
  })
})
