import { ref, watch } from 'vue'

const key = 'theme'
const stored = localStorage.getItem(key)

/** Whether the dark scheme is on; follows the system until somebody chooses. */
export const dark = ref(stored ? stored === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches)

watch(dark, (on) => document.documentElement.classList.toggle('dark', on), { immediate: true })

export function toggleTheme(): void {
  dark.value = !dark.value
  keepTheme()
}

export function keepTheme(): void {
  localStorage.setItem(key, dark.value ? 'dark' : 'light')
}
