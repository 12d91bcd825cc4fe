import { send } from './http'
import type { components } from './schema'
import type { Change } from './types'

type Schemas = components['schemas']

export type PolicyEntry = Schemas['PolicyEntry']
export type PolicyVersionRow = Schemas['PolicyVersionRow']
export type Policy = Schemas['ProfileView']
export type PolicyDifference = Schemas['PolicyDifference']
export type Comparison = Schemas['ComparisonView']
export type PolicyDraftRow = Schemas['PolicyDraftRow']
export type PolicyDraft = Schemas['PolicyDraftView']
export type Publication = Schemas['PublicationView']
export type Replay = Schemas['ReplayView']
export type ReplayContract = Schemas['ReplayContract']
export type ReplayPage = Schemas['ReplayPage']
/** What is replayed: a draft that is written, or one that waits for publication. */
export type ReplayOf = { draft_id: string } | { change_id: string }

/** A part of a profile as plain JSON. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
export type Fields = { [name: string]: Json }

export interface DraftForm {
  content: Fields
  effective_from: string | null
  basis: string
}

const drafts = '/policy/drafts'

export const policy = {
  read: (version?: string | null) => send<Policy>('/policy', { query: { version } }),
  compare: (before: string, after: string) => send<Comparison>('/policy/comparison', { query: { before, after } }),
  drafts: () => send<PolicyDraftRow[]>(drafts),
  begin: () => send<PolicyDraft>(drafts, { method: 'POST', once: true }),
  draft: (id: string) => send<PolicyDraft>(`${drafts}/${id}`),
  save: (id: string, revision: number, body: DraftForm) => send<PolicyDraft>(`${drafts}/${id}`, { method: 'PUT', revision, body }),
  drop: (id: string, revision: number) => send<undefined>(`${drafts}/${id}`, { method: 'DELETE', revision }),
  rebase: (id: string, revision: number) => send<PolicyDraft>(`${drafts}/${id}/rebase`, { method: 'POST', revision }),
  ask: (id: string, reason: string) => send<Change>(`${drafts}/${id}/publication`, { method: 'POST', once: true, body: { reason } }),
  publication: (id: string) => send<Publication>(`/policy/publications/${id}`),
  replay: (of: ReplayOf) => send<Replay>('/policy/replays', { method: 'POST', once: true, body: of }),
  replayed: (id: string, item: string, after?: string) =>
    send<ReplayPage>(`/policy/replays/${id}`, { query: { item, after, limit: 50 } }),
}
