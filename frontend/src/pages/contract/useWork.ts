import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import type { Work } from '@/api/types'
import { work } from '@/api/work'

/** Whose turn it is on a contract, what was asked of whom, and the acts on it. */
export function useWork(contract: () => string) {
  const client = useQueryClient()
  const key = computed(() => ['contract', contract(), 'work'])
  const busy = ref(false)
  const error = ref<unknown>(null)
  const query = useQuery({ queryKey: key, queryFn: () => work.read(contract()) })
  const data = computed<Work | undefined>(() => query.data.value)

  /** Runs a change, refreshes what depends on it and says whether it succeeded. */
  async function change(call: () => Promise<unknown>): Promise<boolean> {
    busy.value = true
    error.value = null
    try {
      await call()
      return true
    } catch (problem) {
      error.value = problem
      return false
    } finally {
      busy.value = false
      void client.invalidateQueries({ queryKey: ['contract', contract()] })
      void client.invalidateQueries({ queryKey: ['tasks'] })
      void client.invalidateQueries({ queryKey: ['supervisions'] })
    }
  }

  return { query, data, busy, error, change }
}
