import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { facts as api } from '@/api/endpoints'
import type { FactRow, FactVerdict } from '@/api/types'
import { yuan } from '@/format/money'

const pause = 3000 // ms between looks while risks are checked again
const doubtful = 0.8 // confidence below which a fact asks for attention

/** The facts of a contract's current text and what people said of them. */
export function useFacts(contract: () => string) {
  const client = useQueryClient()
  const { t, te } = useI18n()
  const key = computed(() => ['contract', contract(), 'facts'])
  const query = useQuery({
    queryKey: key,
    queryFn: () => api.list(contract()),
    retry: false,
    refetchInterval: (known) => (busy(known.state.data?.state) ? pause : false),
  })
  const waiting = computed(() => busy(query.data.value?.state))
  watch(waiting, (now, before) => {
    if (before && !now) void client.invalidateQueries({ queryKey: ['contract', contract(), 'analysis'] })
  })

  async function judge(row: FactRow, verdict: FactVerdict, value: string, reason: string): Promise<void> {
    client.setQueryData(key.value, await api.judge(contract(), row, verdict, value, reason))
    await client.invalidateQueries({ queryKey: ['contract', contract()], predicate: (one) => one.queryKey[2] !== 'facts' && one.queryKey[2] !== 'analysis' })
  }

  /** A value as people read it. */
  function words(row: FactRow, value: string): string {
    if (!value) return ''
    if (row.kind === 'money') return t('fact.yuan_value', { amount: yuan(Number(value)) })
    if (row.kind === 'percent') return t('fact.percent_value', { value })
    return te(`fact_choice.${value}`) && ['method', 'direction', 'category'].includes(row.kind) ? t(`fact_choice.${value}`) : value
  }

  return { query, waiting, judge, words }
}

const busy = (state: string | undefined): boolean => state === 'QUEUED' || state === 'RUNNING'

/** Why a person should look at a fact again: another reading now, the register says otherwise, the machine is unsure. */
export function asksAttention(row: FactRow): boolean {
  if (row.said) return row.said.differs || row.gone || strays(row)
  return strays(row) || (row.value !== '' && row.source !== null && row.source.confidence < doubtful)
}

export const strays = (row: FactRow): boolean => row.registered !== null && !row.gone && row.registered !== row.used

export type FactReading = ReturnType<typeof useFacts>
