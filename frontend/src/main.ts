import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { onSignedOut } from './api/http'
import { Problem } from './api/problem'
import { carryDrafts } from './drafts/sync'
import { i18n } from './i18n'
import { router } from './router'
import { useSession } from './session/store'
import './styles/tokens.css'
import './styles/page.css'

const retryable = (failures: number, error: Error): boolean =>
  failures < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 500)

const queryClient = new QueryClient({ defaultOptions: { queries: { retry: retryable, staleTime: 5_000 } } })
const app = createApp(App).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient })

carryDrafts()
onSignedOut((problem) => useSession().lose(problem))
app.use(router).mount('#app')
