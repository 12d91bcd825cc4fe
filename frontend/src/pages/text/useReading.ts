import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, nextTick, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { documents, findings, remarks as api } from '@/api/endpoints'
import type { Finding, Remark } from '@/api/types'
import type { Anchor } from '@/text/anchors'
import type { Span } from '@/text/phrases'
import type { Range } from '@/text/segments'

const tones: Record<string, string> = { HIGH: 'red', MEDIUM: 'yellow', LOW: 'blue' }

export const toneOfFinding = (finding: Finding): string => tones[finding.severity] ?? 'grey'

/** The text of a version with its findings and remarks, and what is chosen on both sides of the page. */
export function useReading(contract: () => string, version: () => string, operations: () => readonly string[]) {
  const client = useQueryClient()
  const { t } = useI18n()
  const chosen = ref('')
  const selected = ref<Anchor | null>(null)
  const spot = ref<Span | null>(null)
  /** What the pane of pages is asked to show; a new object each time. */
  const target = shallowRef<Span | null>(null)
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

  const doubts = computed<Range[]>(() =>
    (analysis.data.value?.doubts ?? []).map((one, index) => ({
      id: `doubt-${index}`, kind: 'doubt' as const, tone: 'orange', start: one.start, end: one.end,
      note: t('pages.doubt', { percent: Math.round(one.confidence * 100) }),
    })),
  )

  /** Shows a place of the text in the pane of text. */
  async function showText(selector: string, start: number): Promise<void> {
    await nextTick()
    const marked = document.querySelector(selector)
    const places = [...document.querySelectorAll<HTMLElement>('.canonical [data-start]')]
    const place = marked ?? places.filter((one) => Number(one.dataset['start']) <= start).at(-1)
    place?.scrollIntoView({ block: marked ? 'center' : 'start' })
  }

  async function goTo(start: number): Promise<void> {
    target.value = { start, end: start + 1 }
    await showText('.none', start)
  }

  /** Marks something on all sides and brings the other sides into view. */
  async function choose(id: string, side: 'text' | 'list' | 'page'): Promise<void> {
    chosen.value = id
    spot.value = null
    const range = ranges.value.find((one) => one.id === id)
    if (range && side !== 'page') target.value = { start: range.start, end: range.end }
    if (side !== 'text') await showText(`.canonical [data-range~="${id}"]`, range?.start ?? 0)
    await nextTick()
    if (side !== 'list') document.querySelector(`[data-entry="${id}"]`)?.scrollIntoView({ block: 'center' })
  }

  /** Goes from a place in one pane to the same words in the other. */
  async function locate(span: Span, side: 'text' | 'page'): Promise<void> {
    chosen.value = ''
    spot.value = span
    if (side === 'text') target.value = { ...span }
    else await showText('.canonical .spot', span.start)
  }

  /** Shows words in both panes, wherever they were named. */
  async function point(span: Span): Promise<void> {
    chosen.value = ''
    spot.value = span
    target.value = { ...span }
    await showText('.canonical .spot', span.start)
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

  return {
    analysis, remarks, ranges, doubts, verdicts, chosen, selected, spot, target,
    select, goTo, choose, locate, point, judge, remark, refreshRemarks, may,
  }
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
