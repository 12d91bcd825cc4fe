import { address, send } from './http'
import type { components } from './schema'

export type ArchiveView = components['schemas']['ArchiveView']

/** A contract's file for the archive. */
export const archive = {
  read: (contract: string) => send<ArchiveView>(`/contracts/${contract}/four-properties`),
  package: (contract: string) => address(`/contracts/${contract}/archive-package`),
}
