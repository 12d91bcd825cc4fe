import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { submissions } from '@/api/submissions'
import type { Submission } from '@/api/types'

/** What goes with a contract for review, and the changes to it: one after the other, each on what the last one left. */
export function useSubmission(id: () => string) {
  const client = useQueryClient()
  const key = computed(() => ['contract', id(), 'submission'])
  const busy = ref(false)
  const error = ref<unknown>(null)
  const query = useQuery({ queryKey: key, queryFn: () => submissions.read(id()), refetchOnWindowFocus: false })
  const view = computed(() => query.data.value)

  async function change(call: (now: Submission) => Promise<Submission>): Promise<boolean> {
    if (!view.value || busy.value) return false
    busy.value = true
    error.value = null
    try {
      // an upload in between has not moved the contract, but somebody else may have
      const made = await call(view.value)
      client.setQueryData(key.value, made)
      await client.invalidateQueries({ queryKey: ['contract', id()], exact: true })
      void client.invalidateQueries({ queryKey: ['contract', id(), 'precheck'] })
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

  return { query, view, busy, error, change }
}

export type SubmissionState = ReturnType<typeof useSubmission>
