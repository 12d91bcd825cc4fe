import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { useSession } from './session/store'

declare module 'vue-router' {
  interface RouteMeta {
    /** Operation of the access table without which the page shows a refusal; the server decides in any case. */
    operation?: string
    title?: string
    public?: boolean
  }
}

const pages: RouteRecordRaw[] = [
  { path: '', name: 'home', redirect: () => (useSession().holds('PERF_SUPERVISOR') ? '/overview' : '/tasks') },
  { path: 'tasks', name: 'tasks', component: () => import('./pages/TaskPage.vue'), meta: { operation: 'task.list' } },
  {
    path: 'submit/:id?', name: 'submit', component: () => import('./pages/submit/SubmitPage.vue'), props: true,
    meta: { operation: 'contract.create' },
  },
  {
    path: 'contracts', name: 'ledger', component: () => import('./pages/ledger/LedgerPage.vue'),
    meta: { operation: 'contract.list' },
  },
  {
    path: 'contracts/:id', name: 'contract', component: () => import('./pages/contract/ContractPage.vue'), props: true,
    meta: { operation: 'contract.read' },
  },
  {
    path: 'contracts/:id/text/:version', name: 'text', component: () => import('./pages/text/TextPage.vue'), props: true,
    meta: { operation: 'analysis.read' },
  },
  { path: 'alerts', name: 'alerts', component: () => import('./pages/AlertPage.vue'), meta: { operation: 'alert.list' } },
  {
    path: 'overview', name: 'overview', component: () => import('./pages/overview/OverviewPage.vue'),
    meta: { operation: 'overview.read' },
  },
  { path: 'forbidden', name: 'forbidden', component: () => import('./pages/RefusalPage.vue'), props: { kind: 'forbidden' } },
  { path: ':rest(.*)*', name: 'missing', component: () => import('./pages/RefusalPage.vue'), props: { kind: 'missing' } },
]

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/login', name: 'login', component: () => import('./pages/LoginPage.vue'), meta: { public: true } },
    { path: '/', component: () => import('./shell/AppShell.vue'), children: pages },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (!session.current) await session.load()
  if (to.meta.public) return session.current ? { name: 'home' } : true
  if (!session.current) return { name: 'login', query: { to: to.fullPath } }
  if (to.meta.operation && !session.may(to.meta.operation)) return { name: 'forbidden' }
  return true
})
