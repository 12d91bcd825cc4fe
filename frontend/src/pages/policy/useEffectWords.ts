import { useI18n } from 'vue-i18n'
import { useReference } from '@/reference/useReference'

/** What a replay tells, in words: what would be otherwise, and its value before or after. */
export function useEffectWords() {
  const { t, te } = useI18n()
  const { label } = useReference()
  const kinds: Record<string, string> = { clock: 'Clock', filing: 'FilingTarget' }

  function named(item: string): string {
    const [kind = '', ...rest] = item.split('.')
    const member = rest.join('.')
    if (kinds[kind]) return label(kinds[kind], member)
    if (kind === 'number') return t(`policy.item.numbers.${member}`)
    if (kind === 'material') return t('policy.effect.material', { code: member })
    return te(`policy.effect.${kind}`) ? t(`policy.effect.${kind}`) : item
  }

  function valued(item: string, value: string | null): string {
    if (value === null) return t(item.startsWith('filing') || item.startsWith('material') ? 'policy.effect.not_asked' : 'policy.effect.none')
    if (item === 'tier') return label('Tier', value)
    if (item === 'route') return value.split('>').map((state) => label('State', state)).join(' → ')
    if (item === 'retention') return value === 'PERMANENT' ? t('policy.for_ever') : t('policy.years', { count: value })
    if (item.startsWith('material')) return label('MaterialNeed', value)
    const period = /^(\d+) (working|natural)$/.exec(value)
    return period ? t('policy.after_signing', { days: `${period[1]} ${t(`policy.unit.${period[2]}`)}` }) : value
  }

  return { named, valued }
}
