import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import type { Page } from '@/api/types'

type Paged<Row> = Pick<Page<Row>, 'rows' | 'next' | 'total' | 'capped'>

/** A list in keyset pages: its rows so far, and how to have more. */
export function usePages<Row>(key: ComputedRef<QueryKey>, load: (after: string | undefined) => Promise<Paged<Row>>) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const rows = computed(() => query.data.value?.pages.flatMap((page) => page.rows) ?? [])
  const first = computed(() => query.data.value?.pages[0])
  return { query, rows, first }
}
