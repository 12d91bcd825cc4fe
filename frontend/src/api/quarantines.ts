import { send } from './http'
import type { components } from './schema'

export type Quarantine = components['schemas']['QuarantineView']
export type QuarantineAct = components['schemas']['QuarantineCommand']['action']

export const quarantines = {
  list: () => send<Quarantine[]>('/quarantines'),
  act: (one: Quarantine, action: QuarantineAct, reason: string) =>
    send<Quarantine>(`/quarantines/${one.id}/actions`, {
      method: 'POST', revision: one.revision, body: { action, reason },
    }),
}
