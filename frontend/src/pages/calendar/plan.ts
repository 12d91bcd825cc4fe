import type { CalendarYear } from '@/api/types'

/** A plan while it is being written: days that are still empty are null. */
export interface Plan {
  basis: string
  rest: { name: string; first: string | null; last: string | null }[]
  work: (string | null)[]
}

export function planOf(year: CalendarYear): Plan {
  return { basis: year.official ? year.basis : '', rest: year.rest.map((one) => ({ ...one })), work: [...year.work] }
}
