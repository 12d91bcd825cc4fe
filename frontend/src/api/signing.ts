import { send } from './http'
import type { ContractDetail } from './types'
import type { components } from './schema'

type Schemas = components['schemas']
export type Difference = Schemas['Difference']
export type DeviationView = Schemas['DeviationView']
export type SigningComparison = Schemas['SigningComparison']

export const signing = {
  compare: (contract: string) => send<SigningComparison>(`/contracts/${contract}/signing/comparison`),
  differ: (contract: string, revision: number, differences: Difference[]) =>
    send<ContractDetail>(`/contracts/${contract}/signing/deviations`, { method: 'POST', revision, once: true, body: { differences } }),
  resolve: (view: DeviationView, action: string, note: string) =>
    send<ContractDetail>(`/deviations/${view.deviation.id}/actions`, { method: 'POST', revision: view.deviation.revision, body: { action, note } }),
}
