import { encode } from 'uqr'

const quiet = 4

/** A QR code (ISO/IEC 18004) as an SVG path of unit squares, with the quiet zone around it that readers need. */
export function draw(text: string): { side: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
  return { side: size + 2 * quiet, path: squares.join('') }
}
