/** The server counts code points, the browser UTF-16 units; this module alone converts. */

/** Number of code points in a string. */
export function codePoints(text: string): number {
  let count = 0
  for (let unit = 0; unit < text.length; unit += wide(text, unit) ? 2 : 1) count += 1
  return count
}

/** UTF-16 index of the code point `point`; past the end it is the length. */
export function toUnits(text: string, point: number): number {
  let unit = 0
  for (let passed = 0; passed < point && unit < text.length; passed += 1) unit += wide(text, unit) ? 2 : 1
  return unit
}

/** Code points before the UTF-16 index `unit`. */
export function toPoints(text: string, unit: number): number {
  return codePoints(text.slice(0, unit))
}

/** Part of a string between two code point offsets. */
export function slicePoints(text: string, start: number, end: number): string {
  const from = toUnits(text, start)
  return text.slice(from, from + toUnits(text.slice(from), end - start))
}

function wide(text: string, unit: number): boolean {
  return (text.codePointAt(unit) ?? 0) > 0xffff
}
