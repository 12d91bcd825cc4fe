import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { session as api } from '@/api/endpoints'
import type { Session } from '@/api/types'
import { forgetDrafts } from '@/drafts/drafts'

/** Who is signed in. `expired` keeps the page and its work standing while the person signs in again. */
export const useSession = defineStore('session', () => {
  const current = ref<Session | null>(null)
  const expired = ref(false)

  async function load(): Promise<boolean> {
    try {
      current.value = await api.read()
      return true
    } catch {
      current.value = null
      return false
    }
  }

  async function signIn(username: string, password: string): Promise<void> {
    await api.create(username, password)
    current.value = await api.read()
    expired.value = false
  }

  async function signOut(): Promise<void> {
    if (current.value) forgetDrafts(current.value.person_id)
    await api.delete()
    current.value = null
  }

  function lose(): void {
    if (current.value) expired.value = true
  }

  const permissions = computed(() => new Set(current.value?.permissions ?? []))
  const may = (operation: string): boolean => permissions.value.has(operation)
  const holds = (role: string): boolean => current.value?.posts.some((post) => post.role === role) ?? false

  return { current, expired, load, signIn, signOut, lose, may, holds }
})
