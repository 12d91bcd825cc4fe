import { send } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type RuleRow = Schemas['RuleRow']
export type RuleCatalogue = Schemas['RuleCatalogue']
export type RuleDetail = Schemas['RuleDetail']
export type RuleParameter = Schemas['RuleParameter']
export type HitPage = Schemas['HitPage']
export type TrialPage = Schemas['TrialPage']
export type TriedContract = Schemas['TriedContract']

export const rules = {
  list: () => send<RuleCatalogue>('/rules'),
  read: (id: string) => send<RuleDetail>(`/rules/${id}`),
  hits: (id: string, after?: string) => send<HitPage>(`/rules/${id}/contracts`, { query: { after, limit: 20 } }),
  tried: (id: string, parameter: string, value: number, after?: string | null) =>
    send<TrialPage>(`/rules/${id}/trial`, { query: { parameter, value, after: after ?? undefined } }),
}
