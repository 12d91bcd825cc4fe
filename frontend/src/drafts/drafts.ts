const prefix = 'draft'

/** Address of one draft: whose it is, what it belongs to, which form. */
export function draftKey(person: string, object: string, form: string): string {
  return `${prefix}:${person}:${object}:${form}`
}

export function keepDraft(key: string, value: unknown): void {
  localStorage.setItem(key, JSON.stringify(value))
}

export function readDraft<T>(key: string): T | null {
  const text = localStorage.getItem(key)
  if (text === null) return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(key)
}

/** Forgets all drafts of a person who signs out on a machine that others may use. */
export function forgetDrafts(person: string): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(`${prefix}:${person}:`)) localStorage.removeItem(key)
  }
}
