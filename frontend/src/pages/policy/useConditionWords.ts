import { useI18n } from 'vue-i18n'
import type { Fields } from '@/api/policy'
import { useReference } from '@/reference/useReference'

export const bounds = ['over_yuan', 'from_yuan', 'up_to_yuan', 'below_yuan'] as const
export const flags = ['gov_party', 'key_project', 'procurement', 'authorised', 'public_interest', 'supplement'] as const
export const exemptions = ['HR', 'EMERGENCY', 'INTER_AGENCY', 'CENTRAL_PROCUREMENT'] as const

const grouped = new Intl.NumberFormat('zh-CN')

/** Conditions of routing in words: 金额超过 1,000 万元（不含）；政府为合同一方. */
export function useConditionWords() {
  const { t, te } = useI18n()
  const { label, category } = useReference()

  /** Whole yuan as people say them: 1,000 万元, 50,000 元. */
  function money(yuan: number): string {
    if (yuan >= 100_000_000 && yuan % 10_000_000 === 0) return t('policy.hundred_millions', { count: grouped.format(yuan / 100_000_000) })
    if (yuan >= 10_000 && yuan % 10_000 === 0) return t('policy.ten_thousands', { count: grouped.format(yuan / 10_000) })
    return t('policy.yuan', { count: grouped.format(yuan) })
  }

  const exemption = (code: string): string => (te(`policy.exemption.${code}`) ? t(`policy.exemption.${code}`) : code)

  function worded(when: Fields): string {
    const said: string[] = []
    const codes = (name: string): string => ((when[name] ?? []) as string[]).map(category).join('、')
    if (codes('category')) said.push(t('policy.of_category', { categories: codes('category') }))
    if (codes('category_not')) said.push(t('policy.not_of_category', { categories: codes('category_not') }))
    if (when['direction']) said.push(label('Direction', when['direction'] as string))
    for (const bound of bounds) {
      if (typeof when[bound] === 'number') said.push(t(`policy.bound.${bound}`, { sum: money(when[bound]) }))
    }
    for (const flag of flags) {
      if (typeof when[flag] === 'boolean') said.push(t(`policy.flag.${flag}.${when[flag] ? 'yes' : 'no'}`))
    }
    if (when['exempt_reason']) said.push(t('policy.claims', { reason: exemption(when['exempt_reason'] as string) }))
    return said.join(t('policy.and'))
  }

  return { worded, money, exemption }
}
