/** Colours of the levels, and rates as people read them. */
export const tones = { HIGH: 'red', MEDIUM: 'orange', LOW: 'grey' } as const

export function percent(rate: number): string {
  return `${Math.round(rate * 1000) / 10}%`
}

/** A message as it stands before a contract fills it: a gap where a value or the contract's words will be. */
export function blanked(message: string): string {
  return message.replace(/\{\w+\}/g, '……')
}
