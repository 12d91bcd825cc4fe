import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { reference } from '@/api/endpoints'
import type { Reason, Words } from '@/api/types'

function filled(text: string, params: Record<string, unknown>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => [params[name] ?? '—'].flat().join('、'))
}

/** The server's vocabulary in the chosen language; the pages hold no second copy of these words. */
export function useReference() {
  const { locale } = useI18n()
  const query = useQuery({ queryKey: ['reference'], queryFn: reference.read, staleTime: Infinity })
  const data = computed(() => query.data.value)

  const say = (words: Words | undefined): string | undefined => words?.[locale.value === 'en' ? 'en' : 'zh']
  const label = (kind: string, member: string | null | undefined): string =>
    member ? (say(data.value?.labels[kind]?.[member]) ?? member) : '—'
  const category = (code: string): string => say(data.value?.categories[code]) ?? code
  const ruleClass = (code: string): string => say(data.value?.rule_classes[code]) ?? code
  const ruleTitle = (id: string): string => data.value?.rules[id]?.title ?? id
  const because = (reason: Reason): string => {
    const text = say(data.value?.reasons[reason.code])
    return text ? filled(text, reason.params) : reason.code
  }
  const members = (kind: string): { value: string; label: string }[] =>
    Object.keys(data.value?.labels[kind] ?? {}).map((value) => ({ value, label: label(kind, value) }))
  const units = computed(() => data.value?.units ?? [])

  return { data, label, category, ruleClass, ruleTitle, because, members, units }
}
