import { describe, expect, it } from 'vitest'
import { phraseAt } from '@/text/phrases'

const blocks = [{ start: 0, text: '甲方：𠮷野区' }, { start: 8, text: '第一条 付款。验收合格后支付；逾期违约。' }]

describe('the phrase around an offset', () => {
  it('ends at stops and at the ends of its block', () => {
    expect(phraseAt(blocks, 4)).toEqual({ start: 0, end: 6 })
    expect(phraseAt(blocks, 17)).toEqual({ start: 15, end: 23 })
    expect(phraseAt(blocks, 23)).toEqual({ start: 23, end: 28 })
  })

  it('is none between blocks and behind the text', () => {
    expect(phraseAt(blocks, 7)).toBeNull()
    expect(phraseAt(blocks, 99)).toBeNull()
  })
})
