import { send } from './http'
import type { Unsent } from './types'

const path = (object: string, form: string): string => `/unsent/${encodeURIComponent(object)}/${encodeURIComponent(form)}`

export const unsent = {
  list: () => send<Unsent[]>('/unsent'),
  keep: (object: string, form: string, text: string) => send<Unsent>(path(object, form), { method: 'PUT', body: { text } }),
  drop: (object: string, form: string) => send<undefined>(path(object, form), { method: 'DELETE' }),
}
