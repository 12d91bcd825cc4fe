import { send } from './http'
import { upload } from './upload'
import type {
  Account, AlertRow, AnalysisView, ContractDetail, DocumentKind, Enrolment, EventRow, FactList, FactRow, Facts, FactVerdict,
  LedgerRow, Overview, Page, Person, Precheck, Reckoning, Reference, Remark, Session, Suggestion, VersionView,
} from './types'

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>
type Payload = Record<string, unknown> & { action: string }

export const session = {
  read: () => send<Session>('/session'),
  create: (username: string, password: string) =>
    send<Session>('/session', { method: 'POST', body: { username, password } }),
  prove: (code: string) => send<Session>('/session/proof', { method: 'PUT', body: { code } }),
  keep: () => send<undefined>('/session/activity', { method: 'PUT' }),
  delete: () => send<undefined>('/session', { method: 'DELETE' }),
  ways: () => send<{ provider: boolean }>('/session/ways'),
  depart: () => send<{ address: string }>('/session/provider', { method: 'POST' }),
  arrive: (code: string, state: string) => send<Session>('/session/provider', { method: 'PUT', body: { code, state } }),
}

export const account = {
  read: () => send<Account>('/account'),
  changePassword: (current: string, next: string) =>
    send<Session>('/account/password', { method: 'PUT', body: { current, new: next } }),
  beginTotp: (password: string) => send<Enrolment>('/account/totp', { method: 'POST', body: { password } }),
  confirmTotp: (code: string) => send<{ codes: string[] }>('/account/totp', { method: 'PUT', body: { code } }),
  removeTotp: (password: string, code: string) =>
    send<undefined>('/account/totp/removal', { method: 'POST', body: { password, code } }),
  renewCodes: (code: string) => send<{ codes: string[] }>('/account/recovery-codes', { method: 'POST', body: { code } }),
}

export const reference = {
  read: () => send<Reference>('/reference'),
  people: (role: string) => send<Person[]>('/people', { query: { role } }),
}

export const contracts = {
  list: (query: Query) => send<Page<LedgerRow>>('/contracts', { query }),
  read: (id: string) => send<ContractDetail>(`/contracts/${id}`),
  create: (file: File, unit: string, progress: (share: number) => void) =>
    upload<ContractDetail>('/contracts', file, { secrecy_declared: 'true', unit_id: unit }, progress),
  update: (id: string, revision: number, facts: Facts) =>
    send<ContractDetail>(`/contracts/${id}`, { method: 'PATCH', revision, body: facts }),
  suggestion: (id: string) => send<Suggestion>(`/contracts/${id}/suggestion`),
  precheck: (id: string) => send<Precheck>(`/contracts/${id}/precheck`),
  timeline: (id: string) => send<EventRow[]>(`/contracts/${id}/timeline`),
  act: (id: string, revision: number, body: Payload) =>
    send<ContractDetail>(`/contracts/${id}/actions`, { method: 'POST', revision, once: true, body }),
  confirmSigning: (id: string, revision: number) =>
    send<ContractDetail>(`/contracts/${id}/signing/confirmations`, { method: 'POST', revision, once: true }),
  reckonings: (id: string) => send<Reckoning[]>(`/deadlines/${id}`),
}

export const documents = {
  add: (contract: string, kind: DocumentKind, file: File, title: string, progress: (share: number) => void) =>
    upload<VersionView>(`/contracts/${contract}/documents/${kind}/versions`, file, { title }, progress),
  analysis: (version: string) => send<AnalysisView>(`/versions/${version}/analysis`),
  reread: (version: string) => send<VersionView>(`/versions/${version}/reread`, { method: 'POST', once: true }),
  content: (version: string) => `/api/v1/versions/${version}/content`,
}

export const facts = {
  list: (contract: string) => send<FactList>(`/contracts/${contract}/facts`),
  judge: (contract: string, row: FactRow, verdict: FactVerdict, value: string, reason: string) =>
    send<FactList>(`/contracts/${contract}/facts`, { method: 'PUT', body: { fact: row.key, verdict, seen: row.value, value, reason } }),
}

export const findings = {
  judge: (contract: string, finding: string, verdict: 'adopted' | 'rejected', reason: string, revision?: number) =>
    send<unknown>(`/contracts/${contract}/findings/${finding}/verdict`, {
      method: 'PUT', revision, body: { verdict, reason },
    }),
}

export const remarks = {
  list: (version: string) => send<Remark[]>(`/versions/${version}/remarks`),
  create: (version: string, start: number, end: number, text: string) =>
    send<Remark>(`/versions/${version}/remarks`, { method: 'POST', once: true, body: { start, end, text } }),
  reply: (remark: Remark, text: string) =>
    send<Remark>(`/remarks/${remark.id}/replies`, {
      method: 'POST', once: true, revision: remark.revision, body: { text },
    }),
  resolve: (remark: Remark) =>
    send<Remark>(`/remarks/${remark.id}/resolve`, { method: 'POST', once: true, revision: remark.revision }),
}

export const followups = {
  file: (id: string, revision: number, body: Payload) =>
    send<unknown>(`/filings/${id}/actions`, { method: 'POST', revision, once: true, body }),
  oblige: (contract: string, body: Record<string, unknown>) =>
    send<unknown>(`/contracts/${contract}/obligations`, { method: 'POST', once: true, body }),
  perform: (id: string, revision: number, body: Payload) =>
    send<unknown>(`/obligations/${id}/actions`, { method: 'POST', revision, once: true, body }),
  settle: (id: string, revision: number, body: Payload) =>
    send<unknown>(`/alerts/${id}/actions`, { method: 'POST', revision, once: true, body }),
}

export const inbox = {
  alerts: (query: Query) => send<Page<AlertRow>>('/alerts', { query }),
  overview: (year: number) => send<Overview>('/overview', { query: { year } }),
}
