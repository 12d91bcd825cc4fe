import { send } from './http'
import type {
  BatchDone, Following, InboxCounts, MatterRow, OpenTask, Page, PersonChoice, Statement, Supervision, TaskChoices, TaskRow, Work,
} from './types'

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>
type Body = Record<string, unknown>

export const inbox = {
  tasks: (query: Query) => send<Page<TaskRow>>('/tasks', { query }),
  matters: (query: Query) => send<Page<MatterRow>>('/tasks/matters', { query }),
  counts: () => send<InboxCounts>('/tasks/counts'),
}

export const work = {
  read: (contract: string) => send<Work>(`/contracts/${contract}/work`),
  choices: (task: string) => send<TaskChoices>(`/tasks/${task}/choices`),
  act: (task: Pick<OpenTask, 'id' | 'revision'>, body: Body & { action: string }) =>
    send<Work>(`/tasks/${task.id}/actions`, { method: 'POST', revision: task.revision, once: true, body }),
  batch: (tasks: readonly Pick<TaskRow, 'id' | 'revision'>[], to: string | null) =>
    send<BatchDone>('/tasks/batch', {
      method: 'POST', once: true, body: { tasks: tasks.map(({ id, revision }) => ({ id, revision })), to_id: to },
    }),
  answer: (statement: Statement, action: string, text: string) =>
    send<Work>(`/endorsements/${statement.id}/actions`, {
      method: 'POST', revision: statement.revision, once: true, body: { action, text },
    }),
  readers: (contract: string) => send<PersonChoice[]>(`/contracts/${contract}/copies/choices`),
  copy: (contract: string, to: readonly string[], note: string) =>
    send<Work>(`/contracts/${contract}/copies`, { method: 'POST', once: true, body: { to_ids: to, note } }),
  follow: (contract: string, followed: boolean) =>
    send<Following>(`/contracts/${contract}/follow`, { method: followed ? 'PUT' : 'DELETE' }),
}

export const supervisions = {
  list: (query: Query) => send<Page<Supervision>>('/supervisions', { query }),
  issue: (contract: string, demand: string, due: string) =>
    send<Supervision>(`/contracts/${contract}/supervisions`, { method: 'POST', once: true, body: { demand, due_on: due } }),
  act: (notice: Supervision, action: string, text: string) =>
    send<Supervision>(`/supervisions/${notice.id}/actions`, {
      method: 'POST', revision: notice.revision, once: true, body: { action, text },
    }),
}
