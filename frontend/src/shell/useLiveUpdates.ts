import { useQueryClient } from '@tanstack/vue-query'
import { onBeforeUnmount, onMounted } from 'vue'
import { listen } from '@/api/live'

/** Refreshes what is shown when somebody or the worker changes it. */
export function useLiveUpdates(): void {
  const client = useQueryClient()
  let stop: () => void = () => undefined
  onMounted(() => {
    const caughtUp = () => void client.invalidateQueries({ queryKey: ['contract'] })
    stop = listen((change) => {
      void client.invalidateQueries({ queryKey: ['tasks'] })
      void client.invalidateQueries({ queryKey: ['alerts'] })
      void client.invalidateQueries({ queryKey: ['ledger'] })
      if (change.type.startsWith('supervision.')) void client.invalidateQueries({ queryKey: ['supervisions'] })
      if (change.contract_id) void client.invalidateQueries({ queryKey: ['contract', change.contract_id] })
    }, caughtUp)
  })
  onBeforeUnmount(() => stop())
}
