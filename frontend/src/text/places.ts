/** Where text stands on pages. Lengths are tenths of a point, offsets code points. */

export interface PlacedLine {
  start: number
  top: number
  bottom: number
  slope: number
  edges: readonly number[]
}

export interface Place {
  x: number
  y: number
  width: number
  height: number
}

const endOf = (line: PlacedLine): number => line.start + line.edges.length - 1

/** How far the line has fallen at a distance from its beginning. */
const fall = (line: PlacedLine, x: number): number => ((x - (line.edges[0] ?? 0)) * line.slope) / 1000

/** The rectangles around a piece of text, one a line. */
export function placesOf(lines: readonly PlacedLine[], start: number, end: number): Place[] {
  return lines.flatMap((line) => {
    if (line.start >= end || endOf(line) <= start) return []
    const x0 = line.edges[Math.max(start - line.start, 0)] ?? 0
    const x1 = line.edges[Math.min(end, endOf(line)) - line.start] ?? x0
    const lower = fall(line, (x0 + x1) / 2)
    return [{ x: x0, y: line.top + lower, width: Math.max(x1 - x0, 1), height: Math.max(line.bottom - line.top, 1) }]
  })
}

/** The character at a point, else the nearest on the nearest line; null on a page without text. */
export function offsetAt(lines: readonly PlacedLine[], x: number, y: number): number | null {
  let nearest: PlacedLine | null = null
  let least = Infinity
  for (const line of lines) {
    const distance = away(line, x, y)
    if (distance < least) [nearest, least] = [line, distance]
  }
  if (!nearest) return null
  const behind = nearest.edges.findIndex((edge) => edge > x)
  const place = behind < 0 ? nearest.edges.length - 2 : behind - 1
  return nearest.start + Math.min(Math.max(place, 0), nearest.edges.length - 2)
}

/** How far a point is from a line; beside it counts less than above or below, because lines are long. */
function away(line: PlacedLine, x: number, y: number): number {
  const lower = fall(line, x)
  const above = Math.max(line.top + lower - y, y - line.bottom - lower, 0)
  const beside = Math.max((line.edges[0] ?? 0) - x, x - (line.edges.at(-1) ?? 0), 0)
  return above * 3 + beside
}
