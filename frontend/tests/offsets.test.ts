import { describe, expect, it } from 'vitest'
import { codePoints, slicePoints, toPoints, toUnits } from '@/text/offsets'

const text = '甲𠮷乙𠮷丙'

describe('offsets', () => {
  it('counts an astral character once', () => {
    expect(codePoints(text)).toBe(5)
    expect(text.length).toBe(7)
  })

  it('converts both ways at every code point', () => {
    for (let point = 0; point <= 5; point += 1) expect(toPoints(text, toUnits(text, point))).toBe(point)
    expect([0, 1, 2, 3, 4, 5].map((point) => toUnits(text, point))).toEqual([0, 1, 3, 4, 6, 7])
  })

  it('slices like the server does', () => {
    expect(slicePoints(text, 1, 3)).toBe('𠮷乙')
    expect(slicePoints(text, 3, 99)).toBe('𠮷丙')
  })
})
