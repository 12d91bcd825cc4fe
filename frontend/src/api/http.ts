import { isUnattended } from '@/session/activity'
import { Problem, problemFrom } from './problem'

const root = '/api/v1'

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>

export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  query?: Query
  body?: unknown
  /** Revision of the root that is changed; sent as If-Match. */
  revision?: number
  /** A creating call that must not happen twice. */
  once?: boolean
}

let signedOut: (problem: Problem) => void = () => undefined

/** Registers what happens when the server no longer knows the session. */
export function onSignedOut(react: (problem: Problem) => void): void {
  signedOut = react
}

/** 128 random bits; randomUUID is missing outside secure contexts. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    if (typeof value === 'object') value.forEach((one) => search.append(key, one))
    else search.set(key, String(value))
  }
  const text = search.toString()
  return `${root}${path}${text ? `?${text}` : ''}`
}

function headers(call: Call): Headers {
  const sent = new Headers({ 'Accept-Language': document.documentElement.lang })
  if (call.body !== undefined) sent.set('Content-Type', 'application/json')
  if (call.revision !== undefined) sent.set('If-Match', `"${call.revision}"`)
  if (call.once) sent.set('Idempotency-Key', randomKey())
  // what the page asks by itself while nobody is there must not keep the session
  if (isUnattended()) sent.set('Unattended', '?1')
  return sent
}

/** Calls the API; throws a Problem for every answer that is not a success. */
export async function send<T>(path: string, call: Call = {}): Promise<T> {
  const response = await fetch(address(path, call.query), {
    method: call.method ?? 'GET',
    headers: headers(call),
    body: call.body === undefined ? undefined : JSON.stringify(call.body),
    credentials: 'same-origin',
  }).catch(() => {
    throw new Problem(0, { code: 'unreachable' })
  })
  const text = await response.text()
  if (response.ok) return (text ? JSON.parse(text) : undefined) as T
  const problem = problemFrom(response.status, text)
  if (response.status === 401 && problem.code.startsWith('session_')) signedOut(problem)
  throw problem
}
