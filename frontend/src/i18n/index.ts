import { watch } from 'vue'
import { createI18n } from 'vue-i18n'
import en from './en'
import zh from './zh'

export type Language = 'zh' | 'en'

const key = 'language'
const start: Language = localStorage.getItem(key) === 'en' ? 'en' : 'zh'

export const i18n = createI18n({ legacy: false, locale: start, fallbackLocale: 'zh', messages: { zh, en } })

watch(
  i18n.global.locale,
  (language) => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
    document.title = i18n.global.t('app.name')
  },
  { immediate: true },
)

export function switchLanguage(): void {
  const next: Language = i18n.global.locale.value === 'en' ? 'zh' : 'en'
  i18n.global.locale.value = next
  keepLanguage()
}

export function keepLanguage(): void {
  localStorage.setItem(key, i18n.global.locale.value)
}
