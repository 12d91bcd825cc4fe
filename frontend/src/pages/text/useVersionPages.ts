import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { pages as api } from '@/api/pages'
import type { PageView } from '@/api/types'
import type { Reading } from './useReading'

/** Media whose pages can be shown: drawn by the browser, redrawn from the places of their words, or sent by the server as pictures. */
const shown = new Set(['pdf', 'jpg', 'png', 'tiff', 'bmp', 'ofd'])

/** The pages of a version that was read; none where the format has none or they cannot be shown. */
export function useVersionPages(version: () => string, reading: Reading) {
  const analysis = reading.analysis
  const query = useQuery({
    queryKey: computed(() => ['pages', version(), analysis.data.value?.version.analysis_id ?? '']),
    queryFn: () => api.list(version()),
    enabled: computed(() => shown.has(analysis.data.value?.version.media ?? '')),
    retry: false,
    staleTime: Infinity,
  })
  return computed<readonly PageView[]>(() => query.data.value ?? [])
}
