import { createRouter, createWebHistory, type RouteLocationRaw, type RouteRecordRaw } from 'vue-router'
import type { SignInStep } from './api/types'
import { useSession } from './session/store'
import { menu } from './shell/menu'

declare module 'vue-router' {
  interface RouteMeta {
    /** Operation of the access table without which the page shows a refusal; the server decides in any case. */
    operation?: string
    /** The one role whose page it is, where the operation is open to several. */
    role?: string
    title?: string
    public?: boolean
    /** What sign-in left open and is done on this page; nobody comes here otherwise. */
    step?: SignInStep
  }
}

/** The first page: the figures for who supervises, the inbox for who works, else whatever the menu opens with. */
function home(): RouteLocationRaw {
  const session = useSession()
  if (session.holds('PERF_SUPERVISOR')) return { name: 'overview' }
  if (session.may('task.list')) return { name: 'tasks' }
  return { name: menu.find((entry) => session.may(entry.operation))?.name ?? 'account' }
}

const pages: RouteRecordRaw[] = [
  { path: '', name: 'home', redirect: home },
  { path: 'tasks', name: 'tasks', component: () => import('./pages/inbox/InboxPage.vue'), meta: { operation: 'task.list' } },
  {
    path: 'submit/:id?', name: 'submit', component: () => import('./pages/submit/SubmitPage.vue'), props: true,
    meta: { operation: 'contract.create' },
  },
  {
    path: 'ledger-import', name: 'ledger-import', component: () => import('./pages/import/ImportPage.vue'),
    meta: { operation: 'contract.import' },
  },
  {
    path: 'existing/:id?', name: 'existing', component: () => import('./pages/existing/ExistingPage.vue'), props: true,
    meta: { operation: 'contract.register_existing' },
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
  { path: 'disputes', name: 'disputes', component: () => import('./pages/dispute/DisputePage.vue'), meta: { operation: 'dispute.list' } },
  {
    path: 'supervisions', name: 'supervisions', component: () => import('./pages/supervision/SupervisionPage.vue'),
    meta: { operation: 'supervision.list' },
  },
  { path: 'handovers', name: 'handovers', component: () => import('./pages/work/HandoverPage.vue'), meta: { operation: 'handover.list' } },
  {
    path: 'delegations', name: 'delegations', component: () => import('./pages/work/DelegationPage.vue'),
    meta: { operation: 'delegation.list' },
  },
  {
    path: 'organisation', name: 'organisation', component: () => import('./pages/people/OrganisationPage.vue'),
    meta: { operation: 'unit.list' },
  },
  { path: 'rules', name: 'rules', component: () => import('./pages/rules/RulesPage.vue'), meta: { operation: 'rule.list' } },
  { path: 'rules/:id', name: 'rule', component: () => import('./pages/rules/RulePage.vue'), props: true, meta: { operation: 'rule.read' } },
  { path: 'calendar', name: 'calendar', component: () => import('./pages/calendar/CalendarPage.vue'), meta: { operation: 'calendar.read' } },
  { path: 'policy', name: 'policy', component: () => import('./pages/policy/PolicyPage.vue'), meta: { operation: 'policy.read' } },
  {
    path: 'policy/compare', name: 'policy-compare', component: () => import('./pages/policy/ComparePage.vue'),
    meta: { operation: 'policy.compare' },
  },
  {
    path: 'policy/drafts/:id', name: 'policy-draft', component: () => import('./pages/policy/DraftPage.vue'), props: true,
    meta: { operation: 'policy_draft.read' },
  },
  {
    path: 'policy/publications/:id', name: 'policy-publication', component: () => import('./pages/policy/PublicationPage.vue'),
    props: true, meta: { operation: 'policy_publication.read' },
  },
  { path: 'forms', name: 'forms', component: () => import('./pages/forms/FormsPage.vue'), meta: { operation: 'form.list' } },
  { path: 'changes', name: 'changes', component: () => import('./pages/people/ChangePage.vue'), meta: { operation: 'change.list' } },
  {
    path: 'posts', name: 'posts', component: () => import('./pages/people/PostPage.vue'),
    meta: { operation: 'person.accounts', role: 'SEC_ADMIN' },
  },
  {
    path: 'passwords', name: 'passwords', component: () => import('./pages/people/PasswordPage.vue'),
    meta: { operation: 'person.accounts', role: 'SEC_ADMIN' },
  },
  ...['acts', 'sign_ins', 'administrators'].map((which) => ({
    path: `audit/${which}`, name: which, component: () => import('./pages/audit/AuditPage.vue'), props: { which },
    meta: { operation: 'audit.list' },
  })),
  {
    path: 'audit/:which(refusals|verifications)', name: 'audit', component: () => import('./pages/audit/AuditPage.vue'), props: true,
    meta: { operation: 'audit.list' },
  },
  {
    path: 'quarantine', name: 'quarantine', component: () => import('./pages/secrecy/QuarantinePage.vue'),
    meta: { operation: 'quarantine.list' },
  },
  {
    path: 'account', name: 'account', component: () => import('./pages/account/AccountPage.vue'),
    meta: { operation: 'account.read' },
  },
  { path: 'forbidden', name: 'forbidden', component: () => import('./pages/RefusalPage.vue'), props: { kind: 'forbidden' } },
  { path: ':rest(.*)*', name: 'missing', component: () => import('./pages/RefusalPage.vue'), props: { kind: 'missing' } },
]

const signIn: RouteRecordRaw[] = [
  {
    path: '/login', name: 'login', component: () => import('./pages/sign-in/LoginPage.vue'),
    meta: { public: true, step: 'SECOND_FACTOR' },
  },
  {
    path: '/login/provider', name: 'provider', component: () => import('./pages/sign-in/ProviderPage.vue'),
    meta: { public: true },
  },
  {
    path: '/login/password', name: 'password-due', component: () => import('./pages/sign-in/PasswordDuePage.vue'),
    meta: { step: 'PASSWORD' },
  },
  {
    path: '/login/authenticator', name: 'enrolment', component: () => import('./pages/sign-in/EnrolmentPage.vue'),
    meta: { step: 'ENROLMENT' },
  },
]

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...signIn,
    { path: '/', component: () => import('./shell/AppShell.vue'), children: pages },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (!session.current) await session.load()
  const step = session.current?.step
  if (step && to.name !== 'provider') {
    const due = signIn.find((page) => page.meta?.step === step)
    return to.name === due?.name ? true : { name: due?.name, query: { to: to.meta.step ? undefined : to.fullPath } }
  }
  if (to.meta.public) return session.current ? { name: 'home' } : true
  if (!session.current) return { name: 'login', query: { to: to.meta.step ? undefined : to.fullPath } }
  if (to.meta.step) return { name: 'home' }
  if (to.meta.operation && !session.may(to.meta.operation)) return { name: 'forbidden' }
  if (to.meta.role && !session.holds(to.meta.role)) return { name: 'forbidden' }
  return true
})
