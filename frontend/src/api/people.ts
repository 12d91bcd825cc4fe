import { address, send } from './http'
import { Problem, problemFrom } from './problem'
import type {
  AccountPage, Change, DelegationChoices, Delegation, Handover, Page, Participants, TraceRow, UnitRow, WorkCalendar,
} from './types'
import { upload } from './upload'

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>
type Body = Record<string, unknown>

export const administration = {
  units: () => send<UnitRow[]>('/units'),
  accounts: (query: Query) => send<AccountPage>('/accounts', { query }),
  calendar: () => send<WorkCalendar>('/calendar'),
  changes: (query: Query) => send<Page<Change>>('/changes', { query }),
  ask: (change: Body & { kind: string }, reason: string) =>
    send<Change>('/changes', { method: 'POST', once: true, body: { change, reason } }),
  decide: (change: Change, action: string, note: string) =>
    send<Change>(`/changes/${change.id}/actions`, { method: 'POST', revision: change.revision, body: { action, note } }),
  import: (file: File, reason: string) => upload<Change>('/changes/imports', file, { reason }, () => undefined),
  template: address('/changes/imports/template'),
}

export const audit = {
  list: (query: Query) => send<Page<TraceRow>>('/audit', { query }),
  /** The workbook; saved by the page under the name the server gives. */
  async export(body: Body): Promise<Blob> {
    const response = await fetch(address('/audit/exports'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
      body: JSON.stringify(body),
      credentials: 'same-origin',
    }).catch(() => {
      throw new Problem(0, { code: 'unreachable' })
    })
    if (!response.ok) throw problemFrom(response.status, await response.text())
    return response.blob()
  },
}

export const handovers = {
  list: (tab: string, after?: string) => send<Page<Handover>>('/handovers', { query: { tab, after, limit: 50 } }),
  offer: (to: string, contracts: readonly string[], reason: string) =>
    send<Handover[]>('/handovers', { method: 'POST', once: true, body: { to_id: to, contract_ids: contracts, reason } }),
  assignAll: (from: string, to: string) =>
    send<Handover[]>('/handovers/assignments', { method: 'POST', once: true, body: { from_id: from, to_id: to } }),
  act: (handover: Handover, action: string, to: string | null, note: string) =>
    send<Handover>(`/handovers/${handover.id}/actions`, {
      method: 'POST', revision: handover.revision, body: { action, to_id: to, note },
    }),
}

export const delegations = {
  list: () => send<Delegation[]>('/delegations'),
  choices: () => send<DelegationChoices>('/delegations/choices'),
  create: (body: Body) => send<Delegation>('/delegations', { method: 'POST', once: true, body }),
  end: (delegation: Delegation) =>
    send<Delegation>(`/delegations/${delegation.id}/end`, { method: 'POST', revision: delegation.revision }),
}

export const participants = {
  read: (contract: string) => send<Participants>(`/contracts/${contract}/participants`),
  invite: (contract: string, body: Body) =>
    send<Participants>(`/contracts/${contract}/invitations`, { method: 'POST', once: true, body }),
  endInvitation: (id: string, revision: number) =>
    send<Participants>(`/invitations/${id}/end`, { method: 'POST', revision }),
  recuse: (contract: string, body: Body) =>
    send<Participants>(`/contracts/${contract}/recusals`, { method: 'POST', once: true, body }),
  lift: (id: string, revision: number, reason: string) =>
    send<Participants>(`/recusals/${id}/lift`, { method: 'POST', revision, body: { reason } }),
}
