const kept = 60_000
let last = Date.now()

/** Somebody is there: a key, the pointer, the wheel. */
export function noteActivity(): void {
  last = Date.now()
}

/** Whether nobody has done anything for more than a minute. */
export function isUnattended(): boolean {
  return Date.now() - last > kept
}
