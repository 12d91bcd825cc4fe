import type { DayUnit } from '@/api/types'

export type Lamp = 'red' | 'orange' | 'yellow' | 'green' | 'grey'

/** Colour of a deadline that has `left` days to go; two days are the warning window of the short clocks. */
export function lampOf(left: number | null | undefined, unit: DayUnit): Lamp {
  if (left === null || left === undefined) return 'grey'
  if (left < 0) return 'red'
  if (left === 0) return 'orange'
  return left <= (unit === 'working' ? 2 : 5) ? 'yellow' : 'green'
}

/** Key and count of the words for days left: due today, left or overdue, in working or natural days. */
export function daysLeftWords(left: number, unit: DayUnit): { key: string; count: number } {
  if (left === 0) return { key: 'days.today', count: 0 }
  return { key: `days.${left < 0 ? 'overdue' : 'left'}_${unit}`, count: Math.abs(left) }
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
