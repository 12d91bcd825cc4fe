import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, nextTick, ref } from 'vue'
import { documents, findings, remarks as api } from '@/api/endpoints'
import type { Finding, Remark } from '@/api/types'
import type { Anchor } from '@/text/anchors'
import type { Range } from '@/text/segments'

const tones: Record<string, string> = { HIGH: 'red', MEDIUM: 'yellow', LOW: 'blue' }

export const toneOfFinding = (finding: Finding): string => tones[finding.severity] ?? 'grey'

/** The text of a version with its findings and remarks, and what is chosen on both sides of the page. */
export function useReading(contract: () => string, version: () => string, operations: () => readonly string[]) {
  const client = useQueryClient()
  const chosen = ref('')
  const selected = ref<Anchor | null>(null)
  const analysisKey = computed(() => ['contract', contract(), 'analysis', version()])
  const remarkKey = computed(() => ['contract', contract(), 'remarks', version()])
  const analysis = useQuery({ queryKey: analysisKey, queryFn: () => documents.analysis(version()), retry: false })
  const remarks = useQuery({
    queryKey: remarkKey,
    queryFn: () => api.list(version()),
    enabled: computed(() => analysis.isSuccess.value),
  })
  const verdicts = computed(() => new Map((analysis.data.value?.verdicts ?? []).map((one) => [one.finding_id, one])))
  const ranges = computed<Range[]>(() => [
    ...(analysis.data.value?.findings ?? []).flatMap((finding) => findingRange(finding)),
    ...(remarks.data.value ?? []).flatMap((remark) => remarkRange(remark)),
  ])

  async function goTo(start: number): Promise<void> {
    await nextTick()
    const places = [...document.querySelectorAll<HTMLElement>('.canonical [data-start]')]
    const place = places.filter((one) => Number(one.dataset['start']) <= start).at(-1)
    place?.scrollIntoView({ block: 'start' })
  }

  /** Marks something on both sides and brings the other side into view. */
  async function choose(id: string, side: 'text' | 'list'): Promise<void> {
    chosen.value = id
    await nextTick()
    const target = side === 'list' ? `.canonical [data-range~="${id}"]` : `[data-entry="${id}"]`
    document.querySelector(target)?.scrollIntoView({ block: 'center' })
  }

  async function judge(finding: Finding, verdict: 'adopted' | 'rejected', reason: string): Promise<void> {
    await findings.judge(contract(), finding.id, verdict, reason, verdicts.value.get(finding.id)?.revision)
    await client.invalidateQueries({ queryKey: analysisKey.value })
  }

  function select(anchor: Anchor | null): void {
    selected.value = anchor
  }

  /** Whether the access table opens an operation to the reader on this contract. */
  const may = (operation: string): boolean => operations().includes(operation)

  const refreshRemarks = (): Promise<void> => client.invalidateQueries({ queryKey: remarkKey.value })

  async function remark(text: string): Promise<void> {
    if (!selected.value) return
    await api.create(version(), selected.value.start, selected.value.end, text)
    selected.value = null
    await refreshRemarks()
  }

  return { analysis, remarks, ranges, verdicts, chosen, selected, select, goTo, choose, judge, remark, refreshRemarks, may }
}

function findingRange(finding: Finding): Range[] {
  if (finding.start === null || finding.end === null || finding.end <= finding.start) return []
  return [{ id: finding.id, kind: 'finding', tone: toneOfFinding(finding), start: finding.start, end: finding.end }]
}

function remarkRange(remark: Remark): Range[] {
  if (remark.orphan) return []
  return [{ id: remark.id, kind: 'remark', tone: 'green', start: remark.start, end: remark.end }]
}

export type Reading = ReturnType<typeof useReading>
