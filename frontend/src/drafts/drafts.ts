const prefix = 'draft'

interface Listener {
  kept: (key: string) => void
  dropped: (key: string) => void
}

let listener: Listener | null = null

/** Whoever wants to hear what is kept and dropped: what carries drafts to the server. */
export function listenToDrafts(heard: Listener): void {
  listener = heard
}

/** Address of one draft: whose it is, what it belongs to, which form. */
export function draftKey(person: string, object: string, form: string): string {
  return `${prefix}:${person}:${object}:${form}`
}

/** What a key was made of; null for anything else in the store. */
export function partsOf(key: string): { person: string; object: string; form: string } | null {
  const [head, person, object, form] = key.split(':')
  return head === prefix && person && object && form ? { person, object, form } : null
}

/** The keys of everything a person has begun. */
export function draftsOf(person: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}:${person}:`))
}

export function keepDraft(key: string, value: unknown): void {
  localStorage.setItem(key, JSON.stringify(value))
  listener?.kept(key)
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
  listener?.dropped(key)
}

/** Forgets all drafts of a person who signs out on a machine that others may use; the server still has them. */
export function forgetDrafts(person: string): void {
  for (const key of draftsOf(person)) localStorage.removeItem(key)
}
