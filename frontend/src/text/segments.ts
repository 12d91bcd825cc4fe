import { codePoints, slicePoints } from './offsets'

/** Something that is highlighted: a finding, a remark, a tracked insertion, a doubtful word, the spot one has gone to. */
export interface Range {
  id: string
  kind: 'finding' | 'remark' | 'inserted' | 'doubt' | 'spot'
  tone: string
  start: number
  end: number
  note?: string
}

/** A piece of text under the same ranges, or a deleted text shown between two pieces. */
export interface Segment {
  text: string
  start: number
  ranges: Range[]
  deleted: boolean
}

export interface Deletion {
  at: number
  text: string
}

/** Cuts a text that begins at `start` wherever a range begins or ends, and puts deletions in their places. */
export function segments(text: string, start: number, ranges: readonly Range[], deletions: readonly Deletion[] = []): Segment[] {
  const end = start + codePoints(text)
  const inside = ranges.filter((range) => range.start < end && range.end > start)
  const gone = deletions.filter((deletion) => deletion.at >= start && deletion.at <= end)
  const cuts = new Set([start, end])
  for (const range of inside) cuts.add(Math.max(range.start, start)).add(Math.min(range.end, end))
  for (const deletion of gone) cuts.add(deletion.at)
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.flatMap((from, index) => {
    const to = ordered[index + 1]
    const before = gone.filter((one) => one.at === from).map((one) => piece(one.text, from, [], true))
    if (to === undefined) return before
    const over = inside.filter((range) => range.start <= from && range.end >= to)
    return [...before, piece(slicePoints(text, from - start, to - start), from, over, false)]
  })
}

function piece(text: string, start: number, ranges: Range[], deleted: boolean): Segment {
  return { text, start, ranges, deleted }
}
