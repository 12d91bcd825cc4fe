import type { Ends } from '@/api/types'

/** What is asked for in a form about an end: which field of the request, as what, and under which words. */
export interface Entry {
  key: string
  as: 'day' | 'choice' | 'text' | 'words' | 'yuan' | 'proof' | 'score' | 'pick'
  label: string
  of?: string
  required?: boolean
  options?: readonly { id: string; name: string }[]
  /** What to say where there is nothing to pick. */
  none?: string
}

const proof = (label: string): Entry => ({ key: 'evidence_version_id', as: 'proof', label, required: true })
const debtor: Entry = { key: 'owed_by', as: 'choice', of: 'OwedBy', label: 'owed_by' }
const amount: Entry = { key: 'amount_fen', as: 'yuan', label: 'amount' }

/** Acts on a contract that end it or hold it up. */
export const ENDINGS: Record<string, Entry[]> = {
  complete: [{ key: 'accepted_on', as: 'day', label: 'accepted_on', required: true }, proof('completion_paper')],
  suspend: [
    { key: 'ground', as: 'choice', of: 'SuspensionGround', label: 'ground', required: true },
    { key: 'from_on', as: 'day', label: 'from_on', required: true },
    { key: 'until_on', as: 'day', label: 'until_on' },
    { key: 'estimate_fen', as: 'yuan', label: 'estimate' },
    { ...proof('end_paper'), required: false },
  ],
  rescind: [
    { key: 'ground', as: 'choice', of: 'RescissionGround', label: 'ground', required: true },
    { key: 'ended_on', as: 'day', label: 'ended_on', required: true },
    debtor,
    amount,
    proof('end_paper'),
  ],
  record_judgment: [
    { key: 'outcome', as: 'choice', of: 'JudgmentOutcome', label: 'outcome', required: true },
    { key: 'forum', as: 'text', label: 'forum', required: true },
    { key: 'case_no', as: 'text', label: 'case_no' },
    { key: 'decided_on', as: 'day', label: 'decided_on', required: true },
    debtor,
    amount,
    proof('judgment_paper'),
  ],
}

/** Acts on a settlement. */
export const SETTLING: Record<string, Entry[]> = {
  agree: [
    { ...debtor, required: true },
    amount,
    { key: 'due_on', as: 'day', label: 'due_on' },
    { key: 'terms', as: 'words', label: 'terms', required: true },
  ],
  close: [{ key: 'done_on', as: 'day', label: 'done_on', required: true }, proof('settlement_paper')],
  return: [{ key: 'note', as: 'words', label: 'return_reason', required: true }],
}

/** What became of a lease; what proves it depends on the way. */
export function disposalEntries(way: unknown, found: Ends): Entry[] {
  const asked: Entry[] = [{ key: 'way', as: 'choice', of: 'TermEndWay', label: 'way', required: true }]
  if (way === 'RECOVERED' || way === 'RELET') asked.push(proof('disposal_paper'))
  if (way === 'RENEWED') asked.push({ key: 'renewal_id', as: 'pick', label: 'renewal', options: found.renewals, none: 'no_renewal', required: true })
  if (way === 'SUED') asked.push({ key: 'dispute_id', as: 'pick', label: 'suit', options: found.suits, none: 'no_suit', required: true })
  return [...asked, { key: 'note', as: 'words', label: 'disposal_note', required: true }]
}

export const EVALUATION: Entry[] = [
  { key: 'quality', as: 'score', label: 'quality', required: true },
  { key: 'timeliness', as: 'score', label: 'timeliness', required: true },
  { key: 'service', as: 'score', label: 'service', required: true },
  { key: 'grade', as: 'choice', of: 'Grade', label: 'grade', required: true },
  { key: 'text', as: 'words', label: 'evaluation_text', required: true },
]
