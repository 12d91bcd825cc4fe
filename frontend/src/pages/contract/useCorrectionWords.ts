import { useI18n } from 'vue-i18n'
import { yuan } from '@/format/money'
import { useReference } from '@/reference/useReference'

/** How a corrected fact and its values read: amounts in yuan, filings by their targets, nothing as a dash. */
export function useCorrectionWords() {
  const { t } = useI18n()
  const { label } = useReference()

  const named = (fact: string, subject: string): string => {
    const target = fact.startsWith('FILING') ? label('FilingTarget', subject) : subject
    return [label('CorrectedFact', fact), target].filter(Boolean).join(' · ')
  }
  const value = (fact: string, text: string): string => {
    if (fact === 'FILING_UNDONE' && !text) return t('correction.undone')
    if (fact === 'FILING_NOT_REQUIRED') return label('FilingState', text)
    if (!text) return t('correction.nothing')
    return fact === 'AMOUNT' ? t('common.yuan', { amount: yuan(Number(text)) }) : text
  }
  return { named, value }
}
