const zone = 'Asia/Shanghai'
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
const second = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
const minute = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })

/** An instant as the day it was in Shanghai, 2026-09-16. */
export function asDay(instant: string): string {
  return day.format(new Date(instant))
}

/** An instant as 2026-09-16 09:30 in Shanghai. */
export function asMinute(instant: string): string {
  return minute.format(new Date(instant))
}

/** An instant as 2026-09-16 09:30:05 in Shanghai. */
export function asSecond(instant: string): string {
  return second.format(new Date(instant))
}
