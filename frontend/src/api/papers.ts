import { address, send } from './http'
import { Problem, problemFrom } from './problem'
import type { components } from './schema'
import type { Change } from './types'
import { upload } from './upload'

type Schemas = components['schemas']
export type Paper = Schemas['PaperView']
export type Preview = Schemas['PreviewView']
export type Form = Schemas['FormView']
export type FileKind = 'pdf' | 'docx'

export interface OpinionText {
  conclusion: string
  body: string
  items: unknown[]
}

export const papers = {
  list: (contract: string) => send<Schemas['PapersView']>(`/contracts/${contract}/papers`),
  content: (paper: Paper, kind: FileKind) =>
    address(`/${paper.internal ? 'internal-papers' : 'papers'}/${paper.id}/content`, { kind }),
  preview: (contract: string, one: Preview, kind: FileKind) =>
    one.internal
      ? address(`/contracts/${contract}/internal-papers/${one.form}/preview`, { kind })
      : address(`/contracts/${contract}/papers/${one.form}/preview`, { kind, subject_id: one.subject_id }),
}

export const forms = {
  list: () => send<Form[]>('/forms'),
  template: (form: string) => address(`/forms/${form}/template`),
  preview: (form: string, kind: FileKind) => address(`/forms/${form}/preview`, { kind }),
  previewOfChange: (change: string, kind: FileKind) => address(`/changes/${change}/preview`, { kind }),
  ask: (form: string, file: File, reason: string) =>
    upload<Change>(`/forms/${form}/templates`, file, { reason }, () => undefined),
}

/** Shows the opinion as written so far in a tab of its own; the tab is opened at once, or the browser would block it. */
export async function showOpinion(contract: string, text: OpinionText): Promise<void> {
  const tab = window.open('', '_blank')
  try {
    const response = await fetch(address(`/contracts/${contract}/opinion-preview`), {
      method: 'POST',
      headers: { 'Accept-Language': document.documentElement.lang, 'Content-Type': 'application/json' },
      body: JSON.stringify(text),
      credentials: 'same-origin',
    }).catch(() => {
      throw new Problem(0, { code: 'unreachable' })
    })
    if (!response.ok) throw problemFrom(response.status, await response.text())
    const link = URL.createObjectURL(await response.blob())
    if (tab) tab.location.href = link
    setTimeout(() => URL.revokeObjectURL(link), 60_000)
  } catch (error) {
    tab?.close()
    throw error
  }
}
