import { address } from './http'
import { Problem, problemFrom } from './problem'

type Query = Parameters<typeof address>[1]

/** Fetches a file and has the browser save it; throws a Problem for every answer that is not a success. */
export async function save(path: string, name: string, call: { query?: Query; body?: unknown } = {}): Promise<void> {
  const sent = new Headers({ 'Accept-Language': document.documentElement.lang })
  if (call.body !== undefined) sent.set('Content-Type', 'application/json')
  const response = await fetch(address(path, call.query), {
    method: call.body === undefined ? 'GET' : 'POST',
    headers: sent,
    body: call.body === undefined ? undefined : JSON.stringify(call.body),
    credentials: 'same-origin',
  }).catch(() => {
    throw new Problem(0, { code: 'unreachable' })
  })
  if (!response.ok) throw problemFrom(response.status, await response.text())
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
