import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { inbox } from '@/api/endpoints'
import { inbox as work } from '@/api/work'
import type { Page } from '@/api/types'
import { useSession } from '@/session/store'

const words = (page: Page<unknown> | undefined): string =>
  !page || page.total === 0 ? '' : page.capped || page.total > 99 ? '99+' : String(page.total)

const number = (count: number): string => (count === 0 ? '' : count > 99 ? '99+' : String(count))

/** Open tasks and alerts, as numbers beside the menu. */
export function useBadges() {
  const session = useSession()
  const tasks = useQuery({
    queryKey: ['tasks', 'counts'],
    queryFn: work.counts,
    enabled: computed(() => session.may('task.list')),
  })
  const alerts = useQuery({
    queryKey: ['alerts', 'badge'],
    queryFn: () => inbox.alerts({ states: ['RAISED', 'RETURNED'], limit: 1 }),
    enabled: computed(() => session.may('alert.list')),
  })
  return computed(() => ({ tasks: number(tasks.data.value?.todo ?? 0), alerts: words(alerts.data.value) }))
}
