/** 0.05 (per cent) as 500 millionths; null for an empty text, NaN for what is no rate. */
export function parseRate(text: string): number | null {
  if (text.trim() === '') return null
  const match = /^\d{1,2}(?:\.\d{1,4})?$/.exec(text.trim())
  return match ? Math.round(Number(match[0]) * 10_000) : Number.NaN
}
