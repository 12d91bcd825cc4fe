import { send } from './http'
import type { BacklogRow, ContractDetail, Correction, Corrections, LedgerImport, Page } from './types'
import { upload } from './upload'

/** What is said of a contract that was signed already. */
export interface Entry {
  origin: string
  entered_as: string
  sign_date: string
  reason: string
  earlier_review: string
  paper_no: string
  unit_id: string
}

export const existing = {
  register: (file: File, entry: Entry, progress: (share: number) => void) =>
    upload<ContractDetail>('/existing-contracts', file, { ...entry, secrecy_declared: 'true' }, progress),
}

export const backlog = {
  list: (after?: string) => send<Page<BacklogRow>>('/backlog', { query: { after, limit: 50 } }),
}

type Progress = (share: number) => void

export const ledgerImports = {
  preview: (file: File, unit: string, progress: Progress) =>
    upload<LedgerImport>('/ledger-imports/preview', file, { unit_id: unit }, progress),
  run: (file: File, unit: string, progress: Progress) =>
    upload<LedgerImport>('/ledger-imports', file, { unit_id: unit, secrecy_declared: 'true' }, progress),
}

export const corrections = {
  list: (contract: string) => send<Corrections>(`/contracts/${contract}/corrections`),
  ask: (contract: string, body: Record<string, unknown>) =>
    send<Correction>(`/contracts/${contract}/corrections`, { method: 'POST', once: true, body }),
  act: (id: string, revision: number, action: string, note: string) =>
    send<Correction>(`/corrections/${id}/actions`, { method: 'POST', revision, once: true, body: { action, note } }),
}
