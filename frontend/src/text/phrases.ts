import { codePoints } from './offsets'

export interface Span {
  start: number
  end: number
}

const breaks = /[。；！？\n\t]/u
const most = 160 // characters of a phrase to either side

/** The words around an offset: up to the next stops, the block's ends, or `most` characters to either side. */
export function phraseAt(blocks: readonly { start: number; text: string }[], offset: number): Span | null {
  const block = blocks.find((one) => offset >= one.start && offset < one.start + codePoints(one.text))
  if (!block) return null
  const characters = [...block.text]
  const at = offset - block.start
  let start = at
  let end = at + 1
  while (start > 0 && at - start < most && !breaks.test(characters[start - 1] ?? '')) start -= 1
  while (end < characters.length && end - at < most && !breaks.test(characters[end - 1] ?? '')) end += 1
  while (start < at && characters[start]?.trim() === '') start += 1
  return { start: block.start + start, end: block.start + end }
}
