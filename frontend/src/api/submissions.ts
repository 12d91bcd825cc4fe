import { send } from './http'
import type { ConsultationEntry, InquiryEntry, Submission } from './types'

type Change = { version_ids?: string[]; not_applicable?: boolean; reason?: string }

export const submissions = {
  read: (contract: string) => send<Submission>(`/contracts/${contract}/submission`),
  material: (contract: string, revision: number, code: string, body: Change) =>
    send<Submission>(`/contracts/${contract}/materials/${code}`, { method: 'PUT', revision, body }),
  inquiries: (contract: string, revision: number, entries: InquiryEntry[]) =>
    send<Submission>(`/contracts/${contract}/inquiries`, { method: 'PUT', revision, body: { entries } }),
  consultations: (contract: string, revision: number, entries: ConsultationEntry[]) =>
    send<Submission>(`/contracts/${contract}/consultations`, { method: 'PUT', revision, body: { entries } }),
  ask: (contract: string, revision: number, action: string, reason: string) =>
    send<Submission>(`/contracts/${contract}/urgency`, { method: 'POST', revision, once: true, body: { action, reason } }),
  decide: (contract: string, revision: number, action: string, reason: string) =>
    send<Submission>(`/contracts/${contract}/urgency/decision`, { method: 'POST', revision, once: true, body: { action, reason } }),
}
