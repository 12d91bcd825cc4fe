import { send } from './http'
import type { BacklogRow, ContractDetail, Page } from './types'
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
