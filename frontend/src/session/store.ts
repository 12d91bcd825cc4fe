import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { session as api } from '@/api/endpoints'
import { Problem } from '@/api/problem'
import type { Session, SignInStep } from '@/api/types'
import { forgetDrafts } from '@/drafts/drafts'
import { flushDrafts, pullDrafts } from '@/drafts/sync'
import { keepLanguage } from '@/i18n'
import { keepTheme } from './theme'

/** When the session ends: without use, and at the latest; in this machine's milliseconds. */
export interface Ends {
  idle: number
  last: number
}

/** Who is signed in. `lost` says why it is over, and keeps the page and its work standing until they sign in again. */
export const useSession = defineStore('session', () => {
  const current = ref<Session | null>(null)
  const lost = ref<Problem | null>(null)
  /** What is outstanding while somebody signs in again over a page that stands. */
  const again = ref<SignInStep | null>(null)
  const ends = ref<Ends>({ idle: Infinity, last: Infinity })
  let idleLength = 0

  function take(session: Session): void {
    again.value = lost.value ? session.step : null
    // the page behind keeps its permissions until the second factor was shown: it would fall apart without
    if (again.value === 'SECOND_FACTOR') return
    const now = Date.now()
    current.value = session
    lost.value = null
    idleLength = Math.max(idleLength, session.idle_seconds * 1000)
    ends.value = { idle: now + session.idle_seconds * 1000, last: now + session.left_seconds * 1000 }
  }

  /** Somebody is in: what they began elsewhere is here before the first page opens. */
  async function enter(session: Session): Promise<void> {
    take(session)
    if (current.value && !current.value.step && !again.value) await pullDrafts(current.value.person_id)
  }

  async function load(): Promise<boolean> {
    try {
      await enter(await api.read())
      return true
    } catch {
      current.value = null
      return false
    }
  }

  /** Looks again how long the session lasts: another window may have kept it. */
  async function look(): Promise<void> {
    try {
      take(await api.read())
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) lose(problem)
    }
  }

  async function keep(): Promise<void> {
    try {
      await api.keep()
      ends.value.idle = Date.now() + idleLength
    } catch {
      // a session that is over is reported by the call itself; without network the next sign of life tries again
    }
  }

  const signIn = async (username: string, password: string): Promise<void> => enter(await api.create(username, password))
  const prove = async (code: string): Promise<void> => enter(await api.prove(code))
  const arrive = async (code: string, state: string): Promise<void> => enter(await api.arrive(code, state))

  async function signOut(): Promise<void> {
    const person = current.value?.person_id
    if (person) await flushDrafts(person)
    if (person) forgetDrafts(person)
    await api.delete()
    // the server has the browser forget what it stored; how the pages look is no secret and stays
    keepLanguage()
    keepTheme()
    current.value = null
  }

  function lose(problem: Problem): void {
    again.value = null
    if (current.value && !current.value.step) lost.value = problem
    else current.value = null
  }

  const permissions = computed(() => new Set(current.value?.permissions ?? []))
  const may = (operation: string): boolean => permissions.value.has(operation)
  const holds = (role: string): boolean => current.value?.posts.some((post) => post.role === role) ?? false

  return { current, lost, again, ends, take, load, look, keep, signIn, prove, arrive, signOut, lose, may, holds }
})
