import { describe, expect, it } from 'vitest'
import { segments, type Range } from '@/text/segments'

const range = (id: string, start: number, end: number): Range => ({ id, kind: 'finding', tone: 'red', start, end })

describe('segments', () => {
  it('cuts at every end and keeps the text whole', () => {
    const pieces = segments('一𠮷三四五', 10, [range('a', 11, 13), range('b', 12, 14)])
    expect(pieces.map((piece) => piece.text)).toEqual(['一', '𠮷', '三', '四', '五'])
    expect(pieces.map((piece) => piece.ranges.map((one) => one.id))).toEqual([[], ['a'], ['a', 'b'], ['b'], []])
    expect(pieces.map((piece) => piece.start)).toEqual([10, 11, 12, 13, 14])
  })

  it('clips what reaches beyond the block', () => {
    const pieces = segments('中间', 5, [range('a', 0, 100)])
    expect(pieces).toHaveLength(1)
    expect(pieces[0]?.ranges[0]?.id).toBe('a')
  })

  it('puts deleted text in its place without moving offsets', () => {
    const pieces = segments('前后', 0, [], [{ at: 1, text: '删' }, { at: 2, text: '尾' }])
    expect(pieces.map((piece) => [piece.text, piece.deleted])).toEqual([['前', false], ['删', true], ['后', false], ['尾', true]])
    expect(pieces[2]?.start).toBe(1)
  })
})
