import { send } from './http'
import type { ContractDisputes, Dispute, DisputeRow, NewDispute, Page } from './types'

type Query = Record<string, string | number | readonly string[] | null | undefined>
type Payload = Record<string, unknown> & { action: string }

/** Disputes over contracts. */
export const disputes = {
  list: (query: Query) => send<Page<DisputeRow>>('/disputes', { query }),
  read: (contract: string) => send<ContractDisputes>(`/contracts/${contract}/disputes`),
  open: (contract: string, body: NewDispute) =>
    send<Dispute>(`/contracts/${contract}/disputes`, { method: 'POST', once: true, body }),
  act: (id: string, revision: number, body: Payload) =>
    send<Dispute>(`/disputes/${id}/actions`, { method: 'POST', revision, once: true, body }),
}
