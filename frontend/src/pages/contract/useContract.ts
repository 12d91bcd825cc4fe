import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { contracts } from '@/api/endpoints'
import type { ContractDetail } from '@/api/types'

type Payload = Record<string, unknown> & { action: string }

/** One contract with everything its page shows, and the acts on it. */
export function useContract(id: () => string) {
  const client = useQueryClient()
  const key = computed(() => ['contract', id()])
  const busy = ref(false)
  const error = ref<unknown>(null)
  const query = useQuery({ queryKey: key, queryFn: () => contracts.read(id()), enabled: computed(() => id() !== '') })
  const detail = computed(() => query.data.value)

  /** Runs a change, refreshes what depends on it and says whether it succeeded. */
  async function change(call: (detail: ContractDetail) => Promise<unknown>): Promise<boolean> {
    if (!detail.value) return false
    busy.value = true
    error.value = null
    try {
      await call(detail.value)
      await client.invalidateQueries({ queryKey: key.value })
      void client.invalidateQueries({ queryKey: ['tasks'] })
      return true
    } catch (problem) {
      error.value = problem
      void client.invalidateQueries({ queryKey: key.value })
      return false
    } finally {
      busy.value = false
    }
  }

  const act = (payload: Payload): Promise<boolean> =>
    change((now) => contracts.act(now.contract.id, now.contract.revision, payload))

  return { query, detail, busy, error, change, act }
}
