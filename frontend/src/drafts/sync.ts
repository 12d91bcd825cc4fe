import { unsent } from '@/api/unsent'
import { draftsOf, draftKey, listenToDrafts, partsOf } from './drafts'

/**
 * Carries drafts to the server while people type, so that they survive signing out and another machine. What this
 * machine last saw there is noted beside each draft: a draft without a note has changes of its own and is never lost.
 */
const WAIT = 1500
const LONGEST_WAIT = 4000
const timers = new Map<string, ReturnType<typeof setTimeout>>()
/** What is on its way, by draft: nothing overtakes it. */
const sending = new Map<string, Promise<unknown>>()

const noteOf = (key: string): string => `sent-${key}`

function kept(key: string): void {
  localStorage.removeItem(noteOf(key))
  clearTimeout(timers.get(key))
  timers.set(key, setTimeout(() => void push(key), WAIT))
}

function dropped(key: string): void {
  clearTimeout(timers.get(key))
  timers.delete(key)
  localStorage.removeItem(noteOf(key))
  const parts = partsOf(key)
  // a form that was never carried there is dropped all the same: the answer is the same
  if (parts) void after(key, () => unsent.drop(parts.object, parts.form))
}

/** One call after the other for a draft; a call that fails says nothing, the draft stays here and goes next time. */
function after(key: string, call: () => Promise<unknown>): Promise<unknown> {
  const next = (sending.get(key) ?? Promise.resolve()).then(call).catch(() => undefined)
  sending.set(key, next)
  return next
}

function push(key: string): Promise<unknown> {
  clearTimeout(timers.get(key))
  timers.delete(key)
  const parts = partsOf(key)
  if (!parts) return Promise.resolve()
  return after(key, async () => {
    const text = localStorage.getItem(key)
    if (text === null) return
    const { mark } = await unsent.keep(parts.object, parts.form, text)
    if (localStorage.getItem(key) === text) localStorage.setItem(noteOf(key), mark)
  })
}

/** Everything that has not reached the server yet, before somebody leaves. */
export async function flushDrafts(person: string): Promise<void> {
  const open = draftsOf(person).filter((key) => localStorage.getItem(noteOf(key)) === null)
  await Promise.race([Promise.all(open.map(push)), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))])
}

/** Takes over what the person left elsewhere; what was changed here and not carried there yet wins. */
export async function pullDrafts(person: string): Promise<void> {
  try {
    const there = new Map((await unsent.list()).map((one) => [draftKey(person, one.object_id, one.form), one]))
    for (const key of draftsOf(person)) {
      const note = localStorage.getItem(noteOf(key))
      if (note !== null && note !== there.get(key)?.mark) localStorage.removeItem(key)
      if (note === null) there.delete(key)
    }
    for (const [key, one] of there) {
      localStorage.setItem(key, one.text)
      localStorage.setItem(noteOf(key), one.mark)
    }
    void flushDrafts(person)
  } catch {
    // the pages work with what this machine holds
  }
}

export function carryDrafts(): void {
  listenToDrafts({ kept, dropped })
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') for (const key of [...timers.keys()]) void push(key)
  })
}
