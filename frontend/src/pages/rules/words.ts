/** Colours of the levels, and rates as people read them. */
export const tones = { HIGH: 'red', MEDIUM: 'orange', LOW: 'grey' } as const

export function percent(rate: number): string {
  return `${Math.round(rate * 1000) / 10}%`
}
