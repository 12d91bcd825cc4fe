import { send } from './http'
import type { Ends, SettlementView } from './types'

type Payload = Record<string, unknown>

/** How contracts end. */
export const ends = {
  read: (contract: string) => send<Ends>(`/contracts/${contract}/ends`),
  dispose: (contract: string, body: Payload) =>
    send<Ends>(`/contracts/${contract}/term-ends`, { method: 'POST', once: true, body }),
  evaluate: (contract: string, body: Payload) =>
    send<Ends>(`/contracts/${contract}/evaluations`, { method: 'POST', once: true, body }),
  settle: (id: string, revision: number, body: Payload) =>
    send<SettlementView>(`/settlements/${id}/actions`, { method: 'POST', revision, once: true, body }),
}
