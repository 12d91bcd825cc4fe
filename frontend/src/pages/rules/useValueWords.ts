import { useI18n } from 'vue-i18n'
import { useReference } from '@/reference/useReference'

/** What a period or threshold is called, and its value with its unit. */
export function useValueWords() {
  const { t } = useI18n()
  const { label, ruleTitle } = useReference()

  function named(name: string): string {
    const [group, member = '', parameter] = name.split('.')
    if (group === 'clock') return label('Clock', member)
    if (group === 'filing') return label('FilingTarget', member)
    return parameter ? `${ruleTitle(member)}（${parameter}）` : name
  }

  const valued = (value: number, unit: string): string => (unit ? `${value} ${t(`rules.${unit}`)}` : String(value))

  return { named, valued }
}
