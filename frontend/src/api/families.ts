import { send } from './http'
import type { ContractDetail, Family, NewChild } from './types'

/** Contracts that hang on another one. */
export const families = {
  read: (contract: string) => send<Family>(`/contracts/${contract}/family`),
  start: (contract: string, body: NewChild) =>
    send<ContractDetail>(`/contracts/${contract}/children`, { method: 'POST', once: true, body }),
  justify: (contract: string, revision: number, basis: string) =>
    send<Family>(`/contracts/${contract}/amendment/basis`, { method: 'POST', revision, body: { basis } }),
}
